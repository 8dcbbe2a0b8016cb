// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response new_meeting(http::Request& request, Context& context);
http::Response create_meeting(http::Request& request, Context& context);
http::Response edit_meeting(http::Request& request, Context& context);
http::Response change_meeting(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
