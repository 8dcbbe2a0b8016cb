// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/reminders.hpp>

#include <vector>

namespace rondetafel::storage
{

class Sql;

class Reminders
{
public:
    explicit Reminders(Sql& sql) : sql_(sql) {}

    std::vector<ReminderRule> rules_of(MeetingId meeting) const;
    void add_rule(const ReminderRule& rule);
    void save_rule(const ReminderRule& rule);
    /// Whether this invitation had this reminder already.
    bool made(RuleId rule, InvitationId invitation) const;
    /// Records it, once: a second time is refused by the unique index, whoever asks.
    void make(RuleId rule, InvitationId invitation, Instant now);

private:
    Sql& sql_;
};

} // namespace rondetafel::storage
