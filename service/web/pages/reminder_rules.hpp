// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response show_reminder_rules(http::Request& request, Context& context);
http::Response save_reminder_rules(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
