// SPDX-License-Identifier: EUPL-1.2
#include "given.hpp"

#include <rondetafel/domain/meetings.hpp>

#include <gtest/gtest.h>

#include <functional>

namespace rondetafel
{

namespace
{

using given::a_meeting;
using given::local;
using given::refusals;
using Codes = std::vector<std::string>;

const auto june = given::at("2024-06-03T09:00");

/// The meeting of the examples with one thing changed.
Meeting with(const std::function<void(Meeting&)>& change)
{
    auto meeting = a_meeting();
    change(meeting);
    return meeting;
}

Codes refused(const std::function<void(Meeting&)>& change)
{
    return refusals(check_meeting(with(change), june, false));
}

/// Moves the meeting, keeping answers due a week before.
void move(Meeting& meeting, const std::string& starts, const std::string& ends)
{
    meeting.starts = local(starts);
    meeting.ends = local(ends);
    meeting.answer_by = meeting.starts - std::chrono::days{7};
}

struct Refused
{
    std::string what;
    std::function<void(Meeting&)> change;
    Codes codes;
};

TEST(CheckingAMeeting, AcceptsTheRoundTableWithAndWithoutTheOptionalFields)
{
    EXPECT_EQ(refused([](Meeting&) {}), Codes{});
    EXPECT_EQ(refused([](Meeting& meeting) { meeting.goal = "Ons doel\nen meer"; }), Codes{});
    EXPECT_EQ(refused([](Meeting& meeting) { meeting.capacity = 1; }), Codes{});
    EXPECT_EQ(refused([](Meeting& meeting) { meeting.capacity = 1000; }), Codes{});
    EXPECT_EQ(refused(
                  [](Meeting& meeting)
                  {
                      meeting.place.clear();
                      meeting.online_url = "https://vergaderen.example/tafel";
                  }),
              Codes{})
        << "online only";
    EXPECT_EQ(refused([](Meeting& meeting) { meeting.answer_by = meeting.starts; }), Codes{});
}

TEST(CheckingAMeeting, RefusesWithTheFieldThatNeedsMending)
{
    const std::vector<Refused> table{
        {"no title", [](Meeting& m) { m.title.clear(); }, {"title:title.missing"}},
        {"blank title", [](Meeting& m) { m.title = "  "; }, {"title:title.missing"}},
        {"long title", [](Meeting& m) { m.title = std::string(201, 'a'); }, {"title:text.too_long"}},
        {"header in title",
         [](Meeting& m) { m.title = "A\r\nBcc: b@c.example"; },
         {"title:text.control_byte"}},
        {"long goal", [](Meeting& m) { m.goal = std::string(2001, 'a'); }, {"goal:text.too_long"}},
        {"bell in goal", [](Meeting& m) { m.goal = "\a"; }, {"goal:text.control_byte"}},
        {"long agenda", [](Meeting& m) { m.agenda = std::string(5001, 'a'); }, {"agenda:text.too_long"}},
        {"escape in agenda", [](Meeting& m) { m.agenda = "\x1b"; }, {"agenda:text.control_byte"}},
        {"long ago",
         [](Meeting& m) { move(m, "2024-05-02T14:00", "2024-05-02T16:00"); },
         {"day:date.past", "answer_day:answer_by.past"}},
        {"this morning",
         [](Meeting& m) { move(m, "2024-06-03T09:00", "2024-06-03T10:00"); },
         {"day:date.past", "answer_day:answer_by.past"}},
        {"ends before it starts",
         [](Meeting& m) { m.ends = local("2024-09-10T13:00"); },
         {"end:time.end_before_start"}},
        {"ends when it starts", [](Meeting& m) { m.ends = m.starts; }, {"end:time.end_before_start"}},
        {"longer than a day", [](Meeting& m) { m.ends = local("2024-09-11T14:01"); }, {"end:time.too_long"}},
        {"hour skipped in spring",
         [](Meeting& m) { move(m, "2025-03-30T02:30", "2025-03-30T04:00"); },
         {"start:time.nonexistent"}},
        {"end skipped in spring",
         [](Meeting& m) { move(m, "2025-03-30T01:00", "2025-03-30T02:30"); },
         {"end:time.nonexistent"}},
        {"hour doubled in autumn",
         [](Meeting& m) { move(m, "2024-10-27T02:30", "2024-10-27T04:00"); },
         {"start:time.ambiguous"}},
        {"end doubled in autumn",
         [](Meeting& m) { move(m, "2024-10-27T01:00", "2024-10-27T02:30"); },
         {"end:time.ambiguous"}},
        {"unknown zone", [](Meeting& m) { m.zone = "Europe/Aalsmeer"; }, {"zone:zone.unknown"}},
        {"nowhere", [](Meeting& m) { m.place.clear(); }, {"place:place.missing"}},
        {"nowhere but an address", [](Meeting& m) { m.place = " "; }, {"place:place.missing"}},
        {"long place", [](Meeting& m) { m.place = std::string(201, 'a'); }, {"place:text.too_long"}},
        {"lines in place", [](Meeting& m) { m.place = "a\nb"; }, {"place:text.control_byte"}},
        {"long address", [](Meeting& m) { m.address = std::string(301, 'a'); }, {"address:text.too_long"}},
        {"tab in address", [](Meeting& m) { m.address = "a\tb"; }, {"address:text.control_byte"}},
        {"plain http", [](Meeting& m) { m.online_url = "http://a.example"; }, {"online_url:url.not_https"}},
        {"script", [](Meeting& m) { m.online_url = "javascript:alert(1)"; }, {"online_url:url.not_https"}},
        {"long link",
         [](Meeting& m) { m.online_url = "https://a.example/" + std::string(500, 'a'); },
         {"online_url:text.too_long"}},
        {"lines in link",
         [](Meeting& m) { m.online_url = "https://a.example\r\nX: y"; },
         {"online_url:text.control_byte"}},
        {"no seats", [](Meeting& m) { m.capacity = 0; }, {"capacity:capacity.range"}},
        {"negative seats", [](Meeting& m) { m.capacity = -1; }, {"capacity:capacity.range"}},
        {"a stadium", [](Meeting& m) { m.capacity = 1001; }, {"capacity:capacity.range"}},
        {"answers after the day",
         [](Meeting& m) { m.answer_by = local("2024-09-11T09:00"); },
         {"answer_day:answer_by.after_start"}},
        {"answers after the hour",
         [](Meeting& m) { m.answer_by = local("2024-09-10T14:01"); },
         {"answer_time:answer_by.after_start"}},
        {"answers before today",
         [](Meeting& m) { m.answer_by = local("2024-06-02T17:00"); },
         {"answer_day:answer_by.past"}},
        {"answers before now",
         [](Meeting& m) { m.answer_by = local("2024-06-03T08:00"); },
         {"answer_time:answer_by.past"}},
        {"answers in the skipped hour",
         [](Meeting& m)
         {
             move(m, "2025-04-01T14:00", "2025-04-01T16:00");
             m.answer_by = local("2025-03-30T02:30");
         },
         {"answer_time:time.nonexistent"}}};
    for (const auto& row : table)
        EXPECT_EQ(refused(row.change), row.codes) << row.what;
}

TEST(CheckingAMeeting, AllowsEveryTextItsFullLength)
{
    EXPECT_EQ(refused(
                  [](Meeting& meeting)
                  {
                      meeting.title = std::string(200, 'a');
                      meeting.goal = std::string(2000, 'a');
                      meeting.agenda = std::string(5000, 'a');
                      meeting.place = std::string(200, 'a');
                      meeting.address = std::string(300, 'a');
                      meeting.online_url = "https://" + std::string(492, 'a');
                  }),
              Codes{});
    EXPECT_EQ(refused([](Meeting& meeting) { meeting.online_url = "https://" + std::string(493, 'a'); }),
              Codes{"online_url:text.too_long"});
    EXPECT_EQ(refused([](Meeting& meeting) { meeting.answer_by = to_local(june, meeting.zone); }),
              Codes{"answer_time:answer_by.past"});
}

TEST(CheckingAMeeting, TellsEverythingAtOnce)
{
    EXPECT_EQ(refused(
                  [](Meeting& meeting)
                  {
                      meeting.title.clear();
                      meeting.place.clear();
                      meeting.capacity = 0;
                  }),
              (Codes{"title:title.missing", "place:place.missing", "capacity:capacity.range"}));
}

TEST(CheckingAMeeting, TakesADoubledHourOnceSomebodyChose)
{
    auto meeting = with([](Meeting& m) { move(m, "2024-10-27T02:30", "2024-10-27T04:00"); });
    EXPECT_EQ(refusals(check_meeting(meeting, june, true)), Codes{});
    const auto first = meeting.starts_at();
    meeting.second_occurrence = true;
    EXPECT_EQ(refusals(check_meeting(meeting, june, true)), Codes{});
    EXPECT_EQ(meeting.starts_at() - first, std::chrono::hours{1});
}

TEST(CheckingAMeeting, LetsAPastMeetingBeMendedButNotMovedIntoThePast)
{
    const auto later = given::at("2024-09-12T09:00");
    const auto before = a_meeting();
    auto after = before;
    after.agenda = "Verslag volgt";
    EXPECT_EQ(refusals(check_meeting(after, later, false, &before)), Codes{});
    after.starts -= std::chrono::hours{1};
    EXPECT_EQ(refusals(check_meeting(after, later, false, &before)), Codes{"day:date.past"});
    after = before;
    after.answer_by -= std::chrono::hours{1};
    EXPECT_EQ(refusals(check_meeting(after, later, false, &before)), Codes{"answer_day:answer_by.past"});
}

TEST(CheckingAMeeting, MeasuresItsLengthInRealHours)
{
    // From 1.00 to 1.00 the next day lasts 25 hours when the clock goes back.
    EXPECT_EQ(refused([](Meeting& m) { move(m, "2024-10-27T01:00", "2024-10-28T01:00"); }),
              Codes{"end:time.too_long"});
    EXPECT_EQ(refused([](Meeting& m) { move(m, "2024-10-28T01:00", "2024-10-29T01:00"); }), Codes{});
}

} // namespace

} // namespace rondetafel
