// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace rondetafel::web
{

/// The style sheet that moves the brand to another hue (0-359). Each step keeps its contrast with white, so that text
/// stays readable at every hue; the recipe stands in styles/02-brand.css.
std::string theme_css(int hue);

} // namespace rondetafel::web
