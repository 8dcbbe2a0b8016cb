// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response show_invitation(http::Request& request, Context& context);
http::Response ask_answer(http::Request& request, Context& context);
http::Response enter_answer(http::Request& request, Context& context);
http::Response renew_invitation_link(http::Request& request, Context& context);
http::Response place_from_waiting(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
