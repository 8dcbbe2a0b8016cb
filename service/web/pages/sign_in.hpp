// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response show_sign_in(http::Request& request, Context& context);
http::Response post_sign_in(http::Request& request, Context& context);
http::Response post_sign_in_code(http::Request& request, Context& context);
http::Response post_sign_out(http::Request& request, Context& context);
http::Response post_sign_out_everywhere(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
