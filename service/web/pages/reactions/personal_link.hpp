// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

/// A personal link in a letter is one kind of address; what the link is for decides which page it opens.
http::Response show_personal_page(http::Request& request, Context& context);
http::Response post_personal_page(http::Request& request, Context& context);
http::Response show_personal_receipt(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
