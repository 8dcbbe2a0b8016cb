// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/timeline.hpp>

#include <optional>
#include <string>

namespace rondetafel::web::pages
{

/// From one day up to, but not including, another.
struct Stretch
{
    Day from;
    Day to;
};

/// What must be drawn for one row, whatever its size.
struct Marks
{
    bool before_axis = false; ///< an arrow at the left edge
    std::optional<Stretch> bar;
    bool over = false; ///< the bar is solid
    std::optional<Stretch> late;
    std::optional<Day> fixed;   ///< a day that stands
    std::optional<Day> missing; ///< where a day should come
};
Marks marks_of(const TimelineRow& row, const TimelineScale& scale, Day today);

/// "12.5": one decimal, with a point whatever the locale.
std::string rounded(double value);
/// " x=\"12.5\"".
std::string place(const char* attribute, double value, const char* unit = "");

} // namespace rondetafel::web::pages
