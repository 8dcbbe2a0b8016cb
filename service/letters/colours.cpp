// SPDX-License-Identifier: EUPL-1.2
#include "colours.hpp"

#include <algorithm>
#include <cstdlib>

namespace rondetafel::letters
{

namespace
{

/// Degrees from the hue, saturation and lightness in thousandths, as measured from the pages' petrol (hue
/// 188).
struct Shade
{
    int turn;
    int saturation;
    int lightness;
};

std::string hex_pair(int value)
{
    constexpr const char* digits = "0123456789abcdef";
    return {digits[value / 16], digits[value % 16]};
}

/// HSL to RGB with integers (CSS Color 4, 7.1).
std::string colour(int hue, const Shade& shade)
{
    const int turned = ((hue + shade.turn) % 360 + 360) % 360;
    const int spread = shade.saturation * std::min(shade.lightness, 1000 - shade.lightness) / 1000;
    std::string text = "#";
    for (const int offset : {0, 8, 4})
    {
        const int step = (offset * 30 + turned) % 360;
        const int slope = std::clamp(std::min(step - 90, 270 - step), -30, 30);
        const int thousandths = shade.lightness - spread * slope / 30;
        text += hex_pair(std::clamp((thousandths * 255 + 500) / 1000, 0, 255));
    }
    return text;
}

} // namespace

Colours colours_of(int hue)
{
    return {colour(hue, {-2, 825, 224}), colour(hue, {0, 849, 104}), colour(hue, {-8, 333, 959}),
            colour(hue, {-4, 348, 825})};
}

} // namespace rondetafel::letters
