// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response show_covenant_check(http::Request& request, Context& context);
http::Response dismiss_finding(http::Request& request, Context& context);
http::Response reopen_finding(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
