// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response show_privacy(http::Request& request, Context& context);
http::Response show_accessibility(http::Request& request, Context& context);
http::Response show_help(http::Request& request, Context& context);
/// RFC 9116; expires half a year ahead by the machine clock.
http::Response show_security_contact(http::Request& request, Context& context);
/// The municipality's hue, over the theme's own.
http::Response show_theme(http::Request& request, Context& context);
/// The demo's clock; only there in demo mode.
http::Response show_clock(http::Request& request, Context& context);
http::Response move_clock(http::Request& request, Context& context);
/// Whether database and schema answer: 200 or 503.
http::Response show_readiness(http::Request& request, Context& context);
/// Prometheus text: letters per state.
http::Response show_metrics(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
