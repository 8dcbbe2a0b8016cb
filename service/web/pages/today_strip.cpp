// SPDX-License-Identifier: EUPL-1.2
#include "today_parts.hpp"

#include "timeline_marks.hpp"

#include <rondetafel/base/wording.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

namespace
{

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month;
using templates::View;

constexpr int months_shown = 6;
constexpr std::size_t rows_max = 4;

/// From the first month of today's quarter.
TimelineScale half_year_of(Day today)
{
    const std::chrono::year_month_day date{today};
    const auto first = (static_cast<unsigned>(date.month()) - 1) / 3 * 3 + 1;
    const year_month from = date.year() / std::chrono::month{first};
    return {Day{from / 1}, Day{(from + months{months_shown}) / 1} - days{1}};
}

std::vector<Day> months_of(const TimelineScale& scale)
{
    const std::chrono::year_month_day first{scale.from};
    std::vector<Day> all;
    for (int number = 0; number < months_shown; ++number)
        all.emplace_back((first.year() / first.month() + months{number}) / 1);
    return all;
}

bool concerns(const TimelineRow& row, const TimelineScale& scale, Day today)
{
    const auto& window = row.step.window;
    const bool open = row.standing != StepStanding::done && row.standing != StepStanding::empty_in_note;
    return open && window && window->to >= today && window->from <= scale.to;
}

/// The rows that end first, in the order in which they end.
std::vector<const TimelineRow*> chosen(const std::vector<TimelineRow>& rows, const TimelineScale& scale,
                                       Day today)
{
    std::vector<const TimelineRow*> picked;
    for (const auto& row : rows)
        if (concerns(row, scale, today))
            picked.push_back(&row);
    std::ranges::stable_sort(picked, {}, [](const auto* row) { return row->step.window->to; });
    if (picked.size() > rows_max)
        picked.resize(rows_max);
    return picked;
}

/// Places on one scale, in percentages.
class Plot
{
public:
    Plot(const TimelineScale& scale, Day today) : scale_(scale), today_(today) {}

    double at(Day day) const { return 100 * scale_.position(day); }

    std::string months(const Context& context) const
    {
        std::string out = "<svg height=\"48\" aria-hidden=\"true\">";
        for (const auto month : months_of(scale_))
            out += "<text" + place("x", at(month), "%") + " dx=\"5\" y=\"42\">" +
                   short_month_name(month, context.language()) + "</text>";
        return out + "<svg" + place("x", at(today_), "%") +
               " overflow=\"visible\"><rect class=\"t-today-flag\" x=\"-36\" y=\"0\" width=\"72\" "
               "height=\"23\" rx=\"3\"/>"
               "<text class=\"t-today-text\" text-anchor=\"middle\" y=\"16\">" +
               context.text("today.today") +
               "</text><line class=\"t-today\" y1=\"22\" y2=\"60\"/></svg></svg>";
    }

    std::string row(const TimelineRow& row) const
    {
        const auto marks = marks_of(row, scale_, today_);
        std::string out = "<svg height=\"34\" aria-hidden=\"true\">";
        for (const auto month : months_of(scale_))
            out += line("t-grid", month);
        out += line("t-today", today_);
        if (marks.bar)
            out += std::string("<rect class=\"") + (row.step.uncertain_end ? "t-unsure" : "t-plan") + '"' +
                   place("x", at(marks.bar->from), "%") + " y=\"11\"" +
                   place("width", std::max(0.5, at(marks.bar->to) - at(marks.bar->from)), "%") +
                   " height=\"12\" rx=\"3\"/>";
        if (marks.fixed)
            out += dot("t-dot", *marks.fixed, 8);
        if (marks.missing)
            out += dot("t-open", *marks.missing, 7);
        return out + "</svg>";
    }

private:
    std::string line(const char* style, Day day) const
    {
        return std::string("<line class=\"") + style + '"' + place("x1", at(day), "%") +
               place("x2", at(day), "%") + " y1=\"-16\" y2=\"50\"/>";
    }
    std::string dot(const char* style, Day day, int radius) const
    {
        return std::string("<circle class=\"") + style + '"' + place("cx", at(day), "%") + " cy=\"17\"" +
               place("r", radius) + "/>";
    }

    const TimelineScale& scale_;
    Day today_;
};

std::string beneath(const Context& context, const TimelineRow& row)
{
    auto text = row.step.window_text;
    if (row.meeting)
        text +=
            ", " + context.text("today.on_day",
                                {{"day", weekday_and_date(day_of(row.meeting->starts), context.language())}});
    else if (row.step.meeting_kind)
        text += ", " + context.text("today.no_day_yet");
    return text;
}

} // namespace

void add_programme_strip(const Context& context, View& view, const actions::ProgrammeView& programme)
{
    const auto scale = half_year_of(programme.today);
    const Plot plot(scale, programme.today);
    std::vector<View> rows;
    for (const auto* row : chosen(programme.rows, scale, programme.today))
        rows.push_back(View{}
                           .set("title", row->step.title)
                           .set("href", row->meeting
                                            ? "/bijeenkomsten/" + std::to_string(row->meeting->id.value)
                                            : "/programma/stappen/" + std::to_string(row->step.id.value))
                           .set("sub", beneath(context, *row))
                           .set("svg", plot.row(*row)));
    if (rows.empty())
        return;
    const auto language = context.language();
    view.set("strip",
             View{}
                 .set("title", context.text("today.strip", {{"from", month_name(scale.from, language)},
                                                            {"to", month_name(scale.to, language)}}))
                 .set("months", plot.months(context))
                 .set("rows", std::move(rows)));
}

} // namespace rondetafel::web::pages
