// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/meetings.hpp>

#include <optional>
#include <vector>

namespace rondetafel::storage
{

class Sql;

class Meetings
{
public:
    explicit Meetings(Sql& sql) : sql_(sql) {}

    std::optional<Meeting> find(MeetingId id) const;
    std::vector<Meeting> of(ProgrammeId programme) const;
    /// Meetings whose invitations are out and that have not begun at `now`: what reminders look at.
    std::vector<Meeting> running(Instant now) const;
    MeetingId add(const Meeting& meeting);
    void save(Meeting& meeting);
    void remove_draft(MeetingId id);
    /// Makes everybody who answers for this meeting wait for the end of this transaction, so that the last seat is
    /// given once.
    void take_turn(MeetingId id);

private:
    Sql& sql_;
};

} // namespace rondetafel::storage
