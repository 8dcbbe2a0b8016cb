// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include "../../problems.hpp"
#include "../meeting_typed.hpp"
#include "round_parts.hpp"

#include <rondetafel/documents/clean_text.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

/// A round as the form tells it, and the fields that could not be read.
struct TypedRound
{
    Round round;
    std::vector<ContactId> contacts;
    std::vector<FieldProblem> unread;
};

void read_moment(TypedRound& typed, const http::Form& form, const std::string& name, LocalTime& into)
{
    const auto day = typed_day(trimmed(form.value(name + "_day")));
    const auto time = typed_time(trimmed(form.value(name + "_time")));
    if (!day)
        typed.unread.push_back({name + "_day", "date.not_a_date", {}});
    if (!time)
        typed.unread.push_back({name + "_time", "time.not_a_time", {}});
    if (day && time)
        into = LocalTime{*day} + *time;
}

void read_reminders(TypedRound& typed, const std::string& text)
{
    typed.round.reminders.clear();
    for (std::size_t at = 0; at < text.size();)
    {
        const auto end = std::min(text.find(',', at), text.size());
        const auto part = trimmed(std::string_view(text).substr(at, end - at));
        const auto number = number_from(part);
        if (!part.empty())
            typed.round.reminders.push_back(number && *number <= 999 ? static_cast<int>(*number) : 0);
        at = end + 1;
    }
    std::sort(typed.round.reminders.rbegin(), typed.round.reminders.rend());
}

TypedRound typed_round(const http::Form& form, Round base)
{
    TypedRound typed{std::move(base), {}, {}};
    auto& round = typed.round;
    if (round.state == RoundState::planned)
    {
        read_moment(typed, form, "opens", round.opens);
        round.visibility = from_word<Visibility>(form.value("visibility")).value_or(Visibility::open);
    }
    read_moment(typed, form, "closes", round.closes);
    round.accept_late = form.has("accept_late");
    round.introduction = documents::several_lines(form.value("introduction"));
    round.revision = revision_from(form);
    read_reminders(typed, form.value("reminders"));
    for (const auto id : ticked(form))
        typed.contacts.push_back(ContactId{id});
    return typed;
}

http::Form form_of(const actions::PlanView& plan)
{
    const auto& round = plan.round;
    http::Fields fields{{"opens_day", day_typed(day_of(round.opens))},
                        {"opens_time", time_typed(round.opens)},
                        {"closes_day", day_typed(day_of(round.closes))},
                        {"closes_time", time_typed(round.closes)},
                        {"visibility", std::string(word(round.visibility))},
                        {"reminders", fmt::format("{}", fmt::join(round.reminders, ", "))},
                        {"introduction", round.introduction},
                        {"revision", std::to_string(round.revision)}};
    if (round.accept_late)
        fields.emplace_back("accept_late", "ja");
    for (const auto contact : plan.chosen)
        fields.emplace_back("kies", std::to_string(contact.value));
    return http::Form(std::move(fields));
}

std::vector<View> party_views(const actions::PlanView& plan, const http::Form& typed)
{
    const auto chosen = ticked(typed);
    std::vector<View> parties;
    for (const auto& row : plan.parties)
    {
        std::vector<View> contacts;
        for (const auto& contact : row.contacts)
        {
            const bool there = plan.round.state == RoundState::open &&
                               std::find(plan.chosen.begin(), plan.chosen.end(), contact.id) != plan.chosen.end();
            contacts.push_back(View{}.set("id", contact.id.value)
                                   .set("name", full_name(contact.name))
                                   .set("email", contact.email)
                                   .set("speaks", row.party.speaker == contact.id)
                                   .set("refused", contact.address_state == AddressState::refused)
                                   .set("there", there)
                                   .set("chosen", std::find(chosen.begin(), chosen.end(), contact.id.value) != chosen.end()));
        }
        parties.push_back(View{}.set("party", name_of(row.party))
                              .set("party_id", row.party.id.value)
                              .set("nobody", contacts.empty())
                              .set("contacts", std::move(contacts)));
    }
    return parties;
}

// Problems about a moment are told at its day.
Problem at_the_fields(Problem problem)
{
    for (auto& field : problem.fields)
        if (field.field == "opens" || field.field == "closes")
            field.field += "_day";
    return problem;
}

http::Response form_page(Context& context, const actions::PlanView& plan, const http::Form& typed, const Problem* problem)
{
    const bool is_new = !plan.round.id;
    const bool begun = plan.round.state != RoundState::planned;
    View view;
    add_problem(context, view, problem, {"contacts"});
    add_covenant_head(context, view, plan.covenant.covenant, true, "rounds");
    FormFields fields(context, typed, problem, "rounds.field");
    if (!begun)
        fields.line("opens_day", false, "rt-w-date").line("opens_time", false, "rt-w-time");
    fields.line("closes_day", false, "rt-w-date").line("closes_time", false, "rt-w-time");
    if (!begun)
        fields.select("visibility", choices_of<Visibility>(context, "rounds.visibility"));
    fields.line("reminders", true, "rt-w-date").check("accept_late").area("introduction", true);
    const auto list = covenant_path(plan.covenant.covenant.id, "/consultatie");
    const auto* const version = plan.covenant.latest();
    view.set("title", context.text(is_new ? "rounds.new_title" : "rounds.edit_title"))
        .set("version", version->number())
        .set("text_differs", !begun && plan.covenant.differs_from_latest())
        .set("is_new", is_new)
        .set("begun", begun)
        .set("open", plan.round.state == RoundState::open)
        .set("action", is_new ? list : round_path(plan.round, "/bewerk"))
        .set("stop", is_new ? list : round_path(plan.round))
        .set("revision", typed.value("revision"))
        .set("fields", std::move(fields).views())
        .set("parties", party_views(plan, typed));
    return round_page(context, "form", std::move(view), problem != nullptr ? status_of(problem->refusal) : 200);
}

http::Response save(http::Request& request, Context& context, const actions::PlanView& plan)
{
    const auto form = http::read_form(request).value(); // dispatch read it before
    auto typed = typed_round(form, plan.round);
    if (!typed.unread.empty())
    {
        const Problem problem{Refusal::invalid, "form.invalid", typed.unread, {}};
        return form_page(context, plan, form, &problem);
    }
    const auto saved = context.perform(actions::save_round, {typed.round, typed.contacts});
    if (saved)
    {
        typed.round.id = *saved;
        return context.go(round_path(typed.round), "round.saved");
    }
    const auto problem = at_the_fields(saved.error());
    return form_page(context, plan, form, &problem);
}

} // namespace

http::Response new_round(http::Request& request, Context& context)
{
    const auto plan = context.read(actions::plan_round, {covenant_named(request), {}});
    return plan ? form_page(context, *plan, form_of(*plan), nullptr) : context.refuse(plan.error());
}

http::Response create_round(http::Request& request, Context& context)
{
    const auto plan = context.read(actions::plan_round, {covenant_named(request), {}});
    return plan ? save(request, context, *plan) : context.refuse(plan.error());
}

http::Response edit_round(http::Request& request, Context& context)
{
    const auto plan = context.read(actions::plan_round, {covenant_named(request), round_named(request)});
    return plan ? form_page(context, *plan, form_of(*plan), nullptr) : context.refuse(plan.error());
}

http::Response change_round(http::Request& request, Context& context)
{
    const auto plan = context.read(actions::plan_round, {covenant_named(request), round_named(request)});
    return plan ? save(request, context, *plan) : context.refuse(plan.error());
}

} // namespace rondetafel::web::pages
