// SPDX-License-Identifier: EUPL-1.2
#include "problems.hpp"

namespace rondetafel::web
{

int status_of(Refusal refusal)
{
    switch (refusal)
    {
    case Refusal::invalid:
        return 422;
    case Refusal::not_found:
        return 404;
    case Refusal::forbidden:
        return 403;
    case Refusal::conflict:
        return 409;
    case Refusal::unauthenticated:
        return 401;
    case Refusal::busy:
        return 503;
    }
    return 500;
}

http::Response problem_page(Context& context, const Problem& problem)
{
    return problem_page(context, problem, status_of(problem.refusal));
}

http::Response problem_page(Context& context, const Problem& problem, int status)
{
    templates::View view;
    const auto kind = "problem_page." + std::to_string(status);
    view.set("title", context.text(kind + ".title")).set("body", context.problem_text(problem.code, problem.arguments));
    std::vector<templates::View> fields;
    for (const auto& field : problem.fields)
        fields.push_back(templates::View{}.set("text", context.problem_text(field.code, field.arguments)));
    view.set("any_field", !fields.empty()).set("fields", std::move(fields)).set("guest", false).set("errors", false);
    return context.page("problem", std::move(view), "", status);
}

void add_problem(Context& context, templates::View& view, const Problem* problem,
                 std::initializer_list<const char*> fields)
{
    for (const auto* field : fields)
        view.set(std::string("error_") + field, false);
    view.set("errors", false);
    if (problem == nullptr)
        return;
    std::vector<templates::View> items;
    for (const auto& field : problem->fields)
    {
        const auto text = context.problem_text(field.code, field.arguments);
        items.push_back(templates::View{}.set("field", field.field).set("text", text));
        view.set("error_" + field.field, text);
    }
    if (problem->fields.empty())
        items.push_back(
            templates::View{}.set("field", "inhoud").set("text", context.problem_text(problem->code, problem->arguments)));
    const auto count = static_cast<long long>(items.size());
    view.set("errors", templates::View{}
                           .set("heading", problem->fields.empty() ? context.text("form.not_done")
                                                                   : context.count("form.mend", count))
                           .set("items", std::move(items)));
}

} // namespace rondetafel::web
