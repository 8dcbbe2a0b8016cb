// SPDX-License-Identifier: EUPL-1.2
#include "hue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace rondetafel::web
{

namespace
{

using Colour = std::array<double, 3>; // red, green, blue, each 0 to 1

Colour from_hsl(double hue, double saturation, double lightness)
{
    const double spread = saturation * std::min(lightness, 1 - lightness);
    const auto channel = [&](double offset) {
        const double k = std::fmod(offset + hue / 30, 12);
        return lightness - spread * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
    };
    return {channel(0), channel(8), channel(4)};
}

// WCAG 2 relative luminance.
double luminance(const Colour& colour)
{
    const auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

double contrast_with_white(const Colour& colour) { return 1.05 / (luminance(colour) + 0.05); }

Colour with_contrast(double hue, double saturation, double contrast)
{
    double dark = 0;
    double light = 1;
    for (int step = 0; step < 30; ++step)
    {
        const double middle = (dark + light) / 2;
        (contrast_with_white(from_hsl(hue, saturation, middle)) > contrast ? dark : light) = middle;
    }
    return from_hsl(hue, saturation, dark);
}

int byte_of(double channel) { return static_cast<int>(std::lround(channel * 255)); }

} // namespace

std::string theme_css(int hue)
{
    struct Step
    {
        int number;
        double saturation;
        double contrast;
    };
    constexpr Step steps[] = {{50, 0.33, 1.08},  {100, 0.35, 1.18}, {200, 0.35, 1.39}, {300, 0.35, 2.03},
                              {400, 0.62, 4.73}, {500, 0.82, 7.40}, {600, 0.82, 10.2}, {700, 0.85, 15.05}};
    std::string css = ".rondetafel-theme{";
    for (const auto& step : steps)
    {
        const auto colour = with_contrast(hue, step.saturation, step.contrast);
        css += fmt::format("--rt-petrol-{}:#{:02x}{:02x}{:02x};", step.number, byte_of(colour[0]), byte_of(colour[1]),
                           byte_of(colour[2]));
    }
    return css + "}\n";
}

} // namespace rondetafel::web
