// SPDX-License-Identifier: EUPL-1.2
#include "covenant_parts.hpp"
#include "covenants.hpp"

#include "../../problems.hpp"

#include <rondetafel/documents/covenant_file.hpp>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

std::optional<StepId> step_from(const http::Form& form)
{
    const auto number = number_from(form.value("step"));
    return number ? std::optional(StepId{*number}) : std::nullopt;
}

Choices step_choices(const Context& context, const std::vector<Step>& steps)
{
    Choices choices{{"", context.text("covenant_form.no_step")}};
    for (const auto& step : steps)
        choices.emplace_back(std::to_string(step.id.value), step.title + " (" + step.window_text + ")");
    return choices;
}

Choices start_choices(const Context& context)
{
    Choices choices;
    for (const auto& [subject, text] : Words<CovenantSubject>::all)
        if (context.site().starters.contains(subject))
            choices.emplace_back(text, context.text("covenant_form.start_" + std::string(text)));
    choices.emplace_back("empty", context.text("covenant_form.start_empty"));
    return choices;
}

http::Response form_page(Context& context, const Covenant* covenant, const http::Form& typed,
                         const Problem* problem)
{
    const auto steps = context.read(actions::covenant_steps, Done{});
    if (!steps)
        return context.refuse(steps.error());
    View page;
    page.set("title", context.text(covenant != nullptr ? "covenant_form.title" : "covenant_form.new_title"))
        .set("guest", false)
        .set("is_new", covenant == nullptr)
        .set("action", covenant != nullptr ? covenant_path(covenant->id, "/bewerk") : "/convenanten")
        .set("back", covenant != nullptr ? covenant_path(covenant->id) : "/convenanten")
        .set("revision", typed.value("revision"));
    add_problem(context, page, problem, {});
    FormFields fields(context, typed, problem, "covenant_form");
    fields.line("title", covenant == nullptr);
    if (covenant == nullptr)
        fields.select("start", start_choices(context));
    else
        fields.select("subject", choices_of<CovenantSubject>(context, "covenants.subject"));
    fields.select("step", step_choices(context, *steps));
    page.set("fields", std::move(fields).views());
    return covenant_page(context, "form", std::move(page), problem != nullptr ? 422 : 200);
}

// Nothing to do for an empty covenant. The starter text gives the title too, unless one was typed.
std::optional<Problem> begin_from_starter(const Context& context, const std::string& start,
                                          actions::StartCovenant& wish)
{
    if (start == "empty")
        return std::nullopt;
    const auto found = context.site().starters.find(wish.subject);
    if (found == context.site().starters.end())
        return invalid("start", "choice.missing");
    auto starter = documents::read_covenant_file(found->second, *context.site().installation->randomness);
    if (!starter)
        return starter.error();
    wish.articles = std::move(starter->text.articles);
    wish.subjects = std::move(starter->subjects);
    if (wish.title.empty())
        wish.title = starter->text.title;
    return std::nullopt;
}

http::Form form_of(const Covenant& covenant)
{
    return http::Form({{"title", covenant.title},
                       {"subject", std::string(word(covenant.subject))},
                       {"step", covenant.step ? std::to_string(covenant.step->value) : ""},
                       {"revision", std::to_string(covenant.revision)}});
}

} // namespace

http::Response new_covenant(http::Request& request, Context& context)
{
    const auto query = query_of(request);
    const auto steps = context.read(actions::covenant_steps, Done{});
    // Most programmes have one covenant step: then it is chosen, and can be changed.
    const auto step = query.has("stap")              ? query.value("stap")
                      : steps && steps->size() == 1U ? std::to_string(steps->front().id.value)
                                                     : std::string();
    return form_page(context, nullptr, http::Form({{"start", "employership"}, {"step", step}}), nullptr);
}

http::Response create_covenant(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    actions::StartCovenant wish;
    wish.title = trimmed(form->value("title"));
    wish.subject = from_word<CovenantSubject>(form->value("start")).value_or(CovenantSubject::other);
    wish.step = step_from(*form);
    if (const auto problem = begin_from_starter(context, form->value("start"), wish))
        return form_page(context, nullptr, *form, &*problem);
    const auto started = context.perform(actions::start_covenant, wish);
    if (started)
        return context.go(covenant_path(*started), "covenant_started");
    const auto refused = started.error();
    return refused.refusal == Refusal::invalid ? form_page(context, nullptr, *form, &refused)
                                               : context.refuse(refused);
}

http::Response edit_covenant(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_covenant, covenant_named(request));
    if (!entry)
        return context.refuse(entry.error());
    return form_page(context, &entry->covenant, form_of(entry->covenant), nullptr);
}

http::Response change_covenant(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const auto entry = context.read(actions::show_covenant, covenant_named(request));
    if (!entry)
        return context.refuse(entry.error());
    actions::SaveCovenant wish{
        entry->covenant.id, revision_from(*form), trimmed(form->value("title")),
        from_word<CovenantSubject>(form->value("subject")).value_or(CovenantSubject::other),
        step_from(*form)};
    const auto saved = context.perform(actions::save_covenant, wish);
    if (saved)
        return context.go(covenant_path(wish.covenant), "covenant_saved");
    const auto refused = saved.error();
    return refused.refusal == Refusal::invalid ? form_page(context, &entry->covenant, *form, &refused)
                                               : context.refuse(refused);
}

} // namespace rondetafel::web::pages
