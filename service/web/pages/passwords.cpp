// SPDX-License-Identifier: EUPL-1.2
#include "passwords.hpp"

#include "account_forms.hpp"

#include <rondetafel/actions/accounts.hpp>
#include <rondetafel/base/email_address.hpp>

namespace rondetafel::web::pages
{

namespace
{

constexpr const char* subject = "wachtwoord";

http::Response forgotten_page(Context& context, const std::string& email, const std::optional<Problem>& problem)
{
    auto view = form_view(context, "accounts.forgotten.title", true, problem);
    view.set("fields", field_views(context, {{"email", "email", "username", email, false, {}}}, problem));
    return guest_page(context, "accounts/forgotten", std::move(view), subject, form_status(problem));
}

http::Response new_password_page(Context& context, const Account& account, const std::optional<Problem>& problem)
{
    auto view = form_view(context, "accounts.new_password.title", true, problem);
    view.set("email", account.email)
        .set("fields", field_views(context, {{"password", "password", "new-password", {}, false, {}}}, problem));
    return guest_page(context, "accounts/new_password", std::move(view), subject, form_status(problem));
}

// Wrong, cut off, too old or used: one page, which tells nobody which of these it is.
http::Response no_link_page(Context& context)
{
    return context.page("accounts/no_link", form_view(context, "accounts.no_link.title", true, std::nullopt), "", 404);
}

} // namespace

http::Response show_forgotten(http::Request&, Context& context) { return forgotten_page(context, {}, std::nullopt); }

http::Response post_forgotten(http::Request& request, Context& context)
{
    const auto form = guest_form(request, context, subject);
    if (!form)
        return context.refuse(form.error());
    const auto email = trimmed(form->value("email"));
    if (const auto checked = checked_email_address(email); !checked)
        return forgotten_page(context, email, checked.error());
    if (const auto asked = context.perform(actions::ask_new_password, email); !asked)
        return forgotten_page(context, email, asked.error());
    auto view = form_view(context, "accounts.forgotten.sent_title", true, std::nullopt);
    return context.page("accounts/forgotten_sent", std::move(view));
}

http::Response show_new_password(http::Request& request, Context& context)
{
    const auto account = context.read(actions::find_password_link, std::string(request.parameter("token")));
    return account ? new_password_page(context, *account, std::nullopt) : no_link_page(context);
}

http::Response post_new_password(http::Request& request, Context& context)
{
    const auto form = guest_form(request, context, subject);
    if (!form)
        return context.refuse(form.error());
    const std::string token{request.parameter("token")};
    const auto account = context.read(actions::find_password_link, token);
    if (!account)
        return no_link_page(context);
    const auto password = form->value("password");
    if (const auto good = check_new_password(password, *account); !good)
        return new_password_page(context, *account, good.error());
    const auto set = context.perform(actions::set_password, {token, hash_password(password)});
    if (!set && set.error().refusal == Refusal::not_found)
        return no_link_page(context);
    if (!set)
        return new_password_page(context, *account, set.error());
    return context.go("/inloggen", "account.password_set");
}

} // namespace rondetafel::web::pages
