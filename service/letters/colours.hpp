// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace rondetafel::letters
{

/// Colours of the municipality in a letter, as "#rrggbb".
struct Colours
{
    std::string brand; ///< button and links; white on it reads well
    std::string dark;  ///< the municipality's name
    std::string tint;  ///< behind the time and place
    std::string line;  ///< a rule on the tint
};

/// The petrol ramp of the pages turned to another hue (degrees), in whole numbers, so that it is the same
/// everywhere.
Colours colours_of(int hue);

} // namespace rondetafel::letters
