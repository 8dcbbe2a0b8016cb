// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/accounts.hpp>
#include <rondetafel/actions/letters.hpp>
#include <rondetafel/base/email_address.hpp>
#include <rondetafel/base/trimmed.hpp>
#include <rondetafel/domain/fields.hpp>

namespace rondetafel::actions
{

namespace
{

using namespace std::chrono_literals;

constexpr std::size_t name_max = 100;
constexpr auto invitation_life = 72h;
constexpr auto reset_life = 2h;

bool is_active_administrator(const Account& account)
{
    return account.role == Role::administrator && account.status == AccountStatus::active;
}

// Whether another active administrator remains. That one's row is written too, so that two administrators who close
// each other's account at the same moment cannot both succeed.
bool keep_an_administrator(Context& context, const Account& account)
{
    if (!is_active_administrator(account))
        return true;
    for (auto& other : context.records.accounts.all())
        if (other.id != account.id && is_active_administrator(other))
        {
            context.records.accounts.save(other);
            return true;
        }
    return false;
}

void send_link(Context& context, const Account& account)
{
    context.records.links.revoke(account.id, context.machine_now);
    if (account.status == AccountStatus::invited)
        queue_account_letter(context, LetterKind::account_invitation, account, invitation_life);
    else
        queue_account_letter(context, LetterKind::password_reset, account, reset_life);
}

Result<Done> apply(Context& context, const ChangeAccount& wish, Account& account)
{
    switch (wish.deed)
    {
    case AccountDeed::set_role:
        if (wish.role != Role::administrator && !keep_an_administrator(context, account))
            return conflict("account.last_administrator");
        account.role = wish.role;
        break;
    case AccountDeed::disable:
        if (!keep_an_administrator(context, account))
            return conflict("account.last_administrator");
        account.status = AccountStatus::disabled;
        context.records.accounts.end_sign_ins(account.id, context.machine_now);
        context.records.links.revoke(account.id, context.machine_now);
        break;
    case AccountDeed::enable:
        account.status = account.password_hash.empty() ? AccountStatus::invited : AccountStatus::active;
        break;
    case AccountDeed::send_link:
        if (account.status == AccountStatus::disabled)
            return conflict("account.disabled");
        send_link(context, account);
        break;
    case AccountDeed::drop_second_step:
        account.totp_sealed.clear();
        context.records.accounts.replace_recovery_codes(account.id, {});
        context.records.accounts.end_sign_ins(account.id, context.machine_now);
        break;
    }
    return Done{};
}

const char* verb_of(AccountDeed deed)
{
    switch (deed)
    {
    case AccountDeed::set_role:
        return "account.role_changed";
    case AccountDeed::disable:
        return "account.disabled";
    case AccountDeed::enable:
        return "account.enabled";
    case AccountDeed::send_link:
        return "account.link_sent";
    case AccountDeed::drop_second_step:
        return "account.second_step_dropped";
    }
    return "";
}

} // namespace

std::string account_email(const std::string& typed)
{
    const auto email = trimmed(typed);
    const auto checked = checked_email_address(email);
    return in_small_letters(checked ? *checked : email);
}

Result<std::vector<Account>> list_accounts(Context& context, const Done&) { return context.records.accounts.all(); }

Result<Account> add_account(Context& context, const NewAccount& wish)
{
    Account account;
    account.email = account_email(wish.email);
    account.name = wish.name;
    account.role = wish.role;
    account.language = wish.language;
    account.password_hash = wish.password_hash;
    account.status = wish.password_hash.empty() ? AccountStatus::invited : AccountStatus::active;
    FieldChecks checks;
    if (is_blank(account.name))
        checks.refuse("name", "account.name_missing");
    checks.one_line("name", account.name, name_max);
    if (!checked_email_address(account.email))
        checks.refuse("email", "email.not_an_address");
    else if (context.records.accounts.find_by_email(account.email))
        checks.refuse("email", "account.email_taken");
    if (const auto checked = checks.outcome(); !checked)
        return checked.error();
    account.id = context.records.accounts.add(account, context.machine_now);
    context.records.events.add(event(context, "account.added", account.name));
    // As it is stored, with its revision.
    return context.records.accounts.find(account.id).value();
}

Result<Account> invite_account(Context& context, const NewAccount& wish)
{
    auto account = add_account(context, wish);
    if (account)
        send_link(context, *account);
    return account;
}

Result<std::string> password_link(Context& context, const AccountId& id)
{
    const auto account = context.records.accounts.find(id);
    if (!account)
        return not_found("account");
    if (account->status == AccountStatus::disabled)
        return conflict("account.disabled");
    const auto& keys = *context.installation.keys;
    storage::Link link;
    link.key = hex(context.installation.randomness->bytes(16));
    link.purpose = storage::LinkPurpose::password;
    link.account = id;
    link.created_at = context.machine_now;
    link.expires_at = context.machine_now + invitation_life;
    const auto token = link_token(keys, link);
    link.lookup = link_lookup(keys, token).value();
    context.records.links.revoke(id, context.machine_now);
    context.records.links.add(link);
    context.records.events.add(event(context, "account.link_made", account->name));
    return context.installation.base_url + "/wachtwoord/" + token;
}

Result<Account> change_account(Context& context, const ChangeAccount& wish)
{
    auto account = context.records.accounts.find(wish.account);
    if (!account)
        return not_found("account");
    if (const auto applied = apply(context, wish, *account); !applied)
        return applied.error();
    context.records.accounts.save(*account);
    context.records.events.add(event(context, verb_of(wish.deed), account->name));
    return *account;
}

} // namespace rondetafel::actions
