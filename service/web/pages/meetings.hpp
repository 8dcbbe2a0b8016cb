// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response list_meetings(http::Request& request, Context& context);
http::Response show_meeting(http::Request& request, Context& context);

// What is done to a meeting, or to the invitees that were ticked on its page.
http::Response remind_invitees(http::Request& request, Context& context);
http::Response withdraw_invitees(http::Request& request, Context& context);
http::Response remove_invitees(http::Request& request, Context& context);
http::Response ask_cancel_reason(http::Request& request, Context& context);
http::Response cancel_meeting(http::Request& request, Context& context);
http::Response mark_meeting_held(http::Request& request, Context& context);
http::Response mark_meeting_closed(http::Request& request, Context& context);
http::Response delete_draft_meeting(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
