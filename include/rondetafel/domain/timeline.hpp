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
    no_date_yet, ///< a meeting step whose window runs or comes, without a meeting
    late,
    empty_in_note,
    invited, ///< its meeting's invitations are out
    planned  ///< its meeting exists as a draft
};

/// One step as it must be drawn and told on `today`.
struct TimelineRow
{
    Step step;
    std::optional<Meeting> meeting; ///< the meeting planned from it, the latest that is not cancelled
    StepStanding standing = StepStanding::begins_later;
    int days_late = 0;
    bool drawn = true; ///< a step without text and window is told in the table only
};

/// The picture's axis: whole months, both included, wide enough for every window and today.
struct TimelineScale
{
    Day from;
    Day to;
    /// Position of a day between 0 (left) and 1 (right); clamped.
    double position(Day day) const;
};

std::vector<TimelineRow> timeline_rows(const Programme& programme, const std::vector<Meeting>& meetings, Day today);
TimelineScale timeline_scale(const Programme& programme, Day today);
/// Late means: window over, not done. Days since the window's end.
int days_late(const Step& step, Day today);

} // namespace rondetafel
