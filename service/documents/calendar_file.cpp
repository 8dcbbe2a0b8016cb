// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/calendar_file.hpp>

#include <rondetafel/documents/clean_text.hpp>

#include <libical/ical.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace rondetafel::documents
{

namespace
{

using namespace std::chrono;

struct FreeComponent
{
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

struct FreeText
{
    void operator()(char* text) const { std::free(text); }
};

// libical's own zone goes back to 1835 in 26 pieces, which Exchange refuses. These two rules hold as long as
// the EU changes its clocks; a test compares them with the system's tzdata.
constexpr const char* amsterdam = "BEGIN:VTIMEZONE\r\n"
                                  "TZID:Europe/Amsterdam\r\n"
                                  "BEGIN:DAYLIGHT\r\n"
                                  "TZOFFSETFROM:+0100\r\n"
                                  "TZOFFSETTO:+0200\r\n"
                                  "TZNAME:CEST\r\n"
                                  "DTSTART:19700329T020000\r\n"
                                  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n"
                                  "END:DAYLIGHT\r\n"
                                  "BEGIN:STANDARD\r\n"
                                  "TZOFFSETFROM:+0200\r\n"
                                  "TZOFFSETTO:+0100\r\n"
                                  "TZNAME:CET\r\n"
                                  "DTSTART:19701025T030000\r\n"
                                  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n"
                                  "END:STANDARD\r\n"
                                  "END:VTIMEZONE\r\n";

// As libical would print the zone, had it been parsed into the calendar: its lines need no folding and no escaping.
std::string with_amsterdam(std::string calendar)
{
    return calendar.insert(calendar.find("BEGIN:VEVENT"), amsterdam);
}

icaltimetype ical_time(sys_seconds moment, bool utc)
{
    const auto day = floor<days>(moment);
    const year_month_day date{day};
    const hh_mm_ss clock{moment - day};
    auto time = icaltime_null_time();
    time.year = static_cast<int>(date.year());
    time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    time.hour = static_cast<int>(clock.hours().count());
    time.minute = static_cast<int>(clock.minutes().count());
    time.second = static_cast<int>(clock.seconds().count());
    time.zone = utc ? icaltimezone_get_utc_timezone() : nullptr;
    return time;
}

bool comes_twice(const CalendarEvent& event, LocalTime local)
{
    return local_kind(local, event.zone) == LocalKind::ambiguous;
}

/// Only Amsterdam's rules are known here. And an hour that comes twice has no local name: RFC 5545 (3.3.5) means the
/// first by it, but ical.js reads the second.
bool in_utc(const CalendarEvent& event)
{
    return event.cancelled || event.zone != home_zone || comes_twice(event, event.starts) ||
           comes_twice(event, event.ends);
}

void add_time(icalcomponent* into, const CalendarEvent& event, LocalTime local,
              icalproperty* (*make)(icaltimetype))
{
    if (in_utc(event))
    {
        const auto moment = to_instant(local, event.zone, event.second_occurrence);
        icalcomponent_add_property(into, make(ical_time(moment, true)));
        return;
    }
    auto* property = make(ical_time(sys_seconds{local.time_since_epoch()}, false));
    icalproperty_add_parameter(property, icalparameter_new_tzid(home_zone));
    icalcomponent_add_property(into, property);
}

void add_text(icalcomponent* into, const std::string& text, icalproperty* (*make)(const char*))
{
    if (!text.empty())
        icalcomponent_add_property(into, make(text.c_str()));
}

// libical prints these two as they come, line ends and all.
void check(const CalendarEvent& event)
{
    constexpr std::string_view in_uid = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_@";
    if (event.uid.empty() || event.uid.find_first_not_of(in_uid) != std::string::npos)
        throw std::invalid_argument("this uid cannot stand in a calendar file");
    constexpr std::string_view in_url = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                        "-._~:/?#[]@!$&'()*+,;=%";
    if (!event.url.empty() &&
        (!event.url.starts_with("https://") || event.url.find_first_not_of(in_url) != std::string::npos))
        throw std::invalid_argument("this url cannot stand in a calendar file");
}

Component event_component(const CalendarEvent& event)
{
    Component item{icalcomponent_new(ICAL_VEVENT_COMPONENT)};
    auto* into = item.get();
    icalcomponent_add_property(into, icalproperty_new_uid(event.uid.c_str()));
    icalcomponent_add_property(into, icalproperty_new_dtstamp(ical_time(event.stamp, true)));
    icalcomponent_add_property(into, icalproperty_new_sequence(event.sequence));
    add_time(into, event, event.starts, icalproperty_new_dtstart);
    add_time(into, event, event.ends, icalproperty_new_dtend);
    icalcomponent_add_property(
        into, icalproperty_new_status(event.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    icalcomponent_add_property(into, icalproperty_new_transp(ICAL_TRANSP_OPAQUE));
    icalcomponent_add_property(into, icalproperty_new_class(ICAL_CLASS_PUBLIC));
    add_text(into, one_line(event.summary), icalproperty_new_summary);
    add_text(into, one_line(event.location), icalproperty_new_location);
    add_text(into, several_lines(event.description), icalproperty_new_description);
    add_text(into, event.url, icalproperty_new_url);
    return item;
}

} // namespace

std::string calendar_file(const CalendarEvent& event)
{
    check(event);
    const Component calendar{icalcomponent_new(ICAL_VCALENDAR_COMPONENT)};
    auto* into = calendar.get();
    icalcomponent_add_property(into, icalproperty_new_prodid("-//Rondetafel//Rondetafel//NL"));
    icalcomponent_add_property(into, icalproperty_new_version("2.0"));
    icalcomponent_add_property(into, icalproperty_new_calscale("GREGORIAN"));
    icalcomponent_add_property(
        into, icalproperty_new_method(event.cancelled ? ICAL_METHOD_CANCEL : ICAL_METHOD_PUBLISH));
    icalcomponent_add_component(into, event_component(event).release());
    const std::unique_ptr<char, FreeText> text{icalcomponent_as_ical_string_r(into)};
    if (!text)
        throw std::runtime_error("libical could not write the calendar file");
    return in_utc(event) ? text.get() : with_amsterdam(text.get());
}

} // namespace rondetafel::documents
