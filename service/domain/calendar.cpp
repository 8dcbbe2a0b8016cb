// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/calendar.hpp>

#include <algorithm>

namespace rondetafel
{

using namespace std::chrono;

namespace
{

Day kings_day(int in)
{
    const Day day{year{in} / April / 27};
    return weekday{day} == Sunday ? day - days{1} : day;
}

Day next_working_day(Day day, days step, int count)
{
    for (; count > 0; --count)
        do
            day += step;
        while (!is_working_day(day));
    return day;
}

} // namespace

// Anonymous Gregorian algorithm (Meeus, Jones, Butcher); its letters are kept, for they have no other names.
Day easter_sunday(int in)
{
    const int a = in % 19;
    const int b = in / 100;
    const int c = in % 100;
    const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return Day{year{in} / month{static_cast<unsigned>(f / 31)} / day{static_cast<unsigned>(f % 31 + 1)}};
}

std::vector<Holiday> holidays(int in)
{
    const auto easter = easter_sunday(in);
    std::vector<Holiday> feasts{{Day{year{in} / January / 1}, "holiday.new_year"},
                                {easter - days{2}, "holiday.good_friday"},
                                {easter, "holiday.easter_sunday"},
                                {easter + days{1}, "holiday.easter_monday"},
                                {kings_day(in), "holiday.kings_day"},
                                {Day{year{in} / May / 5}, "holiday.liberation_day"},
                                {easter + days{39}, "holiday.ascension_day"},
                                {easter + days{49}, "holiday.whit_sunday"},
                                {easter + days{50}, "holiday.whit_monday"},
                                {Day{year{in} / December / 25}, "holiday.christmas_day"},
                                {Day{year{in} / December / 26}, "holiday.boxing_day"}};
    std::stable_sort(feasts.begin(), feasts.end(),
                     [](const Holiday& left, const Holiday& right) { return left.day < right.day; });
    return feasts;
}

std::string holiday_on(Day day)
{
    for (const auto& feast : holidays(static_cast<int>(year_month_day{day}.year())))
        if (feast.day == day)
            return feast.code;
    return {};
}

bool is_weekend(Day day)
{
    const weekday name{day};
    return name == Saturday || name == Sunday;
}

bool is_working_day(Day day)
{
    return !is_weekend(day) && holiday_on(day).empty();
}

Day working_days_before(Day day, int count)
{
    return next_working_day(day, days{-1}, count);
}

Day working_days_after(Day day, int count)
{
    return next_working_day(day, days{1}, count);
}

} // namespace rondetafel
