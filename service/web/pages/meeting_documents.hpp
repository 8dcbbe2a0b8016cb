// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response answers_csv(http::Request& request, Context& context);
http::Response attendance_list(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
