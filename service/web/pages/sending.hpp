// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response preview_invitations(http::Request& request, Context& context);
http::Response send_invitations(http::Request& request, Context& context);
/// The invitation to oneself, without a working link.
http::Response send_test_letter(http::Request& request, Context& context);
http::Response show_sending(http::Request& request, Context& context);
http::Response show_messages(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
