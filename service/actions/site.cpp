// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/site.hpp>

namespace rondetafel::actions
{

Result<Visit> receive(Context& context, const VisitWish& wish)
{
    Visit visit{context.records.settings.office(), std::nullopt};
    if (wish.sign_in_lookup.empty())
        return visit;
    const auto sign_in = context.records.accounts.find_sign_in(wish.sign_in_lookup);
    if (!sign_in || sign_in->ended_at || !session_alive(sign_in->created_at, wish.seen, context.machine_now))
        return visit;
    auto account = context.records.accounts.find(sign_in->account);
    if (account && account->status == AccountStatus::active)
        visit.account = std::move(account);
    return visit;
}

} // namespace rondetafel::actions
