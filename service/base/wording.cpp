// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/wording.hpp>

#include <fmt/format.h>
#include <unicode/dtfmtsym.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/smpdtfmt.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <memory>

namespace rondetafel
{

namespace
{

constexpr const char* nbsp = "\xC2\xA0";

icu::Locale locale_of(Language language) { return icu::Locale(code(language).c_str()); }

std::string utf8(const icu::UnicodeString& text)
{
    std::string result;
    text.toUTF8String(result);
    return result;
}

// ICU formatters are not safe to share between threads and dear to make: one per thread, language and pattern.
const icu::SimpleDateFormat& formatter(Language language, const std::string& pattern)
{
    thread_local std::map<std::pair<Language, std::string>, std::unique_ptr<icu::SimpleDateFormat>> formatters;
    auto& slot = formatters[{language, pattern}];
    if (!slot)
    {
        UErrorCode status = U_ZERO_ERROR;
        slot = std::make_unique<icu::SimpleDateFormat>(icu::UnicodeString::fromUTF8(pattern), locale_of(language),
                                                       status);
        slot->adoptTimeZone(icu::TimeZone::createTimeZone("UTC"));
    }
    return *slot;
}

std::string format(Day day, Language language, const std::string& pattern)
{
    const auto days = static_cast<double>(day.time_since_epoch().count());
    icu::UnicodeString text;
    formatter(language, pattern).format(days * 86'400'000.0, text);
    return utf8(text);
}

std::string clock_text(LocalTime local, Language language)
{
    const std::chrono::hh_mm_ss clock{local - day_of(local)};
    const char separator = language == Language::nl ? '.' : ':';
    return fmt::format("{}{}{:02}", clock.hours().count(), separator, clock.minutes().count());
}

std::string without_dot(std::string name)
{
    if (!name.empty() && name.back() == '.')
        name.pop_back();
    return name;
}

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}
bool is_capital(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

bool ends_in_postcode_digits(std::string_view text)
{
    return text.size() >= 4 && std::ranges::all_of(text.substr(text.size() - 4), is_digit);
}

// Whether no line may end at a blank between these two.
bool belong_together(std::string_view before, std::string_view after)
{
    if (before.empty() || after.empty() || !(is_digit(before.back()) || before.back() == ')'))
        return false;
    const bool letters = after.size() >= 2 && is_capital(after[0]) && is_capital(after[1]);
    return is_digit(after.front()) || after.front() == '(' || after.starts_with("uur") ||
           (letters && ends_in_postcode_digits(before));
}

std::string hour_word(Language language) { return language == Language::nl ? nbsp + std::string("uur") : ""; }

} // namespace

std::string long_date(Day day, Language language)
{
    return format(day, language, language == Language::pl ? "EEEE, d MMMM y" : "EEEE d MMMM y");
}

std::string weekday_and_date(Day day, Language language)
{
    return format(day, language, language == Language::pl ? "EEEE, d MMMM" : "EEEE d MMMM");
}

std::string date_text(Day day, Language language) { return format(day, language, "d MMMM y"); }

std::string short_date(Day day, Language language)
{
    switch (language)
    {
    case Language::en:
        return format(day, language, "dd/MM/y");
    case Language::pl:
        return format(day, language, "dd.MM.y");
    default:
        return format(day, language, "dd-MM-y");
    }
}

std::string time_text(LocalTime local, Language language)
{
    return clock_text(local, language) + hour_word(language);
}

std::string time_range(LocalTime from, LocalTime to, Language language)
{
    const auto begin = clock_text(from, language);
    const auto end = clock_text(to, language) + hour_word(language);
    switch (language)
    {
    case Language::en:
        return fmt::format("from {} to {}", begin, end);
    case Language::pl:
        return fmt::format("od {} do {}", begin, end);
    default:
        return fmt::format("van {} tot {}", begin, end);
    }
}

std::string short_time_range(LocalTime from, LocalTime to, Language language)
{
    return clock_text(from, language) + " – " + clock_text(to, language) + hour_word(language);
}

std::string moment_text(LocalTime local, Language language)
{
    return weekday_and_date(day_of(local), language) + ", " + time_text(local, language);
}

std::string weekday_name(Day day, Language language) { return format(day, language, "EEEE"); }
std::string month_name(Day day, Language language) { return format(day, language, "LLLL"); }
std::string short_weekday_name(Day day, Language language) { return without_dot(format(day, language, "ccc")); }
std::string short_month_name(Day day, Language language) { return without_dot(format(day, language, "LLL")); }

std::string unbroken(std::string_view typed)
{
    std::string result;
    for (std::size_t at = 0; at < typed.size(); ++at)
        if (typed[at] == ' ' && belong_together(typed.substr(0, at), typed.substr(at + 1)))
            result += nbsp;
        else
            result += typed[at];
    return result;
}

std::string euros(long long amount, Language language)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto number = utf8(icu::number::NumberFormatter::withLocale(locale_of(language))
                                 .formatInt(amount, status)
                                 .toString(status));
    switch (language)
    {
    case Language::en:
        return "€" + number;
    case Language::pl:
        return number + nbsp + "€";
    default:
        return std::string("€") + nbsp + number;
    }
}

std::string plural_form(long long number, Language language)
{
    thread_local std::map<Language, std::unique_ptr<icu::PluralRules>> rules;
    auto& slot = rules[language];
    UErrorCode status = U_ZERO_ERROR;
    if (!slot)
        slot.reset(icu::PluralRules::forLocale(locale_of(language), status));
    return utf8(slot->select(static_cast<double>(number)));
}

} // namespace rondetafel
