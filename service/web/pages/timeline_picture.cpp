// SPDX-License-Identifier: EUPL-1.2
#include "timeline_picture.hpp"

#include "timeline_marks.hpp"

#include <rondetafel/base/wording.hpp>
#include <rondetafel/templates/templates.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

namespace
{

using namespace std::chrono;

constexpr double plot_left = 132;
constexpr double plot_right = 1150;
constexpr double width = 1152;
constexpr double lanes_top = 62;
constexpr double row_height = 29;
constexpr double lane_padding = 8;
/// About how wide a letter of the labels is; only decides on which side of its mark a label fits.
constexpr double letter_width = 7.4;

class Picture
{
public:
    Picture(const Context& context, const actions::ProgrammeView& view)
        : context_(context), view_(view), language_(context.language())
    {
    }

    std::string draw()
    {
        bottom_ = lanes_top;
        for (const auto& lane : Words<Lane>::all)
            if (const auto count = rows_in(lane.first); count > 0)
                bottom_ += 2 * lane_padding + row_height * static_cast<double>(count);
        axis();
        lanes(false);
        const auto today = x(view_.today);
        out_ += "<line class=\"t-today\"" + place("x1", today) + place("x2", today) + place("y1", 26) +
                place("y2", bottom_) + "/>";
        lanes(true);
        flag(std::clamp(today, 58.0, width - 58));
        return head() + out_ + "</svg>";
    }

private:
    double x(Day day) const { return plot_left + (plot_right - plot_left) * view_.scale.position(day); }

    long rows_in(Lane lane) const
    {
        return std::count_if(view_.rows.begin(), view_.rows.end(),
                             [&](const TimelineRow& row) { return row.drawn && row.step.lane == lane; });
    }

    void text(const char* style, double at_x, double at_y, const std::string& words, const char* anchor = "")
    {
        out_ += std::string("<text class=\"") + style + '"' + anchor + place("x", at_x) + place("y", at_y) + '>' +
                templates::escape_html(words) + "</text>";
    }

    void line(const char* style, double from_x, double to_x, double from_y, double to_y)
    {
        out_ += std::string("<line class=\"") + style + '"' + place("x1", from_x) + place("x2", to_x) +
                place("y1", from_y) + place("y2", to_y) + "/>";
    }

    void axis()
    {
        const year_month_day first{view_.scale.from};
        auto month = first.year() / first.month();
        for (; Day{month / 1} <= view_.scale.to; month += months{1})
        {
            const auto number = static_cast<unsigned>(month.month());
            const bool opens = Day{month / 1} == view_.scale.from;
            if (number % 3 != 1 && !opens)
                continue;
            const auto at = x(Day{month / 1});
            const bool year_line = number == 1;
            line(year_line ? "t-grid-year" : "t-grid", at, at, year_line ? 6 : 30, bottom_);
            const auto next = x(Day{(month + months{number % 3 == 1 ? 3 : (number % 3 == 0 ? 1 : 2)}) / 1});
            if (next - at > 30)
                text("t-axis", at + 6, 52,
                     number % 3 == 1 ? "Q" + std::to_string(number / 3 + 1)
                                     : short_month_name(Day{month / 1}, language_));
            if (year_line)
                text("t-year", at + 6, 24, std::to_string(static_cast<int>(month.year())));
        }
    }

    // Marks go under today's line, labels over it.
    void lanes(bool labels)
    {
        double top = lanes_top;
        for (const auto& [lane, word] : Words<Lane>::all)
        {
            if (rows_in(lane) == 0)
                continue;
            if (!labels)
            {
                line("t-grid-year", 0, width, top, top);
                text("t-lane", 0, top + 27, context_.text("lane." + std::string(word)));
            }
            double middle = top + lane_padding + row_height / 2 - 0.5;
            for (const auto& row : view_.rows)
            {
                if (!row.drawn || row.step.lane != lane)
                    continue;
                if (labels)
                    label(row, middle);
                else
                    marks(row, middle);
                middle += row_height;
            }
            top = middle - row_height / 2 + 0.5 + lane_padding;
        }
        if (!labels)
            line("t-grid-year", 0, width, bottom_, bottom_);
    }

    void marks(const TimelineRow& row, double middle)
    {
        const auto found = marks_of(row, view_.scale, view_.today);
        if (found.before_axis)
            out_ += "<path class=\"t-done\" d=\"M134 " + rounded(middle) + "l9-6v12z\"/>";
        if (found.bar)
        {
            const double tall = row.step.uncertain_end ? 22 : 14;
            const auto shape = place("x", x(found.bar->from)) + place("y", middle - tall / 2) +
                               place("width", std::max(2.0, x(found.bar->to) - x(found.bar->from))) +
                               place("height", tall) + " rx=\"3\"/>";
            if (row.step.uncertain_end)
                out_ += "<rect class=\"t-soft\"" + shape + "<rect class=\"t-unsure\"" + shape;
            else
                out_ += std::string("<rect class=\"") + (found.over ? "t-done" : "t-plan") + '"' + shape;
        }
        if (found.late)
            out_ += "<rect class=\"t-over\"" + place("x", x(found.late->from)) + place("y", middle - 3) +
                    place("width", x(found.late->to) - x(found.late->from)) + " height=\"6\"/>";
        if (found.fixed)
            out_ += "<circle class=\"t-dot\"" + place("cx", x(*found.fixed)) + place("cy", middle) + " r=\"7\"/>";
        if (found.missing)
            out_ += "<circle class=\"t-open\"" + place("cx", x(*found.missing)) + place("cy", middle) + " r=\"7\"/>";
    }

    std::string late_words(const TimelineRow& row) const
    {
        if (row.days_late > 0)
            return context_.count("programme.days_late", row.days_late);
        return row.standing == StepStanding::no_date_yet ? context_.text("programme.no_date_small") : "";
    }

    void label(const TimelineRow& row, double middle)
    {
        const auto found = marks_of(row, view_.scale, view_.today);
        const auto late = late_words(row);
        const auto letters = row.step.title.size() + row.step.window_text.size() + late.size();
        const auto needed = letter_width * static_cast<double>(letters) + 24;
        const auto [left, right] = extent(found);
        const bool inside = row.step.uncertain_end && found.bar && x(found.bar->to) - x(found.bar->from) > needed;
        double at = inside ? x(found.bar->from) + 12 : right + 12;
        const bool to_the_left = !inside && at + needed > width && left - needed > plot_left;
        if (to_the_left)
            at = left - 12;
        out_ += std::string("<text") + (inside ? " class=\"t-clear\"" : "") +
                (to_the_left ? " text-anchor=\"end\"" : "") + place("x", at) + place("y", middle + 5) +
                "><tspan class=\"t-b\">" + templates::escape_html(row.step.title) + "</tspan>" +
                span("t-win", row.step.window_text) + span("t-late", late) + "</text>";
    }

    static std::string span(const char* style, const std::string& words)
    {
        if (words.empty())
            return {};
        return std::string("<tspan class=\"") + style + "\" dx=\"10\">" + templates::escape_html(words) + "</tspan>";
    }

    std::pair<double, double> extent(const Marks& found) const
    {
        double left = width;
        double right = found.before_axis ? 140 : 0;
        const auto reach = [&](double from, double to) {
            left = std::min(left, from);
            right = std::max(right, to);
        };
        if (found.bar)
            reach(x(found.bar->from), x(found.bar->to));
        if (found.late)
            reach(x(found.late->from), x(found.late->to));
        for (const auto& day : {found.fixed, found.missing})
            if (day)
                reach(x(*day) - 3, x(*day) + 3);
        return {left, right};
    }

    void flag(double middle)
    {
        const year_month_day date{view_.today};
        const auto day = std::to_string(static_cast<unsigned>(date.day())) + ' ' +
                         short_month_name(view_.today, language_);
        out_ += "<rect class=\"t-today-flag\"" + place("x", middle - 58) +
                " y=\"2\" width=\"116\" height=\"24\" rx=\"3\"/>";
        text("t-today-text", middle, 19, context_.text("programme.today_flag", {{"day", day}}),
             " text-anchor=\"middle\"");
    }

    std::string head() const
    {
        const auto month = [&](Day day) {
            return month_name(day, language_) + ' ' + std::to_string(static_cast<int>(year_month_day{day}.year()));
        };
        const auto title = context_.text("programme.picture_title",
                                         {{"from", month(view_.scale.from)}, {"to", month(view_.scale.to)}});
        const auto drawn = std::count_if(view_.rows.begin(), view_.rows.end(), [](const auto& row) { return row.drawn; });
        return "<svg class=\"rt-timeline__picture\" viewBox=\"0 0 1152 " + rounded(bottom_ + 2) +
               "\" role=\"img\" aria-labelledby=\"tl-title tl-desc\"><title id=\"tl-title\">" +
               templates::escape_html(title) + "</title><desc id=\"tl-desc\">" +
               templates::escape_html(context_.count("programme.picture_desc", drawn)) + "</desc>";
    }

    const Context& context_;
    const actions::ProgrammeView& view_;
    Language language_;
    double bottom_ = 0;
    std::string out_;
};

} // namespace

std::string timeline_picture(const Context& context, const actions::ProgrammeView& view)
{
    return Picture(context, view).draw();
}

} // namespace rondetafel::web::pages
