// SPDX-License-Identifier: EUPL-1.2
#include "meeting_typed.hpp"

#include "meeting_parts.hpp"

#include <rondetafel/base/trimmed.hpp>
#include <rondetafel/documents/clean_text.hpp>
#include <rondetafel/domain/calendar.hpp>

#include <cstdio>

namespace rondetafel::web::pages
{

namespace
{

constexpr int answer_working_days = 5;
constexpr std::chrono::hours answer_hour{17};

// Numbers between separators: "26-09-2024" is 26, 9 and 2024. Empty when anything else stands there.
std::vector<long long> numbers(std::string_view text, std::string_view separators)
{
    std::vector<long long> found;
    while (true)
    {
        const auto end = text.find_first_of(separators);
        const auto number = number_from(text.substr(0, end));
        if (!number || *number > 9999)
            return {};
        found.push_back(*number);
        if (end == std::string_view::npos)
            return found;
        text.remove_prefix(end + 1);
    }
}

std::optional<Day> read_day(TypedMeeting& typed, const http::Form& form, const std::string& field)
{
    const auto text = trimmed(form.value(field));
    const auto day = typed_day(text);
    if (!day)
        typed.unread.push_back({field, text.empty() ? field + ".missing" : "date.not_a_date", {}});
    return day;
}

std::optional<std::chrono::minutes> read_time(TypedMeeting& typed, const http::Form& form, const std::string& field)
{
    const auto text = trimmed(form.value(field));
    const auto time = typed_time(text);
    if (!time)
        typed.unread.push_back({field, text.empty() ? field + ".missing" : "time.not_a_time", {}});
    return time;
}

// Left empty, the last moment to answer is five working days before, at 17.00 hours.
void read_answer_by(TypedMeeting& typed, const http::Form& form, std::optional<Day> day)
{
    const bool no_day = trimmed(form.value("answer_day")).empty();
    const bool no_time = trimmed(form.value("answer_time")).empty();
    auto last = no_day ? day : read_day(typed, form, "answer_day");
    if (no_day && last)
        last = working_days_before(*last, answer_working_days);
    const auto time =
        no_time ? std::optional<std::chrono::minutes>{answer_hour} : read_time(typed, form, "answer_time");
    if (last && time)
        typed.meeting.answer_by = LocalTime{*last} + *time;
}

void read_moments(TypedMeeting& typed, const http::Form& form)
{
    const auto day = read_day(typed, form, "day");
    const auto start = read_time(typed, form, "start");
    const auto end = read_time(typed, form, "end");
    if (day && start)
        typed.meeting.starts = LocalTime{*day} + *start;
    if (day && end)
        typed.meeting.ends = LocalTime{*day} + *end;
    read_answer_by(typed, form, day);
    typed.occurrence_chosen = form.has("occurrence");
    // Of an hour that exists once there is nothing to choose, whatever an older page still sends along.
    const auto& meeting = typed.meeting;
    const bool twice = local_kind(meeting.starts, meeting.zone) == LocalKind::ambiguous ||
                       local_kind(meeting.ends, meeting.zone) == LocalKind::ambiguous;
    typed.meeting.second_occurrence = twice && form.value("occurrence") == "tweede";
}

} // namespace

std::optional<Day> typed_day(std::string_view text)
{
    const auto parts = numbers(text, "-/.");
    if (parts.size() != 3 || parts[2] < 1000)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(parts[2])},
                                           std::chrono::month{static_cast<unsigned>(parts[1])},
                                           std::chrono::day{static_cast<unsigned>(parts[0])}};
    return date.ok() ? std::optional{Day{date}} : std::nullopt;
}

std::optional<std::chrono::minutes> typed_time(std::string_view text)
{
    const auto parts = numbers(text, ".:");
    if (parts.empty() || parts.size() > 2 || parts[0] > 23 || (parts.size() == 2 && parts[1] > 59))
        return std::nullopt;
    return std::chrono::hours{parts[0]} + std::chrono::minutes{parts.size() == 2 ? parts[1] : 0};
}

std::string day_typed(Day day)
{
    const std::chrono::year_month_day date{day};
    char text[16];
    std::snprintf(text, sizeof text, "%02u-%02u-%04u", static_cast<unsigned>(date.day()) % 100,
                  static_cast<unsigned>(date.month()) % 100,
                  static_cast<unsigned>(static_cast<int>(date.year())) % 10000);
    return text;
}

std::string time_typed(LocalTime local)
{
    const auto text = iso(local); // "2024-09-10T14:00"
    return text.substr(11, 2) + '.' + text.substr(14, 2);
}

TypedMeeting typed_meeting(const http::Form& form, Meeting base)
{
    TypedMeeting typed;
    typed.meeting = std::move(base);
    auto& meeting = typed.meeting;
    meeting.kind = from_word<MeetingKind>(form.value("kind")).value_or(meeting.kind);
    meeting.title = trimmed(form.value("title"));
    meeting.goal = trimmed(documents::several_lines(form.value("goal")));
    meeting.agenda = trimmed(documents::several_lines(form.value("agenda")));
    read_moments(typed, form);
    meeting.place = trimmed(form.value("place"));
    meeting.address = trimmed(form.value("address"));
    meeting.online_url = trimmed(form.value("online_url"));
    meeting.capacity.reset();
    if (const auto seats = trimmed(form.value("capacity")); !seats.empty())
    {
        const auto number = number_from(seats);
        if (number && *number < 100000)
            meeting.capacity = static_cast<int>(*number);
        else
            typed.unread.push_back({"capacity", "capacity.not_a_number", {}});
    }
    meeting.substitutes_allowed = form.has("substitutes");
    return typed;
}

http::Form form_of(const Meeting& meeting)
{
    http::Fields fields{{"kind", std::string(word(meeting.kind))},
                        {"title", meeting.title},
                        {"goal", meeting.goal},
                        {"agenda", meeting.agenda},
                        {"place", meeting.place},
                        {"address", meeting.address},
                        {"online_url", meeting.online_url},
                        {"capacity", meeting.capacity ? std::to_string(*meeting.capacity) : ""},
                        {"revision", std::to_string(meeting.revision)}};
    if (meeting.substitutes_allowed)
        fields.emplace_back("substitutes", "ja");
    if (meeting.id)
    {
        fields.insert(fields.end(), {{"day", day_typed(day_of(meeting.starts))},
                                     {"start", time_typed(meeting.starts)},
                                     {"end", time_typed(meeting.ends)},
                                     {"answer_day", day_typed(day_of(meeting.answer_by))},
                                     {"answer_time", time_typed(meeting.answer_by)}});
        if (local_kind(meeting.starts, meeting.zone) == LocalKind::ambiguous ||
            local_kind(meeting.ends, meeting.zone) == LocalKind::ambiguous)
            fields.emplace_back("occurrence", meeting.second_occurrence ? "tweede" : "eerste");
        return http::Form{std::move(fields)};
    }
    fields.insert(fields.end(), {{"start", "14.00"}, {"end", "16.00"}, {"answer_time", "17.00"}});
    return http::Form{std::move(fields)};
}

} // namespace rondetafel::web::pages
