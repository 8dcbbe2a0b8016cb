// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

/// Vandaag: what needs the coordinator now, and what comes next.
http::Response show_today(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
