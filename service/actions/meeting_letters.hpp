// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>

#include <string>

namespace rondetafel::actions
{

/// "meeting:12": what letters about one meeting have in common.
inline std::string occasion_of(const Meeting& meeting) { return "meeting:" + std::to_string(meeting.id.value); }

/// Tells everybody whose invitation is alive about a new time or place, and what it was.
void write_update(Context& context, const Meeting& meeting, const Meeting& before, bool answers_reset);

/// Ends one invitation that is out, with a letter to that person and a line in the history. The place it
/// leaves is not offered yet.
void withdraw(Context& context, const Meeting& meeting, Invitation invitation);

} // namespace rondetafel::actions
