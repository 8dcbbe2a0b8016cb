// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response list_covenants(http::Request& request, Context& context);
http::Response new_covenant(http::Request& request, Context& context);
http::Response create_covenant(http::Request& request, Context& context);
/// The text, as it stands now.
http::Response show_covenant(http::Request& request, Context& context);
/// Title, subject and step.
http::Response edit_covenant(http::Request& request, Context& context);
http::Response change_covenant(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
