// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/language.hpp>
#include <rondetafel/base/time.hpp>

#include <string>
#include <string_view>

namespace rondetafel
{

/// Dates, times and numbers as people read them, in three languages (house style: docs/glossary.md).
/// All results are plain UTF-8 text; "14.00 uur" holds a no-break space.

/// "dinsdag 10 september 2024", "Tuesday 10 September 2024", "wtorek, 10 września 2024".
std::string long_date(Day day, Language language);
/// "dinsdag 10 september": without the year.
std::string weekday_and_date(Day day, Language language);
/// "10 september 2024": without the weekday.
std::string date_text(Day day, Language language);
/// "10-09-2024" in tables; en "10/09/2024", pl "10.09.2024".
std::string short_date(Day day, Language language);
/// "14.00 uur", "14:00", "14:00".
std::string time_text(LocalTime local, Language language);
/// "van 14.00 tot 16.00 uur", "from 14:00 to 16:00", "od 14:00 do 16:00".
std::string time_range(LocalTime from, LocalTime to, Language language);
/// "14.00 – 16.00 uur".
std::string short_time_range(LocalTime from, LocalTime to, Language language);
/// "dinsdag 3 september, 17.00 uur".
std::string moment_text(LocalTime local, Language language);
/// "dinsdag", "september", "sep", "di".
std::string weekday_name(Day day, Language language);
std::string month_name(Day day, Language language);
std::string short_month_name(Day day, Language language);
std::string short_weekday_name(Day day, Language language);
/// A typed text in which a phone number ("0297 12 34 56"), a time ("17.00 uur") and a postcode ("1431 EH")
/// hold no-break spaces, so that no line ends within them.
std::string unbroken(std::string_view typed);
/// "€ 25.000", "€25,000": whole euros.
std::string euros(long long amount, Language language);
/// The CLDR plural category of a number: "one", "few", "many", "other"; picks the form of a text.
std::string plural_form(long long number, Language language);

} // namespace rondetafel
