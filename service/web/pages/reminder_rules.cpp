// SPDX-License-Identifier: EUPL-1.2
#include "reminder_rules.hpp"

#include "meeting_parts.hpp"
#include "problems.hpp"

#include <rondetafel/base/wording.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

View rule_row(const Context& context, const Meeting& meeting, const ReminderRule& rule, const std::string& days)
{
    const auto due = due_at(rule, meeting);
    const auto local = to_local(due, meeting.zone);
    const auto moment = long_date(day_of(local), context.language()) + ", " + time_text(local, context.language());
    const char* standing = !rule.active ? "off" : due <= context.now() ? "past" : "due";
    View row;
    return std::move(row.set("id", rule.id.value)
                         .set("what", context.text("meetings.rule." + std::string(word(rule.kind))))
                         .set("days", days)
                         .set("active", rule.active)
                         .set("due", context.text(std::string("meetings.rule.") + standing, {{"moment", moment}})));
}

http::Response rules_page(Context& context, const actions::MeetingView& entry, const std::vector<ReminderRule>& rules,
                          const Problem* problem)
{
    std::vector<View> rows;
    for (const auto& rule : rules)
        // A number out of range stands again as it was typed; one that was none stands empty.
        rows.push_back(rule_row(context, entry.meeting, rule,
                                rule.working_days < 0 ? "" : std::to_string(rule.working_days)));
    const auto state = entry.meeting.state;
    View view;
    add_meeting_head(context, view, entry.meeting, "reminders");
    add_problem(context, view, problem, {"working_days"});
    view.set("editable", context.may_write() && (state == MeetingState::draft || state == MeetingState::invited))
        .set("rows", std::move(rows));
    return context.page("meetings/reminders", std::move(view), "meetings", problem ? 422 : 200);
}

// Two rules for the same people on the same day would send the same thing twice.
bool any_twice(const std::vector<ReminderRule>& rules)
{
    for (std::size_t at = 0; at < rules.size(); ++at)
        for (std::size_t later = at + 1; later < rules.size(); ++later)
            if (rules[at].kind == rules[later].kind && rules[at].working_days == rules[later].working_days)
                return true;
    return false;
}

Result<Done> save(Context& context, MeetingId meeting, const std::vector<ReminderRule>& rules)
{
    for (const auto& rule : rules)
        if (auto checked = check_reminder_rule(rule); !checked)
            return checked;
    if (any_twice(rules))
        return invalid("working_days", "reminder.twice");
    return context.perform(actions::save_rules, {meeting, rules});
}

} // namespace

http::Response show_reminder_rules(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_meeting, meeting_named(request));
    return entry ? rules_page(context, *entry, entry->rules, nullptr) : context.refuse(entry.error());
}

http::Response save_reminder_rules(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const auto entry = context.read(actions::show_meeting, meeting_named(request));
    if (!entry)
        return context.refuse(entry.error());
    auto rules = entry->rules;
    for (auto& rule : rules)
    {
        const auto id = std::to_string(rule.id.value);
        const auto days = number_from(form->value("days_" + id));
        rule.working_days = days ? static_cast<int>(std::min(*days, 9999LL)) : -1;
        rule.active = form->has("active_" + id);
    }
    const auto saved = save(context, entry->meeting.id, rules);
    if (saved)
        return context.go(meeting_path(entry->meeting.id, "/herinneringen"), "meetings.rules_saved");
    const auto problem = saved.error();
    return rules_page(context, *entry, rules, &problem);
}

} // namespace rondetafel::web::pages
