// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

#include <string>

namespace rondetafel::web::pages
{

/// The table with its seats (look, 4.12): who comes, who sends someone, who does not, who is silent. SVG.
/// Empty above 40 seats: there the tally says it better.
std::string seats_picture(const Context& context, const Tally& tally);

} // namespace rondetafel::web::pages
