// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/time.hpp>
#include <rondetafel/domain/meetings.hpp>
#include <rondetafel/domain/programmes.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel
{

/// How a step stands on a given day: what its chip says (look, section 4.4).
enum class StepStanding
{
    done,
    running,
    begins_later,
    no_date_yet, ///< a meeting step whose window runs or comes, without a meeting; or a step without a window
    late,
    empty_in_note,
    invited, ///< its meeting's invitations are out
    planned  ///< its meeting exists as a draft
};

template <>
struct Words<StepStanding>
{
    static constexpr std::pair<StepStanding, std::string_view> all[] = {
        {StepStanding::done, "done"},
        {StepStanding::running, "running"},
        {StepStanding::begins_later, "begins_later"},
        {StepStanding::no_date_yet, "no_date_yet"},
        {StepStanding::late, "late"},
        {StepStanding::empty_in_note, "empty_in_note"},
        {StepStanding::invited, "invited"},
        {StepStanding::planned, "planned"}};
};

/// One step as it must be drawn and told on `today`.
struct TimelineRow
{
    Step step;
    std::optional<Meeting> meeting; ///< the meeting planned from it, the latest that is not cancelled
    StepStanding standing = StepStanding::begins_later;
    int days_late = 0; ///< above zero only when `standing` is late
    bool drawn = true; ///< a step without window and meeting is told in the table only
};

/// The picture's axis: whole months, both included, wide enough for today and for the windows, except those
/// that ended more than three months before the programme began.
struct TimelineScale
{
    Day from;
    Day to;
    /// Position of a day between 0 (left) and 1 (right, the day after `to`); clamped.
    double position(Day day) const;
    /// Whether a window lies before the axis: an arrow at the left edge stands for it.
    bool begins_after(const Window& window) const;
};

/// In the order of drawing: by lane, then by position.
std::vector<TimelineRow> timeline_rows(const Programme& programme, const std::vector<Meeting>& meetings,
                                       Day today);
TimelineScale timeline_scale(const Programme& programme, Day today);
/// Late means: window over, not done. Days since the window's end, zero when not late.
int days_late(const Step& step, Day today);

} // namespace rondetafel
