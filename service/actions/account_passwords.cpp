// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/accounts.hpp>
#include <rondetafel/actions/letters.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

using namespace std::chrono_literals;

constexpr auto reset_life = 2h;
constexpr auto asking_period = 15min;
constexpr int letters_per_period = 3;
constexpr int events_looked_at = 200;

struct OpenLink
{
    storage::Link link;
    Account account;
};

std::optional<OpenLink> open_link(Context& context, const std::string& token)
{
    const auto lookup = link_lookup(*context.installation.keys, token);
    const auto link = lookup ? context.records.links.find(*lookup) : std::nullopt;
    if (!link || link->purpose != storage::LinkPurpose::password || !link->account || link->used_at ||
        link->revoked_at || link->expires_at <= context.machine_now)
        return std::nullopt;
    auto account = context.records.accounts.find(*link->account);
    if (!account || account->status == AccountStatus::disabled)
        return std::nullopt;
    return OpenLink{*link, std::move(*account)};
}

// Nobody's mailbox is filled by somebody else who types the address again and again.
bool asked_often(Context& context, const Account& account)
{
    const auto asked =
        context.records.events.recent("account.password_asked", context.now - asking_period, events_looked_at);
    const auto count = std::ranges::count_if(asked, [&](const auto& one) { return one.account == account.id; });
    return count >= letters_per_period;
}

} // namespace

Result<Done> ask_new_password(Context& context, const std::string& email)
{
    const auto account = context.records.accounts.find_by_email(account_email(email));
    if (!account || account->status != AccountStatus::active || asked_often(context, *account))
        return Done{};
    queue_account_letter(context, LetterKind::password_reset, *account, reset_life);
    auto made = event(context, "account.password_asked", account->name);
    made.account = account->id;
    context.records.events.add(made);
    return Done{};
}

Result<Account> find_password_link(Context& context, const std::string& token)
{
    auto found = open_link(context, token);
    if (!found)
        return not_found("password_link");
    return std::move(found->account);
}

Result<Done> set_password(Context& context, const SetPassword& wish)
{
    auto found = open_link(context, wish.token);
    if (!found || !context.records.links.use_up(found->link.id, context.machine_now))
        return not_found("password_link");
    auto& account = found->account;
    account.password_hash = wish.hash;
    account.status = AccountStatus::active;
    account.failures = 0;
    account.failed_at.reset();
    context.records.accounts.save(account);
    context.records.accounts.end_sign_ins(account.id, context.machine_now);
    context.records.links.revoke(account.id, context.machine_now);
    auto made = event(context, "account.password_set", account.name);
    made.actor_kind = "staff";
    made.actor_name = account.name;
    made.account = account.id;
    context.records.events.add(made);
    return Done{};
}

} // namespace rondetafel::actions
