// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/reminders.hpp>

namespace rondetafel::storage
{

std::vector<ReminderRule> Reminders::rules_of(MeetingId meeting) const
{
    return select<ReminderRule>(
        sql_, R"sql(
        SELECT id, meeting_id, kind, working_days, active FROM reminder_rules
        WHERE meeting_id = :id ORDER BY kind DESC, working_days DESC)sql",
        [](soci::statement& statement, ReminderRule& row) {
            columns(statement, row.id, row.meeting, row.kind, row.working_days, row.active);
        },
        soci::use(meeting, "id"));
}

void Reminders::add_rule(const ReminderRule& rule)
{
    change(sql_, R"sql(
        INSERT INTO reminder_rules (meeting_id, kind, working_days, active)
        VALUES (:meeting, :kind, :days, :active))sql",
           soci::use(rule.meeting, "meeting"), soci::use(rule.kind, "kind"), soci::use(rule.working_days, "days"),
           soci::use(rule.active, "active"));
}

void Reminders::save_rule(const ReminderRule& rule)
{
    change(sql_, "UPDATE reminder_rules SET working_days = :days, active = :active WHERE id = :id",
           soci::use(rule.working_days, "days"), soci::use(rule.active, "active"), soci::use(rule.id, "id"));
}

bool Reminders::made(RuleId rule, InvitationId invitation) const
{
    return *select_one<int>(
               sql_, "SELECT COUNT(*) FROM reminders WHERE rule_id = :rule AND invitation_id = :invitation",
               [](soci::statement& statement, int& row) { columns(statement, row); }, soci::use(rule, "rule"),
               soci::use(invitation, "invitation")) > 0;
}

void Reminders::make(RuleId rule, InvitationId invitation, Instant now)
{
    change(sql_, "INSERT INTO reminders (rule_id, invitation_id, made_at) VALUES (:rule, :invitation, :now)",
           soci::use(rule, "rule"), soci::use(invitation, "invitation"), soci::use(now, "now"));
}

} // namespace rondetafel::storage
