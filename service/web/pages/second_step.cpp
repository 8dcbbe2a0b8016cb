// SPDX-License-Identifier: EUPL-1.2
#include "account.hpp"

#include "account_forms.hpp"

#include <rondetafel/actions/accounts.hpp>

namespace rondetafel::web::pages
{

namespace
{

// A secret that is being set up travels sealed in the form and belongs to one account; it is stored when a code proves
// that the authenticator has it.
std::string setup_prefix(const Context& context)
{
    return "setup|" + std::to_string(context.account()->id.value) + '|';
}

std::string seal_secret(const Context& context, const std::string& secret)
{
    const auto& installation = *context.site().installation;
    return installation.keys->seal(setup_prefix(context) + secret, *installation.randomness);
}

std::optional<std::string> unseal_secret(const Context& context, const std::string& sealed)
{
    const auto plain = context.site().installation->keys->unseal(sealed);
    const auto prefix = setup_prefix(context);
    if (!plain || !plain->starts_with(prefix))
        return std::nullopt;
    return plain->substr(prefix.size());
}

std::vector<FormField> code_field() { return {{"code", "text", "one-time-code", {}, false, {}}}; }

http::Response setup_page(Context& context, const std::string& secret, const std::optional<Problem>& problem)
{
    auto view = form_view(context, "accounts.second.title", false, problem);
    view.set("required", context.site().second_factor_required)
        .set("secret", totp_secret_text(secret))
        .set("uri", totp_uri(secret, "Rondetafel " + context.office().name, context.account()->email))
        .set("sealed", seal_secret(context, secret))
        .set("fields", field_views(context, code_field(), problem));
    return context.page("accounts/second_step_setup", std::move(view), "", form_status(problem));
}

http::Response standing_page(Context& context, const std::optional<Problem>& problem)
{
    auto view = form_view(context, "accounts.second.title", false, problem);
    view.set("fields", field_views(context, code_field(), problem));
    return context.page("accounts/second_step_on", std::move(view), "", form_status(problem));
}

http::Response fresh_setup_page(Context& context)
{
    return setup_page(context, new_totp_secret(*context.site().installation->randomness), std::nullopt);
}

http::Response turn_on(Context& context, const http::Form& form)
{
    const auto secret = unseal_secret(context, form.value("sealed"));
    if (!secret)
        return fresh_setup_page(context);
    const auto codes = context.perform(actions::turn_on_second_step, {*secret, form.value("code")});
    if (!codes)
        return setup_page(context, *secret, codes.error());
    auto view = form_view(context, "accounts.recovery.title", false, std::nullopt);
    std::vector<templates::View> items;
    for (const auto& code : *codes)
        items.push_back(templates::View{}.set("code", code));
    view.set("codes", std::move(items));
    return context.page("accounts/recovery_codes", std::move(view));
}

http::Response turn_off(Context& context, const http::Form& form)
{
    const auto done = context.perform(actions::turn_off_second_step, form.value("code"));
    if (!done)
        return standing_page(context, done.error());
    if (!*done)
        return standing_page(context, invalid("code", "code.wrong"));
    return context.go(context.site().second_factor_required ? "/account/tweede-stap" : "/account",
                      "account.second_step_off");
}

} // namespace

http::Response show_second_step(http::Request&, Context& context)
{
    return context.account()->totp_sealed.empty() ? fresh_setup_page(context) : standing_page(context, std::nullopt);
}

http::Response post_second_step(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    return context.account()->totp_sealed.empty() ? turn_on(context, *form) : turn_off(context, *form);
}

} // namespace rondetafel::web::pages
