// SPDX-License-Identifier: EUPL-1.2
#include "account_forms.hpp"

#include "problems.hpp"
#include "sign_in_cookie.hpp"

#include <rondetafel/domain/accounts.hpp>

namespace rondetafel::web::pages
{

namespace
{

constexpr int too_many_requests = 429;
constexpr std::size_t secret_bytes = 32;

std::string error_of(Context& context, const std::string& name, const std::optional<Problem>& problem)
{
    if (problem)
        for (const auto& field : problem->fields)
            if (field.field == name)
                return context.problem_text(field.code, field.arguments);
    return {};
}

std::vector<templates::View> choice_views(const FormField& field)
{
    std::vector<templates::View> choices;
    for (const auto& [value, text] : field.choices)
        choices.push_back(
            templates::View{}.set("choice", value).set("text", text).set("selected", value == field.value));
    return choices;
}

} // namespace

templates::View field_view(Context& context, const FormField& field, const std::optional<Problem>& problem)
{
    const auto hint_key = "accounts.hint." + field.name;
    const auto hint = context.site().texts->has(Language::nl, hint_key) ? context.text(hint_key) : std::string{};
    const auto error = error_of(context, field.name, problem);
    auto described = hint.empty() ? std::string{} : field.name + "-hulp";
    if (!error.empty())
        described += (described.empty() ? "" : " ") + field.name + "-fout";
    templates::View view;
    view.set("id", field.name)
        .set("label", context.text("accounts.field." + field.name))
        .set("type", field.type)
        .set("autocomplete", field.autocomplete)
        .set("value", field.type == "password" ? std::string{} : field.value)
        .set("may_be_empty", field.optional)
        .set("select", field.type == "select")
        .set("numeric", field.type == "number")
        .set("choices", choice_views(field))
        .optional("hint", hint)
        .optional("error", error)
        .optional("described", described);
    return view;
}

std::vector<templates::View> field_views(Context& context, const std::vector<FormField>& fields,
                                         const std::optional<Problem>& problem)
{
    std::vector<templates::View> views;
    for (const auto& field : fields)
        views.push_back(field_view(context, field, problem));
    return views;
}

templates::View form_view(Context& context, const std::string& title_key, bool guest,
                          const std::optional<Problem>& problem)
{
    context.speak_as_staff();
    templates::View view;
    view.set("title", context.text(title_key)).set("guest", guest).set("languages", false);
    add_problem(context, view, problem ? &*problem : nullptr, {});
    return view;
}

int form_status(const std::optional<Problem>& problem)
{
    if (!problem)
        return 200;
    return problem->refusal == Refusal::busy ? too_many_requests : status_of(problem->refusal);
}

http::Response guest_page(Context& context, const std::string& name, templates::View view, const std::string& subject,
                          int status)
{
    view.set("guest_token", context.form_token(subject));
    return context.page(name, std::move(view), "", status);
}

Result<http::Form> guest_form(const http::Request& request, const Context& context, const std::string& subject)
{
    auto form = http::read_form(request);
    if (form && !context.form_token_matches(*form, subject))
        return forbidden("form.outdated");
    return form;
}

std::vector<std::pair<std::string, std::string>> language_choices(Context& context)
{
    return {{"nl", context.text("accounts.language.nl")}, {"en", context.text("accounts.language.en")}};
}

std::vector<std::pair<std::string, std::string>> role_choices(Context& context)
{
    std::vector<std::pair<std::string, std::string>> choices;
    for (const auto& [role, name] : Words<Role>::all)
        choices.emplace_back(name, context.text("accounts.role." + std::string(name)));
    return choices;
}

NewSignIn new_sign_in(const Context& context)
{
    const auto& installation = *context.site().installation;
    auto secret = hex(installation.randomness->bytes(secret_bytes));
    auto lookup = sign_in_lookup(*installation.keys, secret);
    return {std::move(secret), std::move(lookup)};
}

void give_sign_in(Context& context, const NewSignIn& made)
{
    const auto& installation = *context.site().installation;
    context.add_header("Set-Cookie", write_sign_in_cookie({made.secret, installation.machine_clock->now()},
                                                          *installation.keys, *installation.randomness,
                                                          context.site().https));
}

} // namespace rondetafel::web::pages
