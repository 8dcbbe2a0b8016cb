// SPDX-License-Identifier: EUPL-1.2
#include "seats_picture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rondetafel::web::pages
{

namespace
{

constexpr int seats_max = 40;
constexpr double middle = 100;
constexpr double ring = 88;

const char* seat_class(const Tally& tally, int seat)
{
    if (seat < tally.yes)
        return "rt-yes";
    if (seat < tally.yes + tally.substitute)
        return "rt-sub";
    if (seat < tally.yes + tally.substitute + tally.no)
        return "rt-no";
    return "rt-none";
}

} // namespace

std::string seats_picture(const Context& context, const Tally& tally)
{
    if (tally.invited == 0 || tally.invited > seats_max)
        return {};
    const int coming = tally.yes + tally.substitute;
    const double radius = std::min(14.0, 0.72 * std::numbers::pi * ring / tally.invited);
    const auto label = templates::escape_html(context.text(
        "today.seats_label", {{"invited", std::to_string(tally.invited)}, {"yes", std::to_string(coming)},
                              {"no", std::to_string(tally.no)}, {"none", std::to_string(tally.none + tally.waiting)}}));
    auto svg = fmt::format(R"(<svg class="rt-seats rt-seats--small" viewBox="0 0 200 200" role="img" aria-label="{}">)"
                           R"(<circle class="rt-seats__table" cx="100" cy="100" r="72.9"/>)",
                           label);
    for (int seat = 0; seat < tally.invited; ++seat)
    {
        const double angle = 2 * std::numbers::pi * seat / tally.invited - std::numbers::pi / 2;
        svg += fmt::format(R"(<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>)", seat_class(tally, seat),
                           middle + ring * std::cos(angle), middle + ring * std::sin(angle), radius);
    }
    svg += fmt::format(R"(<text class="rt-seats__n" x="100" y="107">{}</text>)"
                       R"(<text class="rt-seats__of" x="100" y="127">{}</text></svg>)",
                       coming,
                       templates::escape_html(context.text("today.of_invited", {{"invited", std::to_string(tally.invited)}})));
    return svg;
}

} // namespace rondetafel::web::pages
