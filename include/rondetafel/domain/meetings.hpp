// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/id.hpp>
#include <rondetafel/base/language.hpp>
#include <rondetafel/base/result.hpp>
#include <rondetafel/base/time.hpp>
#include <rondetafel/domain/programmes.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel
{

enum class MeetingState
{
    draft,
    invited,
    held,
    closed,
    cancelled
};

template <>
struct Words<MeetingState>
{
    static constexpr std::pair<MeetingState, std::string_view> all[] = {
        {MeetingState::draft, "draft"},
        {MeetingState::invited, "invited"},
        {MeetingState::held, "held"},
        {MeetingState::closed, "closed"},
        {MeetingState::cancelled, "cancelled"}};
};

/// A gathering at a wall-clock time in a zone. Letters and calendar files tell partners about it.
struct Meeting
{
    MeetingId id;
    ProgrammeId programme;
    std::optional<StepId> step;
    MeetingKind kind = MeetingKind::round_table;
    std::string title;
    std::string goal;
    std::string agenda; ///< one point per line
    LocalTime starts;
    LocalTime ends;
    std::string zone = home_zone;
    bool second_occurrence = false; ///< of an hour that exists twice, the later one
    std::string place;              ///< "Raadhuis Aalsmeer"
    std::string address;            ///< "Raadhuisplein 1, raadzaal"
    std::string online_url;         ///< https only; empty when there is none
    std::optional<int> capacity;    ///< seats; none means no limit
    LocalTime answer_by;            ///< last moment to answer, in the meeting's zone
    bool substitutes_allowed = true;
    MeetingState state = MeetingState::draft;
    std::string cancel_reason;
    std::string uid;  ///< of the calendar files; never changes
    int sequence = 0; ///< grows with every change of time, place or state (RFC 5546)
    int revision = 0;
    std::optional<Instant> invited_at;

    Instant starts_at() const { return to_instant(starts, zone, second_occurrence); }
    Instant ends_at() const { return to_instant(ends, zone, second_occurrence); }
    Instant answers_until() const { return to_instant(answer_by, zone); }
};

/// Why a day may be unwise; shown as a warning with its reason, never a refusal.
struct DateWarning
{
    std::string code; ///< "date.outside_window", "date.holiday", "date.peak", "date.weekend"
    Arguments arguments;
};

/// `step` may be null; `peaks` are those of the programme. Arguments: window (verbatim), from and to; holiday
/// (a catalogue key) and day; weekday; reason, from and to.
std::vector<DateWarning> date_warnings(Day day, const Step* step, const std::vector<Peak>& peaks,
                                       Language language);

/// What must hold of a meeting's own fields before it is stored; problems name the field of the form, in its
/// order. `now` is the programme clock. An hour that exists twice needs `occurrence_chosen`. `before` is the
/// meeting as it was, null for a new one: what was not moved may lie in the past.
Result<Done> check_meeting(const Meeting& meeting, Instant now, bool occurrence_chosen,
                           const Meeting* before = nullptr);

/// Which fields of an invited meeting changed so much that the invited must hear of it: time, place or link.
bool concerns_invitees(const Meeting& before, const Meeting& after);

} // namespace rondetafel
