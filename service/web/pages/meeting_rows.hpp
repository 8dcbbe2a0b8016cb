// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/meetings.hpp>
#include <rondetafel/web/context.hpp>

#include <string>
#include <vector>

namespace rondetafel::web::pages
{

/// Whether a row belongs in the list: its answer as the tally counts it, and part of its name.
bool row_is_shown(const Invitation& invitation, const std::vector<Invitation>& all, const std::string& filter,
                  const std::string& search);
/// One invitee in the table of a meeting.
templates::View invitee_row(const Context& context, const actions::MeetingView& meeting,
                            const Invitation& invitation, bool checked);

} // namespace rondetafel::web::pages
