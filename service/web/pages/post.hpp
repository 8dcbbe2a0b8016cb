// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

/// Post: every letter, its state and what the mail server last said. Links are masked everywhere but in the demo.
http::Response show_post(http::Request& request, Context& context);
http::Response show_letter(http::Request& request, Context& context);
http::Response send_letter_again(http::Request& request, Context& context);
/// Letters that were held until a mail server was set: asks whether they may leave, and lets them.
http::Response ask_to_send_held(http::Request& request, Context& context);
http::Response send_held_letters(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
