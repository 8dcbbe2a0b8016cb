// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/base/result.hpp>

namespace rondetafel::actions
{

Result<Office> show_office(Context& context, const Done&);
/// Refuses what could not stand in a letter: no name, no sender, no telephone number, control bytes.
Result<Done> save_office(Context& context, const Office& wish);

} // namespace rondetafel::actions
