// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

/// Consultation rounds of a covenant: planning, progress, entering by hand.
http::Response list_rounds(http::Request& request, Context& context);
http::Response new_round(http::Request& request, Context& context);
http::Response create_round(http::Request& request, Context& context);
http::Response show_round(http::Request& request, Context& context);
http::Response edit_round(http::Request& request, Context& context);
http::Response change_round(http::Request& request, Context& context);
http::Response open_round(http::Request& request, Context& context);
http::Response remove_round(http::Request& request, Context& context);
http::Response withdraw_consultee(http::Request& request, Context& context);
http::Response renew_reaction_link(http::Request& request, Context& context);
http::Response ask_reaction(http::Request& request, Context& context);
http::Response enter_reaction(http::Request& request, Context& context);

/// Remarks per article, decisions, and what they make of the text.
http::Response show_remarks(http::Request& request, Context& context);
http::Response ask_decision(http::Request& request, Context& context);
http::Response save_decision(http::Request& request, Context& context);
http::Response show_merge(http::Request& request, Context& context);
http::Response merge_into_text(http::Request& request, Context& context);
http::Response conclude_round(http::Request& request, Context& context);
http::Response ask_settlement(http::Request& request, Context& context);
http::Response save_settlement(http::Request& request, Context& context);

/// The reaction note: who said what, and what was decided.
http::Response show_reaction_note(http::Request& request, Context& context);
http::Response ask_reaction_note_file(http::Request& request, Context& context);
http::Response reaction_note_csv(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
