// SPDX-License-Identifier: EUPL-1.2
#include "timeline_marks.hpp"

#include "timeline_picture.hpp"

#include <algorithm>
#include <cmath>

namespace rondetafel::web::pages
{

using std::chrono::days;

Marks marks_of(const TimelineRow& row, const TimelineScale& scale, Day today)
{
    Marks marks;
    const auto& window = row.step.window;
    if (row.meeting)
        marks.fixed = day_of(row.meeting->starts);
    if (!window)
        return marks;
    if (scale.begins_after(*window))
    {
        marks.before_axis = true;
        if (row.days_late > 0)
            marks.late = Stretch{scale.from, today};
        return marks;
    }
    if (window->from == window->to && !row.step.meeting_kind)
        marks.fixed = window->from;
    else
        marks.bar = Stretch{window->from, window->to + days{1}};
    marks.over = window->to < today || row.standing == StepStanding::done;
    if (row.days_late > 0)
        marks.late = Stretch{window->to + days{1}, today};
    if (row.step.meeting_kind && !row.meeting && row.step.state != StepState::done)
        marks.missing = window->to + days{1};
    return marks;
}

std::string rounded(double value)
{
    const auto tenths = std::llround(value * 10);
    auto text = std::to_string(tenths / 10);
    if (tenths % 10 != 0)
        text += '.' + std::to_string(std::abs(tenths % 10));
    return text;
}

std::string place(const char* attribute, double value, const char* unit)
{
    return std::string(" ") + attribute + "=\"" + rounded(value) + unit + '"';
}

std::string timeline_track(const TimelineRow& row, const TimelineScale& scale, Day today)
{
    const auto marks = marks_of(row, scale, today);
    if (!marks.bar && !marks.fixed)
        return {};
    const auto at = [&](Day day) { return 100 * scale.position(day); };
    const auto bar = [&](const char* style, const Stretch& stretch, const char* rest) {
        return std::string("<rect class=\"") + style + '"' + place("x", at(stretch.from), "%") +
               place("width", std::max(0.5, at(stretch.to) - at(stretch.from)), "%") + rest + "/>";
    };
    const auto dot = [&](const char* style, Day day) {
        return std::string("<circle class=\"") + style + '"' + place("cx", at(day), "%") + " cy=\"10\" r=\"6\"/>";
    };
    std::string out = "<svg class=\"rt-track\" height=\"20\" aria-hidden=\"true\"><rect class=\"rt-track__rail\" x=\"0\" "
                      "y=\"6\" width=\"100%\" height=\"8\" rx=\"4\"/>";
    if (marks.bar)
        out += bar(row.step.uncertain_end ? "t-unsure"
                   : marks.over           ? "t-done"
                                          : "t-plan",
                   *marks.bar, " y=\"6\" height=\"8\" rx=\"2\"");
    if (marks.late)
        out += bar("t-over", *marks.late, " y=\"8\" height=\"4\"");
    out += "<line class=\"t-today\"" + place("x1", at(today), "%") + place("x2", at(today), "%") + " y1=\"0\" y2=\"20\"/>";
    if (marks.fixed)
        out += dot("t-dot", *marks.fixed);
    if (marks.missing)
        out += dot("t-open", *marks.missing);
    return out + "</svg>";
}

} // namespace rondetafel::web::pages
