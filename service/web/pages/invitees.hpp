// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response pick_invitees(http::Request& request, Context& context);
http::Response add_invitees(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
