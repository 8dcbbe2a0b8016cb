// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response show_account(http::Request& request, Context& context);
http::Response post_account(http::Request& request, Context& context);
http::Response show_second_step(http::Request& request, Context& context);
http::Response post_second_step(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
