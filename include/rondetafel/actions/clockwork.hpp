// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/base/result.hpp>

#include <optional>

namespace rondetafel::actions
{

/// What happens by itself: reminders that fall due, offers that run out, rounds that open and close.
/// Each is judged afresh at this moment; says how many letters were written. Harmless to run twice, on two machines.
Result<int> do_what_is_due(Context& context, const Done&);

/// The first moment after now at which something falls due; the demo's clock stops at each.
Result<std::optional<Instant>> next_due(Context& context, const Done&);

} // namespace rondetafel::actions
