// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response list_decision_records(http::Request& request, Context& context);
http::Response add_decision_record(http::Request& request, Context& context);
http::Response remove_decision_record(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
