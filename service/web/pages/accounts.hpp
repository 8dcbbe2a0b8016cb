// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response show_accounts(http::Request& request, Context& context);
http::Response post_accounts(http::Request& request, Context& context);
http::Response post_account_change(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
