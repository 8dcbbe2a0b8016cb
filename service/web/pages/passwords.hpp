// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response show_forgotten(http::Request& request, Context& context);
http::Response post_forgotten(http::Request& request, Context& context);
http::Response show_new_password(http::Request& request, Context& context);
http::Response post_new_password(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
