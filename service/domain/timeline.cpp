// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/timeline.hpp>

#include <algorithm>

namespace rondetafel
{

namespace
{

using namespace std::chrono;

/// How far before the programme the axis may begin; older windows are an arrow at its edge.
constexpr months lead_max{3};

Day first_of_month(Day day)
{
    const year_month_day date{day};
    return Day{date.year() / date.month() / 1};
}

Day last_of_month(Day day)
{
    const year_month_day date{day};
    return Day{date.year() / date.month() / last};
}

std::optional<Meeting> meeting_of(const Step& step, const std::vector<Meeting>& meetings)
{
    const Meeting* latest = nullptr;
    for (const auto& meeting : meetings)
        if (meeting.step == step.id && meeting.state != MeetingState::cancelled &&
            (latest == nullptr || meeting.starts > latest->starts))
            latest = &meeting;
    return latest == nullptr ? std::nullopt : std::optional{*latest};
}

/// What the meeting says about its step; nothing when its day went by and nobody wrote down how it went.
std::optional<StepStanding> standing_by_meeting(const Meeting& meeting, Day today)
{
    if (meeting.state == MeetingState::held || meeting.state == MeetingState::closed)
        return StepStanding::done;
    if (day_of(meeting.starts) < today)
        return std::nullopt;
    return meeting.state == MeetingState::draft ? StepStanding::planned : StepStanding::invited;
}

StepStanding standing_by_window(const TimelineRow& row, Day today)
{
    const auto& step = row.step;
    if (days_late(step, today) > 0)
        return StepStanding::late;
    if (step.state == StepState::running)
        return StepStanding::running;
    if (!step.window || (step.meeting_kind && !row.meeting))
        return StepStanding::no_date_yet;
    return step.window->from > today ? StepStanding::begins_later : StepStanding::running;
}

StepStanding standing_of(const TimelineRow& row, Day today)
{
    if (row.step.state == StepState::done)
        return StepStanding::done;
    if (row.step.content.empty() && !row.step.window && !row.meeting)
        return StepStanding::empty_in_note;
    const auto by_meeting = row.meeting ? standing_by_meeting(*row.meeting, today) : std::nullopt;
    return by_meeting ? *by_meeting : standing_by_window(row, today);
}

} // namespace

double TimelineScale::position(Day day) const
{
    const auto whole = static_cast<double>((to - from).count() + 1);
    return std::clamp(static_cast<double>((day - from).count()) / whole, 0.0, 1.0);
}

bool TimelineScale::begins_after(const Window& window) const
{
    return window.to < from;
}

std::vector<TimelineRow> timeline_rows(const Programme& programme, const std::vector<Meeting>& meetings,
                                       Day today)
{
    std::vector<TimelineRow> rows;
    for (const auto& step : programme.steps)
    {
        TimelineRow row{step, meeting_of(step, meetings)};
        row.standing = standing_of(row, today);
        row.days_late = row.standing == StepStanding::late ? days_late(step, today) : 0;
        row.drawn = step.window || row.meeting;
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const TimelineRow& left, const TimelineRow& right) {
                         return std::pair{left.step.lane, left.step.position} <
                                std::pair{right.step.lane, right.step.position};
                     });
    return rows;
}

TimelineScale timeline_scale(const Programme& programme, Day today)
{
    const auto opening = first_of_month(programme.period.from);
    const Day earliest{year_month_day{opening} - lead_max};
    // A programme long past or far ahead keeps its picture; today's line then stands at the edge.
    auto from = std::min(opening, std::max(today, earliest));
    auto to = std::max(opening, std::min(today, programme.period.to));
    for (const auto& step : programme.steps)
    {
        if (!step.window || step.window->to < earliest)
            continue;
        from = std::min(from, std::max(step.window->from, earliest));
        to = std::max(to, step.window->to);
    }
    return {first_of_month(from), last_of_month(to)};
}

int days_late(const Step& step, Day today)
{
    if (step.state == StepState::done || !step.window)
        return 0;
    return std::max(0, static_cast<int>((today - step.window->to).count()));
}

} // namespace rondetafel
