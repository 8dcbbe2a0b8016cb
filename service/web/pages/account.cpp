// SPDX-License-Identifier: EUPL-1.2
#include "account.hpp"

#include "account_forms.hpp"

#include <rondetafel/actions/accounts.hpp>

namespace rondetafel::web::pages
{

namespace
{

http::Response account_page(Context& context, const actions::OwnDetails& details,
                            const std::optional<Problem>& problem)
{
    auto view = form_view(context, "accounts.own.title", false, problem);
    auto passwords = field_views(context,
                                 {{"old_password", "password", "current-password", {}, false, {}},
                                  {"password", "password", "new-password", {}, false, {}}},
                                 problem);
    passwords.back().set("label", context.text("accounts.field.new_password"));
    view.set("email", context.account()->email)
        .set("second_step_on", !context.account()->totp_sealed.empty())
        .set("details", field_views(context,
                                    {{"name", "text", "name", details.name, false, {}},
                                     {"language", "select", "off", code(details.language), false,
                                      language_choices(context)}},
                                    problem))
        .set("passwords", std::move(passwords));
    return context.page("accounts/own", std::move(view), "", form_status(problem));
}

actions::OwnDetails own_details(const Context& context)
{
    return {context.account()->name, context.account()->language};
}

http::Response save_details(Context& context, const http::Form& form)
{
    const actions::OwnDetails wish{trimmed(form.value("name")),
                                   form.value("language") == "en" ? Language::en : Language::nl};
    if (const auto saved = context.perform(actions::save_own_details, wish); !saved)
        return account_page(context, wish, saved.error());
    return context.go("/account", "account.saved");
}

http::Response change_password(Context& context, const http::Form& form)
{
    const auto& account = *context.account();
    // First, so that only a wrong old password counts as an attempt.
    const auto password = form.value("password");
    if (const auto good = check_new_password(password, account); !good)
        return account_page(context, own_details(context), good.error());
    // The old password is guarded like a sign-in: a machine left open is no place to guess it.
    const auto attempt = context.perform(actions::begin_attempt, account.email);
    if (!attempt)
        return account_page(context, own_details(context), attempt.error());
    if (!attempt->account || !password_matches(attempt->account->password_hash, form.value("old_password")))
        return account_page(context, own_details(context), invalid("old_password", "account.old_password_wrong"));
    const auto made = new_sign_in(context);
    if (const auto changed = context.perform(actions::change_own_password, {hash_password(password), made.lookup});
        !changed)
        return account_page(context, own_details(context), changed.error());
    give_sign_in(context, made);
    return context.go("/account", "account.password_changed");
}

} // namespace

http::Response show_account(http::Request&, Context& context)
{
    return account_page(context, own_details(context), std::nullopt);
}

http::Response post_account(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    return form->value("deed") == "password" ? change_password(context, *form) : save_details(context, *form);
}

} // namespace rondetafel::web::pages
