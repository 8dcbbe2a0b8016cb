// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/wording.hpp>

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace rondetafel
{

namespace
{

/// The wording of one thing in the three languages.
struct Worded
{
    std::string nl;
    std::string en;
    std::string pl;

    friend bool operator==(const Worded&, const Worded&) = default;
};

std::ostream& operator<<(std::ostream& out, const Worded& worded)
{
    return out << worded.nl << " | " << worded.en << " | " << worded.pl;
}

template <class Function, class... Values>
Worded in_each(Function function, Values... values)
{
    return {function(values..., Language::nl), function(values..., Language::en),
            function(values..., Language::pl)};
}

const auto tuesday = day_from_iso("2024-09-10").value();
const auto first_of_may = day_from_iso("2026-05-01").value();
const auto two = local_from_iso("2024-09-10T14:00").value();
const auto four = local_from_iso("2024-09-10T16:30").value();
const auto nine = local_from_iso("2024-09-03T09:05").value();

TEST(ADate, IsWordedAsPeopleWriteIt)
{
    EXPECT_EQ(in_each(long_date, tuesday),
              (Worded{"dinsdag 10 september 2024", "Tuesday 10 September 2024", "wtorek, 10 września 2024"}));
    EXPECT_EQ(in_each(weekday_and_date, tuesday),
              (Worded{"dinsdag 10 september", "Tuesday 10 September", "wtorek, 10 września"}));
    EXPECT_EQ(in_each(date_text, tuesday),
              (Worded{"10 september 2024", "10 September 2024", "10 września 2024"}));
    EXPECT_EQ(in_each(short_date, tuesday), (Worded{"10-09-2024", "10/09/2024", "10.09.2024"}));
}

TEST(ADate, HasNoLeadingZeroInTextButDoesInTables)
{
    EXPECT_EQ(in_each(long_date, first_of_may),
              (Worded{"vrijdag 1 mei 2026", "Friday 1 May 2026", "piątek, 1 maja 2026"}));
    EXPECT_EQ(in_each(short_date, first_of_may), (Worded{"01-05-2026", "01/05/2026", "01.05.2026"}));
}

TEST(ADate, IsTheSameDayAtBothEndsOfTime)
{
    EXPECT_EQ(short_date(day_from_iso("1969-12-31").value(), Language::nl), "31-12-1969");
    EXPECT_EQ(short_date(day_from_iso("2100-02-28").value(), Language::nl), "28-02-2100");
}

TEST(Names, AreThoseOfTheCalendar)
{
    EXPECT_EQ(in_each(weekday_name, tuesday), (Worded{"dinsdag", "Tuesday", "wtorek"}));
    EXPECT_EQ(in_each(short_weekday_name, tuesday), (Worded{"di", "Tue", "wt"}));
    EXPECT_EQ(in_each(month_name, tuesday), (Worded{"september", "September", "wrzesień"}));
    EXPECT_EQ(in_each(short_month_name, tuesday), (Worded{"sep", "Sep", "wrz"}));
    EXPECT_EQ(in_each(short_month_name, first_of_may), (Worded{"mei", "May", "maj"}));
}

TEST(ATime, IsOnTheClockOf24Hours)
{
    EXPECT_EQ(in_each(time_text, two), (Worded{"14.00\u00a0uur", "14:00", "14:00"}));
    EXPECT_EQ(in_each(time_text, nine), (Worded{"9.05\u00a0uur", "9:05", "9:05"}));
    EXPECT_EQ(in_each(time_range, two, four),
              (Worded{"van 14.00 tot 16.30\u00a0uur", "from 14:00 to 16:30", "od 14:00 do 16:30"}));
    EXPECT_EQ(in_each(short_time_range, two, four),
              (Worded{"14.00 – 16.30\u00a0uur", "14:00 – 16:30", "14:00 – 16:30"}));
    EXPECT_EQ(in_each(moment_text, nine), (Worded{"dinsdag 3 september, 9.05\u00a0uur",
                                                  "Tuesday 3 September, 9:05", "wtorek, 3 września, 9:05"}));
}

TEST(Money, IsInWholeEuros)
{
    EXPECT_EQ(in_each(euros, 25'000LL), (Worded{"€\u00a025.000", "€25,000", "25\u00a0000\u00a0€"}));
    EXPECT_EQ(in_each(euros, 1'200LL), (Worded{"€\u00a01.200", "€1,200", "1200\u00a0€"}));
    EXPECT_EQ(in_each(euros, 0LL), (Worded{"€\u00a00", "€0", "0\u00a0€"}));
}

TEST(ATypedText, KeepsPhoneNumbersTimesAndPostcodesTogether)
{
    EXPECT_EQ(unbroken("Bel 0297 12 34 56 of +31 (0)297 12 34"),
              "Bel 0297\u00a012\u00a034\u00a056 of +31\u00a0(0)297\u00a012\u00a034");
    EXPECT_EQ(unbroken("van 9.00 tot 17.00 uur"), "van 9.00 tot 17.00\u00a0uur");
    EXPECT_EQ(unbroken("Raadhuisplein 1, 1431 EH Aalsmeer"), "Raadhuisplein 1, 1431\u00a0EH Aalsmeer");
    for (const auto* plain : {"", " ", "Zaal 3 IJ", "Stand 12 in hal B", "12"})
        EXPECT_EQ(unbroken(plain), plain);
}

TEST(ANumber, HasItsPluralForm)
{
    const auto forms = [](long long number) { return in_each(plural_form, number); };
    EXPECT_EQ(forms(1), (Worded{"one", "one", "one"}));
    EXPECT_EQ(forms(0), (Worded{"other", "other", "many"}));
    EXPECT_EQ(forms(2), (Worded{"other", "other", "few"}));
    EXPECT_EQ(forms(5), (Worded{"other", "other", "many"}));
    EXPECT_EQ(forms(12), (Worded{"other", "other", "many"}));
    EXPECT_EQ(forms(22), (Worded{"other", "other", "few"}));
    EXPECT_EQ(forms(101), (Worded{"other", "other", "many"}));
}

TEST(Wording, IsTheSameFromManyThreads)
{
    std::vector<std::thread> threads;
    for (int made = 0; made < 4; ++made)
        threads.emplace_back(
            []
            {
                for (int round = 0; round < 500; ++round)
                    for (const auto language : languages)
                        EXPECT_TRUE(long_date(tuesday, language).find("10") != std::string::npos);
            });
    for (auto& thread : threads)
        thread.join();
}

} // namespace

} // namespace rondetafel
