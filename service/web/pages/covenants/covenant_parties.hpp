// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response list_covenant_parties(http::Request& request, Context& context);
/// Takes in the organisations of the register that were ticked.
http::Response add_covenant_parties(http::Request& request, Context& context);
http::Response new_covenant_party(http::Request& request, Context& context);
http::Response create_covenant_party(http::Request& request, Context& context);
http::Response edit_covenant_party(http::Request& request, Context& context);
http::Response change_covenant_party(http::Request& request, Context& context);
http::Response leave_covenant(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
