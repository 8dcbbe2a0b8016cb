// SPDX-License-Identifier: EUPL-1.2
#include "second_step.hpp"

#include <rondetafel/actions/accounts.hpp>
#include <rondetafel/domain/fields.hpp>

namespace rondetafel::actions
{

namespace
{

constexpr std::size_t name_max = 100;

// The row as it is now; the actor's copy was read before this transaction.
Account own(Context& context) { return context.records.accounts.find(context.actor.account->id).value(); }

} // namespace

Result<Done> save_own_details(Context& context, const OwnDetails& wish)
{
    FieldChecks checks;
    if (is_blank(wish.name))
        checks.refuse("name", "account.name_missing");
    checks.one_line("name", wish.name, name_max);
    if (!checks.all_good())
        return checks.outcome();
    auto account = own(context);
    account.name = wish.name;
    account.language = wish.language;
    context.records.accounts.save(account);
    context.records.events.add(event(context, "account.details_changed"));
    return Done{};
}

Result<Done> change_own_password(Context& context, const OwnPassword& wish)
{
    auto account = own(context);
    account.password_hash = wish.hash;
    account.failures = 0;
    account.failed_at.reset();
    auto& accounts = context.records.accounts;
    accounts.save(account);
    // Whoever used the old password elsewhere must sign in again.
    accounts.end_sign_ins(account.id, context.machine_now);
    accounts.add_sign_in(account.id, wish.sign_in_lookup, context.machine_now);
    context.records.links.revoke(account.id, context.machine_now);
    context.records.events.add(event(context, "account.password_changed"));
    return Done{};
}

Result<std::vector<std::string>> turn_on_second_step(Context& context, const SecondStep& wish)
{
    auto account = own(context);
    if (!account.totp_sealed.empty())
        return conflict("changed.meanwhile");
    const auto step = totp_step(wish.secret, wish.code, context.machine_now, 0);
    if (!step)
        return invalid("code", "code.wrong");
    auto& randomness = *context.installation.randomness;
    const auto& keys = *context.installation.keys;
    account.totp_sealed = keys.seal(wish.secret, randomness);
    account.totp_last_step = *step;
    context.records.accounts.save(account);
    auto codes = new_recovery_codes(randomness);
    std::vector<std::string> hashes;
    for (const auto& code : codes)
        hashes.push_back(recovery_code_hash(keys, account.id, code));
    context.records.accounts.replace_recovery_codes(account.id, hashes);
    context.records.events.add(event(context, "account.second_step_on"));
    return codes;
}

Result<bool> turn_off_second_step(Context& context, const std::string& code)
{
    auto account = own(context);
    if (const auto counted = count_attempt(context, account); !counted)
        return counted.error();
    if (!accept_code(context, account, code))
        return false;
    account.failures = 0;
    account.failed_at.reset();
    account.totp_sealed.clear();
    context.records.accounts.save(account);
    context.records.accounts.replace_recovery_codes(account.id, {});
    context.records.events.add(event(context, "account.second_step_off"));
    return true;
}

} // namespace rondetafel::actions
