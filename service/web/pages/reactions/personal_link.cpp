// SPDX-License-Identifier: EUPL-1.2
#include "personal_link.hpp"

#include "../answers.hpp"
#include "reactions.hpp"

namespace rondetafel::web::pages
{

namespace
{

bool for_reaction(const http::Request& request, Context& context)
{
    const auto purpose = context.read(actions::purpose_of_link, std::string(request.parameter("token")));
    return purpose && *purpose == storage::LinkPurpose::reaction;
}

} // namespace

http::Response show_personal_page(http::Request& request, Context& context)
{
    return for_reaction(request, context) ? show_reaction(request, context) : show_answer(request, context);
}

http::Response post_personal_page(http::Request& request, Context& context)
{
    return for_reaction(request, context) ? post_reaction(request, context) : give_answer(request, context);
}

http::Response show_personal_receipt(http::Request& request, Context& context)
{
    return for_reaction(request, context) ? show_reaction_receipt(request, context) : show_receipt(request, context);
}

} // namespace rondetafel::web::pages
