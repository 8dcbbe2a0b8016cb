// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/fields.hpp>
#include <rondetafel/domain/meetings.hpp>

namespace rondetafel
{

namespace
{

constexpr std::chrono::hours meeting_length_max{24};
constexpr int capacity_max = 1000;

bool same_time(const Meeting& left, const Meeting& right)
{
    return left.starts == right.starts && left.ends == right.ends && left.zone == right.zone &&
           left.second_occurrence == right.second_occurrence;
}

/// Refuses an hour that the clock skips, and asks which one is meant of an hour that it shows twice.
void check_local(FieldChecks& checks, const std::string& field, LocalTime local, const std::string& zone,
                 bool occurrence_chosen)
{
    const auto kind = local_kind(local, zone);
    if (kind == LocalKind::nonexistent)
        checks.refuse(field, "time.nonexistent");
    else if (kind == LocalKind::ambiguous && !occurrence_chosen)
        checks.refuse(field, "time.ambiguous");
}

void check_times(FieldChecks& checks, const Meeting& meeting, Instant now, bool occurrence_chosen,
                 const Meeting* before)
{
    const bool moved = before == nullptr || !same_time(*before, meeting);
    if (moved && meeting.starts_at() <= now)
        checks.refuse("day", "date.past");
    check_local(checks, "start", meeting.starts, meeting.zone, occurrence_chosen);
    if (meeting.ends_at() <= meeting.starts_at())
        checks.refuse("end", "time.end_before_start");
    else if (meeting.ends_at() - meeting.starts_at() > meeting_length_max)
        checks.refuse("end", "time.too_long");
    else
        check_local(checks, "end", meeting.ends, meeting.zone, occurrence_chosen);
}

void check_places(FieldChecks& checks, const Meeting& meeting)
{
    if (is_blank(meeting.place) && is_blank(meeting.online_url))
        checks.refuse("place", "place.missing");
    checks.one_line("place", meeting.place, 200);
    checks.one_line("address", meeting.address, 300);
    if (checks.one_line("online_url", meeting.online_url, 500))
        checks.https_url("online_url", meeting.online_url);
    if (meeting.capacity && (*meeting.capacity < 1 || *meeting.capacity > capacity_max))
        checks.refuse("capacity", "capacity.range", {{"min", "1"}, {"max", std::to_string(capacity_max)}});
}

void check_answer_by(FieldChecks& checks, const Meeting& meeting, Instant now, const Meeting* before)
{
    const bool moved =
        before == nullptr || before->answer_by != meeting.answer_by || before->zone != meeting.zone;
    // The field that needs mending: when the day is right the hour, else the day.
    const auto field = [&](Day day)
    { return day_of(meeting.answer_by) == day ? "answer_time" : "answer_day"; };
    if (local_kind(meeting.answer_by, meeting.zone) == LocalKind::nonexistent)
        checks.refuse("answer_time", "time.nonexistent");
    else if (meeting.answers_until() > meeting.starts_at())
        checks.refuse(field(day_of(meeting.starts)), "answer_by.after_start");
    else if (moved && meeting.answers_until() <= now)
        checks.refuse(field(day_of(to_local(now, meeting.zone))), "answer_by.past");
}

} // namespace

Result<Done> check_meeting(const Meeting& meeting, Instant now, bool occurrence_chosen, const Meeting* before)
{
    FieldChecks checks;
    checks.required("title", meeting.title);
    checks.one_line("title", meeting.title, 200);
    checks.lines("goal", meeting.goal, 2000);
    checks.lines("agenda", meeting.agenda, 5000);
    // Without a zone no moment can be told, so the times are not judged.
    const bool known_zone = zone_exists(meeting.zone);
    if (!known_zone)
        checks.refuse("zone", "zone.unknown");
    else
        check_times(checks, meeting, now, occurrence_chosen, before);
    check_places(checks, meeting);
    if (known_zone)
        check_answer_by(checks, meeting, now, before);
    return checks.outcome();
}

bool concerns_invitees(const Meeting& before, const Meeting& after)
{
    return !same_time(before, after) || before.place != after.place || before.address != after.address ||
           before.online_url != after.online_url;
}

} // namespace rondetafel
