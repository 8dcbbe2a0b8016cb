// SPDX-License-Identifier: EUPL-1.2
#include "accounts.hpp"

#include "account_forms.hpp"

#include <rondetafel/actions/accounts.hpp>

#include <charconv>

namespace rondetafel::web::pages
{

namespace
{

templates::View row_view(Context& context, const Account& account)
{
    std::vector<templates::View> roles;
    for (const auto& [value, text] : role_choices(context))
        roles.push_back(
            templates::View{}.set("choice", value).set("text", text).set("selected", value == word(account.role)));
    templates::View row;
    row.set("account", account.id.value)
        .set("name", account.name)
        .set("email", account.email)
        .set("status", context.text("accounts.status." + std::string(word(account.status))))
        .set("second_step", !account.totp_sealed.empty())
        .set("disabled", account.status == AccountStatus::disabled)
        .set("roles", std::move(roles));
    return row;
}

http::Response accounts_page(Context& context, const actions::NewAccount& typed,
                             const std::optional<Problem>& problem)
{
    const auto accounts = context.read(actions::list_accounts, Done{});
    if (!accounts)
        return context.refuse(accounts.error());
    std::vector<templates::View> rows;
    for (const auto& account : *accounts)
        rows.push_back(row_view(context, account));
    auto view = form_view(context, "accounts.list.title", false, problem);
    view.set("rows", std::move(rows))
        .set("fields",
             field_views(context,
                         {{"name", "text", "off", typed.name, false, {}},
                          {"email", "email", "off", typed.email, false, {}},
                          {"role", "select", "off", std::string(word(typed.role)), false, role_choices(context)},
                          {"language", "select", "off", code(typed.language), false, language_choices(context)}},
                         problem));
    return context.page("accounts/list", std::move(view), "", form_status(problem));
}

std::optional<AccountId> account_of(const http::Request& request)
{
    const auto text = request.parameter("account");
    AccountId id;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id.value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return id;
}

} // namespace

http::Response show_accounts(http::Request&, Context& context) { return accounts_page(context, {}, std::nullopt); }

http::Response post_accounts(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    actions::NewAccount wish;
    wish.name = trimmed(form->value("name"));
    wish.email = trimmed(form->value("email"));
    wish.role = from_word<Role>(form->value("role")).value_or(Role::reader);
    wish.language = form->value("language") == "en" ? Language::en : Language::nl;
    const auto invited = context.perform(actions::invite_account, wish);
    if (!invited)
        return accounts_page(context, wish, invited.error());
    return context.go("/beheer/accounts", "account.invited", invited->email);
}

http::Response post_account_change(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const auto id = account_of(request);
    const auto deed = from_word<actions::AccountDeed>(form->value("deed"));
    const auto role = from_word<Role>(form->value("role"));
    if (!id || !deed || (deed == actions::AccountDeed::set_role && !role))
        return context.refuse(not_found("account"));
    const auto changed = context.perform(actions::change_account, {*id, *deed, role.value_or(Role::reader)});
    if (!changed)
        return accounts_page(context, {}, changed.error());
    return context.go("/beheer/accounts", "account." + std::string(word(*deed)), changed->email);
}

} // namespace rondetafel::web::pages
