// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>

#include <string>

namespace rondetafel::actions
{

/// "meeting:12": what letters about one meeting have in common.
inline std::string occasion_of(const Meeting& meeting) { return "meeting:" + std::to_string(meeting.id.value); }

/// Tells everybody whose invitation is alive about a new time or place.
void write_update(Context& context, const Meeting& meeting, bool answers_reset);

} // namespace rondetafel::actions
