// SPDX-License-Identifier: EUPL-1.2
#include "letter_parts.hpp"

#include <rondetafel/documents/calendar_file.hpp>
#include <rondetafel/documents/clean_text.hpp>

namespace rondetafel::letters
{

std::string calendar_of(const LetterFacts& facts, const std::string& description)
{
    const auto& meeting = *facts.meeting;
    documents::CalendarEvent event;
    event.uid = facts.calendar_uid;
    // Taking one person off the list changes nothing in the meeting, yet a calendar only heeds a higher
    // number.
    event.sequence = meeting.sequence + (facts.kind == LetterKind::withdrawn ? 1 : 0);
    event.stamp = facts.written_at;
    event.starts = meeting.starts;
    event.ends = meeting.ends;
    event.zone = meeting.zone;
    event.second_occurrence = meeting.second_occurrence;
    event.summary = meeting.title;
    event.url = safe_url(meeting.online_url);
    event.description = description;
    event.cancelled = takes_meeting_out(facts.kind);
    const auto place = documents::one_line(meeting.place);
    const auto address = documents::one_line(meeting.address);
    event.location = place.empty() || address.empty() ? place + address : place + ", " + address;
    if (event.location.empty())
        event.location = event.url;
    return documents::calendar_file(event);
}

} // namespace rondetafel::letters
