// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response list_versions(http::Request& request, Context& context);
http::Response show_version(http::Request& request, Context& context);
/// What is about to be issued, and what is open.
http::Response new_version(http::Request& request, Context& context);
http::Response issue_version(http::Request& request, Context& context);
/// What stands between the text and its adoption.
http::Response show_adoption(http::Request& request, Context& context);
http::Response adopt_covenant(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
