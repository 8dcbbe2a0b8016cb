// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/time.hpp>

#include <string>

namespace rondetafel::documents
{

/// One meeting as a partner's own calendar keeps it. Holds no names of people and never a personal link:
/// calendars are shared.
struct CalendarEvent
{
    std::string uid; ///< letters, digits and ".-_@" only; the same for the life of the invitation
    int sequence = 0;
    Instant stamp; ///< the moment of the letter, so that a second try carries the same bytes
    LocalTime starts;
    LocalTime ends;
    std::string zone = home_zone;
    bool second_occurrence = false; ///< of an hour that exists twice, the later one
    std::string summary;
    std::string location;
    std::string description; ///< may have several lines
    std::string url;         ///< https, or empty
    bool cancelled = false;
};

/// An iCalendar file (RFC 5545) to add to a calendar: METHOD:PUBLISH, without ORGANIZER and ATTENDEE, for the
/// answer is given through the letter's link and not through the calendar. A cancelled event is
/// METHOD:CANCEL. Lines end in CRLF. Times are local to Europe/Amsterdam with a small VTIMEZONE; for other
/// zones and for cancelled events in UTC. Free text is cleaned; std::invalid_argument for a uid or url that
/// cannot stand in the file.
std::string calendar_file(const CalendarEvent& event);

} // namespace rondetafel::documents
