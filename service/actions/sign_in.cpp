// SPDX-License-Identifier: EUPL-1.2
#include "second_step.hpp"

#include <rondetafel/actions/accounts.hpp>

namespace rondetafel::actions
{

namespace
{

constexpr std::size_t mark_letters = 16;

Problem wrong() { return {Refusal::invalid, "sign_in.wrong", {}, {}}; }

// Whoever signs in is not yet the actor of the request, but is the one who does it.
storage::Event event_of(const Context& context, const Account& account, const char* verb)
{
    auto made = event(context, verb);
    made.actor_kind = "staff";
    made.actor_name = account.name;
    made.account = account.id;
    return made;
}

void let_in(Context& context, Account& account, const std::string& lookup)
{
    account.failures = 0;
    account.failed_at.reset();
    context.records.accounts.save(account);
    context.records.accounts.add_sign_in(account.id, lookup, context.machine_now);
    context.records.events.add(event_of(context, account, "account.signed_in"));
}

} // namespace

std::string password_mark(const Account& account)
{
    return sha256_hex(account.password_hash).substr(0, mark_letters);
}

Result<Done> count_attempt(Context& context, Account& account)
{
    if (!may_try(account, context.machine_now))
    {
        const auto wait = *account.failed_at + back_off(account.failures) - context.machine_now;
        return Problem{Refusal::busy, "sign_in.wait", {}, {{"seconds", std::to_string(wait.count())}}};
    }
    ++account.failures;
    account.failed_at = context.machine_now;
    context.records.accounts.save(account);
    return Done{};
}

bool accept_code(Context& context, Account& account, const std::string& code)
{
    const auto& keys = *context.installation.keys;
    const auto secret = keys.unseal(account.totp_sealed);
    if (const auto step =
            secret ? totp_step(*secret, code, context.machine_now, account.totp_last_step) : std::nullopt)
    {
        account.totp_last_step = *step;
        return true;
    }
    return context.records.accounts.use_recovery_code(account.id, recovery_code_hash(keys, account.id, code),
                                                      context.machine_now);
}

std::string recovery_code_hash(const Keys& keys, AccountId account, const std::string& code)
{
    return hex(keys.keyed_hash(KeyPurpose::lookup,
                               "recovery|" + std::to_string(account.value) + '|' + recovery_code_from(code)));
}

Result<Attempt> begin_attempt(Context& context, const std::string& email)
{
    auto account = context.records.accounts.find_by_email(account_email(email));
    Attempt attempt{account};
    // Too soon after too many: looked at no more than an address that nobody has, and told in the same words.
    // A row is written all the same, for a commit takes time that can be measured.
    if (!account || !count_attempt(context, *account))
    {
        context.records.settings.set("sign_in.passed_over_at", std::to_string(epoch(context.machine_now)));
        return Attempt{};
    }
    return attempt;
}

Result<Entrance> finish_attempt(Context& context, const ComparedPassword& compared)
{
    const auto& before = compared.attempt.account;
    if (!before || !compared.right)
        return wrong();
    auto account = context.records.accounts.find(before->id);
    // Somebody may have set another password, or closed the account, while this one was compared.
    if (!account || account->status != AccountStatus::active || account->password_hash != before->password_hash)
        return wrong();
    if (account->totp_sealed.empty())
    {
        let_in(context, *account, compared.sign_in_lookup);
        return Entrance{*account, false};
    }
    // A right password is no failure, but it must not wipe out wrong codes either: else who knows the password could
    // guess codes without end.
    if (account->failures == before->failures + 1)
    {
        account->failures = before->failures;
        account->failed_at = before->failed_at;
        context.records.accounts.save(*account);
    }
    return Entrance{*account, true};
}

Result<std::optional<Account>> try_code(Context& context, const TryCode& wish)
{
    auto account = context.records.accounts.find(wish.account);
    if (!account || account->status != AccountStatus::active || account->totp_sealed.empty() ||
        !equal_secret(password_mark(*account), wish.password_mark))
        return Problem{Refusal::invalid, "sign_in.start_again", {}, {}};
    if (const auto counted = count_attempt(context, *account); !counted)
        return counted.error();
    if (!accept_code(context, *account, wish.code))
        return std::optional<Account>{};
    let_in(context, *account, wish.sign_in_lookup);
    return account;
}

Result<Done> sign_out(Context& context, const std::string& sign_in_lookup)
{
    context.records.accounts.end_sign_in(sign_in_lookup, context.machine_now);
    context.records.events.add(event(context, "account.signed_out"));
    return Done{};
}

Result<Done> sign_out_everywhere(Context& context, const Done&)
{
    context.records.accounts.end_sign_ins(context.actor.account->id, context.machine_now);
    context.records.events.add(event(context, "account.signed_out_everywhere"));
    return Done{};
}

} // namespace rondetafel::actions
