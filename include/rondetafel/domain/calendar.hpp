// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/time.hpp>

#include <string>
#include <vector>

namespace rondetafel
{

/// A feast day; `code` is a catalogue word: "holiday.easter_monday".
struct Holiday
{
    Day day;
    std::string code;
};

/// Easter Sunday of the Gregorian calendar (computus).
Day easter_sunday(int year);

/// The feast days of a year in order. Article 3 of the Algemene termijnenwet names New Year's Day, Easter
/// Monday, King's Day, 5 May, Ascension Day, Whit Monday and both Christmas days (lid 1) and puts Good Friday
/// on a par with them (lid 2). Easter Sunday and Whit Sunday are not in it, being Sundays, but a coordinator
/// expects their names. King's Day falls on 26 April when the 27th is a Sunday. Days that a royal decree adds
/// (lid 3) are not known here.
std::vector<Holiday> holidays(int year);

/// The code of the holiday on a day, empty when there is none; the first of two that coincide.
std::string holiday_on(Day day);
bool is_weekend(Day day);
/// Neither weekend nor public holiday.
bool is_working_day(Day day);
/// The day `count` working days before `day`, which need not be a working day itself; `day` when count is 0.
Day working_days_before(Day day, int count);
Day working_days_after(Day day, int count);

} // namespace rondetafel
