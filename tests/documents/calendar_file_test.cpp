// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/calendar_file.hpp>

#include <libical/ical.h>

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>

namespace rondetafel::documents
{

namespace
{

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

CalendarEvent event(const char* starts = "2024-09-10T14:00", const char* ends = "2024-09-10T16:00")
{
    CalendarEvent event;
    event.uid = "7f3k2m9qx4c5v8b1n6a0@rondetafel.example";
    event.stamp = from_epoch(1717405200);
    event.starts = *local_from_iso(starts);
    event.ends = *local_from_iso(ends);
    event.summary = "Rondetafel; met komma, en \\";
    event.location = "Raadhuis Aalsmeer, Raadhuisplein 1";
    event.description = "Dinsdag 10 september 2024, van 14.00 tot 16.00 uur\nVragen? Bel 0297 12 34 56.";
    event.url = "https://meet.example/rondetafel";
    return event;
}

Component read_back(const std::string& file)
{
    return {icalparser_parse_string(file.c_str()), &icalcomponent_free};
}

icalcomponent* event_in(const Component& calendar)
{
    return icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
}

bool contains(const std::string& text, const std::string& piece)
{
    return text.find(piece) != std::string::npos;
}

constexpr const char* zone_as_published =
    "BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\nBEGIN:DAYLIGHT\r\n"
    "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n"
    "DTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n"
    "END:DAYLIGHT\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
    "TZNAME:CET\r\nDTSTART:19701025T030000\r\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n"
    "END:VTIMEZONE\r\n";

/// The moment libical makes of DTSTART with the zone that is in the file itself.
Instant start_as_read(const Component& calendar)
{
    auto* zone = icalcomponent_get_timezone(calendar.get(), "Europe/Amsterdam");
    return from_epoch(icaltime_as_timet_with_zone(icalcomponent_get_dtstart(event_in(calendar)), zone));
}

} // namespace

TEST(CalendarFile, LibicalReadsItBackWithoutErrors)
{
    const auto calendar = read_back(calendar_file(event()));
    ASSERT_NE(calendar, nullptr);
    EXPECT_EQ(icalcomponent_count_errors(calendar.get()), 0);
    EXPECT_EQ(icalcomponent_get_method(calendar.get()), ICAL_METHOD_PUBLISH);
    auto* item = event_in(calendar);
    ASSERT_NE(item, nullptr);
    EXPECT_STREQ(icalcomponent_get_uid(item), "7f3k2m9qx4c5v8b1n6a0@rondetafel.example");
    EXPECT_STREQ(icalcomponent_get_summary(item), "Rondetafel; met komma, en \\");
    EXPECT_STREQ(icalcomponent_get_location(item), "Raadhuis Aalsmeer, Raadhuisplein 1");
    EXPECT_TRUE(contains(icalcomponent_get_description(item), "uur\nVragen?"));
    EXPECT_EQ(icalcomponent_get_first_property(item, ICAL_ATTENDEE_PROPERTY), nullptr);
    EXPECT_EQ(icalcomponent_get_first_property(item, ICAL_ORGANIZER_PROPERTY), nullptr);
}

TEST(CalendarFile, TheSmallZoneComesOutAsItStandsInTheReference)
{
    EXPECT_TRUE(contains(calendar_file(event()), zone_as_published));
}

TEST(CalendarFile, TimesAreLocalAndRightOnBothSidesOfTheClockChange)
{
    for (const auto* day : {"2024-03-30", "2024-03-31", "2024-04-01", "2024-07-01", "2024-10-26",
                            "2024-10-27", "2024-10-28", "2024-12-31", "2027-03-28", "2035-07-01"})
    {
        const auto when = std::string(day) + "T14:00";
        const auto calendar = read_back(calendar_file(event(when.c_str(), when.c_str())));
        EXPECT_EQ(start_as_read(calendar), to_instant(*local_from_iso(when), home_zone)) << day;
    }
    EXPECT_TRUE(contains(calendar_file(event()), "\r\nDTSTART;TZID=Europe/Amsterdam:20240910T140000\r\n"));
}

TEST(CalendarFile, TheZoneAgreesWithTheSystemForYearsToCome)
{
    const auto calendar = read_back(calendar_file(event()));
    auto* zone = icalcomponent_get_timezone(calendar.get(), "Europe/Amsterdam");
    ASSERT_NE(zone, nullptr);
    auto* utc = icaltimezone_get_utc_timezone();
    const auto first = to_instant(*local_from_iso("2024-01-01T00:00"), home_zone);
    for (int hour = 0; hour < 24 * 365 * 8; hour += 1)
    {
        const auto moment = first + std::chrono::hours{hour};
        auto time = icaltime_from_timet_with_zone(epoch(moment), 0, utc);
        int daylight = 0;
        const auto offset = icaltimezone_get_utc_offset_of_utc_time(zone, &time, &daylight);
        const auto wanted = to_local(moment, home_zone).time_since_epoch() - moment.time_since_epoch();
        ASSERT_EQ(offset, wanted.count()) << iso(moment);
    }
}

TEST(CalendarFile, ACancelledEventIsInUtcWithoutZone)
{
    auto cancelled = event();
    cancelled.cancelled = true;
    cancelled.sequence = 3;
    const auto file = calendar_file(cancelled);
    for (const auto* line : {"METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:3", "DTSTART:20240910T120000Z",
                             "DTEND:20240910T140000Z", "DTSTAMP:20240603T090000Z"})
        EXPECT_TRUE(contains(file, std::string("\r\n") + line + "\r\n")) << line;
    EXPECT_FALSE(contains(file, "VTIMEZONE"));
}

TEST(CalendarFile, OtherZonesAndAnHourThatComesTwiceAreInUtc)
{
    auto london = event();
    london.zone = "Europe/London";
    EXPECT_TRUE(contains(calendar_file(london), "\r\nDTSTART:20240910T130000Z\r\n"));
    auto twice = event("2024-10-27T02:30", "2024-10-27T04:00");
    EXPECT_TRUE(contains(calendar_file(twice), "\r\nDTSTART:20241027T003000Z\r\n"));
    const auto until_then = calendar_file(event("2024-10-27T01:00", "2024-10-27T02:30"));
    EXPECT_TRUE(contains(until_then, "\r\nDTEND:20241027T003000Z\r\n"));
    twice.second_occurrence = true;
    EXPECT_TRUE(contains(calendar_file(twice), "\r\nDTSTART:20241027T013000Z\r\n"));
    EXPECT_TRUE(contains(calendar_file(twice), "\r\nDTEND:20241027T030000Z\r\n"));
}

TEST(CalendarFile, LinesFoldAt75OctetsOnWholeCharacters)
{
    auto long_one = event();
    for (int i = 0; i < 60; ++i)
        long_one.description += "żółć";
    const auto file = calendar_file(long_one);
    std::size_t begin = 0;
    for (auto end = file.find("\r\n"); end != std::string::npos;
         begin = end + 2, end = file.find("\r\n", begin))
        EXPECT_LE(end - begin, 75u) << file.substr(begin, end - begin);
    EXPECT_EQ(begin, file.size());
    EXPECT_NE(read_back(file), nullptr);
}

TEST(CalendarFile, NothingTypedBecomesAProperty)
{
    for (const auto* value :
         {"a\r\nATTENDEE:mailto:dief@elders.example", "a\x07\tb", "END:VEVENT\r\nBEGIN:VEVENT",
          "\xE2\x80\xA8ORGANIZER:mailto:x@y.example", "a\\nb;c,d^n"})
    {
        auto typed = event();
        typed.summary = typed.location = typed.description = value;
        const auto calendar = read_back(calendar_file(typed));
        ASSERT_NE(calendar, nullptr);
        EXPECT_EQ(icalcomponent_count_components(calendar.get(), ICAL_VEVENT_COMPONENT), 1) << value;
        EXPECT_EQ(icalcomponent_get_first_property(event_in(calendar), ICAL_ATTENDEE_PROPERTY), nullptr)
            << value;
        EXPECT_EQ(icalcomponent_count_errors(calendar.get()), 0) << value;
    }
}

TEST(CalendarFile, UidAndUrlMustFit)
{
    for (const auto* uid : {"", "a b", "a\r\nX:y", "é"})
    {
        auto wrong = event();
        wrong.uid = uid;
        EXPECT_THROW(calendar_file(wrong), std::invalid_argument) << uid;
    }
    for (const auto* url :
         {"http://meet.example", "https://a\r\nATTENDEE:x", "https://a b", "javascript:alert(1)"})
    {
        auto wrong = event();
        wrong.url = url;
        EXPECT_THROW(calendar_file(wrong), std::invalid_argument) << url;
    }
}

TEST(CalendarFile, TheSameEventGivesTheSameBytes)
{
    EXPECT_EQ(calendar_file(event()), calendar_file(event()));
}

} // namespace rondetafel::documents
