// SPDX-License-Identifier: EUPL-1.2
#include "meeting_form.hpp"

#include "meeting_parts.hpp"
#include "meeting_typed.hpp"
#include "problems.hpp"

#include <rondetafel/actions/picking.hpp>

#include <algorithm>
#include <iterator>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

struct FieldLook
{
    const char* name;
    bool optional = false;
    bool hint = false;
    const char* width = "";
    bool lines = false;
};

constexpr FieldLook looks[] = {{"title"},
                               {"goal", true, true, "", true},
                               {"agenda", true, true, "", true},
                               {"day", false, true, "rt-w-date"},
                               {"start", false, false, "rt-w-time"},
                               {"end", false, false, "rt-w-time"},
                               {"place", false, true},
                               {"address", true, true},
                               {"online_url", true, true},
                               {"capacity", true, true, "rt-w-time"},
                               {"answer_day", true, true, "rt-w-date"},
                               {"answer_time", true, false, "rt-w-time"}};

// What can be judged although a time or a number could not be read.
constexpr std::string_view judged_anyway[] = {"title", "goal", "agenda", "place", "address", "online_url"};

View field(const Context& context, const FieldLook& look, const http::Form& form, const Problem* problem)
{
    const std::string name = look.name;
    std::string error;
    if (problem != nullptr)
        for (const auto& wrong : problem->fields)
            if (wrong.field == name && error.empty())
                error = context.problem_text(wrong.code, wrong.arguments);
    std::string described = look.hint ? name + "-hulp" : "";
    if (!error.empty())
        described += (described.empty() ? "" : " ") + name + "-fout";
    View view;
    return std::move(view.set("name", name)
                         .set("label", context.text("meetings.field." + name))
                         .set("optional", look.optional)
                         .optional("hint", look.hint ? context.text("meetings.hint." + name) : "")
                         .optional("error", error)
                         .optional("described", described)
                         .optional("width", look.width)
                         .set("long", look.lines)
                         .set("value", form.value(name)));
}

bool asks_occurrence(const http::Form& form, const Problem* problem)
{
    if (form.has("occurrence"))
        return true;
    return problem != nullptr && std::any_of(problem->fields.begin(), problem->fields.end(),
                                             [](const auto& wrong) { return wrong.code == "time.ambiguous"; });
}

void add_choices(const Context& context, View& view, const http::Form& form, const Problem* problem)
{
    std::vector<View> kinds;
    for (const auto& [kind, name] : Words<MeetingKind>::all)
        kinds.push_back(View{}
                            .set("value", std::string(name))
                            .set("label", context.text("meetings.kind." + std::string(name)))
                            .set("selected", form.value("kind") == name));
    view.set("kinds", std::move(kinds))
        .set("substitutes", form.has("substitutes"))
        .set("ask_occurrence", asks_occurrence(form, problem))
        .set("first_hour", form.value("occurrence") == "eerste")
        .set("second_hour", form.value("occurrence") == "tweede")
        .set("revision", form.value("revision"))
        .set("step", form.value("stap"));
}

http::Response form_page(Context& context, const Meeting& meeting, const http::Form& form, const Problem* problem)
{
    View view;
    add_problem(context, view, problem, {});
    add_choices(context, view, form, problem);
    for (const auto& look : looks)
        view.set(std::string("f_") + look.name, field(context, look, form, problem));
    const bool is_new = !meeting.id;
    const auto title = is_new ? context.text("meetings.new_title") : meeting.title;
    view.set("title", title)
        .set("guest", false)
        .set("heading", title)
        .set("is_new", is_new)
        .set("invited", meeting.state == MeetingState::invited)
        .set("tell", problem == nullptr || form.has("tell"))
        .set("keep_answers", form.has("keep_answers"))
        .set("meeting_title", title)
        .set("meeting_href", is_new ? "/bijeenkomsten" : meeting_path(meeting.id))
        .set("action", is_new ? "/bijeenkomsten" : meeting_path(meeting.id, "/bewerk"));
    const auto status = problem ? status_of(problem->refusal) : 200;
    return context.page("meetings/form", std::move(view), "meetings", status);
}

// With fields that cannot be read the domain cannot judge the times; it still judges the rest.
std::optional<Problem> unread_problem(const Context& context, const TypedMeeting& typed)
{
    if (typed.unread.empty())
        return std::nullopt;
    Problem problem{Refusal::invalid, "form.invalid", {}, {}};
    if (const auto checked = check_meeting(typed.meeting, context.now(), true); !checked)
    {
        const auto judged = checked.error();
        std::copy_if(judged.fields.begin(), judged.fields.end(), std::back_inserter(problem.fields),
                     [](const auto& wrong) {
                         return std::ranges::find(judged_anyway, wrong.field) != std::end(judged_anyway);
                     });
    }
    problem.fields.insert(problem.fields.end(), typed.unread.begin(), typed.unread.end());
    const auto place = [](const FieldProblem& wrong) {
        return std::ranges::find_if(looks, [&](const auto& look) { return wrong.field == look.name; });
    };
    std::ranges::stable_sort(problem.fields,
                             [&](const auto& left, const auto& right) { return place(left) < place(right); });
    return problem;
}

http::Response save(Context& context, const http::Form& form, const Meeting& base)
{
    const auto typed = typed_meeting(form, base);
    if (const auto problem = unread_problem(context, typed))
        return form_page(context, base, form, &*problem);
    const auto saved = context.perform(
        actions::save_meeting,
        {typed.meeting, typed.occurrence_chosen, form.has("tell"), form.has("keep_answers")});
    if (!saved)
    {
        const auto problem = saved.error();
        if (problem.refusal == Refusal::not_found)
            return context.refuse(problem);
        return form_page(context, base, form, &problem);
    }
    return context.go(meeting_path(*saved), base.id ? "meetings.saved" : "meetings.planned");
}

std::optional<StepId> step_of(const http::Form& form)
{
    const auto number = number_from(form.value("stap"));
    return number && *number > 0 ? std::optional{StepId{*number}} : std::nullopt;
}

} // namespace

http::Response new_meeting(http::Request& request, Context& context)
{
    const auto query = query_of(request);
    const auto planned = context.read(actions::plan_meeting, step_of(query));
    if (!planned)
        return context.refuse(planned.error());
    auto fields = form_of(*planned).fields();
    fields.emplace_back("stap", query.value("stap"));
    return form_page(context, *planned, http::Form{std::move(fields)}, nullptr);
}

http::Response create_meeting(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const auto planned = context.read(actions::plan_meeting, step_of(*form));
    if (!planned)
        return context.refuse(planned.error());
    return save(context, *form, *planned);
}

http::Response edit_meeting(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_meeting, meeting_named(request));
    if (!entry)
        return context.refuse(entry.error());
    return form_page(context, entry->meeting, form_of(entry->meeting), nullptr);
}

http::Response change_meeting(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const auto entry = context.read(actions::show_meeting, meeting_named(request));
    if (!entry)
        return context.refuse(entry.error());
    auto base = entry->meeting;
    // The revision that the person saw, so that nobody's change is overwritten.
    base.revision = static_cast<int>(number_from(form->value("revision")).value_or(0) % 1'000'000'000);
    return save(context, *form, base);
}

} // namespace rondetafel::web::pages
