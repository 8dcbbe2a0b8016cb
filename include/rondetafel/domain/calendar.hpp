// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/time.hpp>

#include <string>
#include <vector>

namespace rondetafel
{

/// A public holiday of article 3 of the Algemene termijnenwet; `code` is a catalogue word: "holiday.easter_monday".
struct Holiday
{
    Day day;
    std::string code;
};

/// Easter Sunday of the Gregorian calendar (computus).
Day easter_sunday(int year);

/// The holidays of a year in order: New Year's Day, Good Friday*, Easter Sunday and Monday, King's Day,
/// Liberation Day, Ascension Day, Whit Sunday and Monday, both Christmas days. Sundays included where they are
/// feasts. King's Day falls on 26 April when the 27th is a Sunday.
/// (*Good Friday is not in article 3 but equated with it there, lid 2.)
std::vector<Holiday> holidays(int year);

/// The holiday on a day, or nothing (empty code).
std::string holiday_on(Day day);
bool is_weekend(Day day);
/// Neither weekend nor public holiday.
bool is_working_day(Day day);
/// The day `count` working days before (count > 0) `day`; `day` itself need not be a working day.
Day working_days_before(Day day, int count);
Day working_days_after(Day day, int count);

} // namespace rondetafel
