// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/context.hpp>

namespace rondetafel::actions
{

storage::Event event(const Context& context, std::string verb, std::string detail)
{
    storage::Event made;
    made.happened_at = context.now;
    made.actor_kind = context.actor.kind();
    made.actor_name = context.actor.display_name();
    if (context.actor.account)
        made.account = context.actor.account->id;
    made.verb = std::move(verb);
    made.detail = std::move(detail);
    return made;
}

} // namespace rondetafel::actions
