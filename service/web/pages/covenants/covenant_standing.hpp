// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/covenants.hpp>
#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

/// How far the covenants of a step of the programme are: sets `covenants`, a list of name, href and standing
/// in words, and `any_covenants`.
void add_covenants_of_step(const Context& context, templates::View& view,
                           const std::vector<actions::CovenantStanding>& standings, StepId step);

} // namespace rondetafel::web::pages
