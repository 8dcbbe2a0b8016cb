// SPDX-License-Identifier: EUPL-1.2
#include "colours.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdlib>

namespace rondetafel::letters
{

namespace
{

std::array<int, 3> channels(const std::string& colour)
{
    std::array<int, 3> values{};
    for (std::size_t i = 0; i < 3; ++i)
        values[i] = std::stoi(colour.substr(1 + 2 * i, 2), nullptr, 16);
    return values;
}

/// Relative luminance (WCAG 2.2).
double luminance(const std::string& colour)
{
    constexpr std::array weights{0.2126, 0.7152, 0.0722};
    double sum = 0;
    const auto values = channels(colour);
    for (std::size_t i = 0; i < 3; ++i)
    {
        const double part = values[i] / 255.0;
        sum += weights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double contrast(const std::string& dark, const std::string& light)
{
    return (luminance(light) + 0.05) / (luminance(dark) + 0.05);
}

void expect_near(const std::string& colour, const std::string& wanted)
{
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_LE(std::abs(channels(colour)[i] - channels(wanted)[i]), 2) << colour << ' ' << wanted;
}

} // namespace

TEST(Colours, TheHueOfAalsmeerIsThePetrolOfThePages)
{
    const auto colours = colours_of(188);
    expect_near(colours.brand, "#0a5f68");
    expect_near(colours.dark, "#042b31");
    expect_near(colours.tint, "#f1f8f8");
    expect_near(colours.line, "#c3e0e2");
}

TEST(Colours, EveryHueCanBeRead)
{
    for (int hue = -10; hue <= 370; ++hue)
    {
        const auto colours = colours_of(hue);
        EXPECT_GE(contrast(colours.brand, "#fefefe"), 4.5) << hue;
        EXPECT_GE(contrast(colours.dark, "#fefefe"), 7.0) << hue;
        EXPECT_GE(contrast("#43565d", colours.tint), 4.5) << hue;
    }
}

} // namespace rondetafel::letters
