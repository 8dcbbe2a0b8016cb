// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/wording.hpp>
#include <rondetafel/domain/calendar.hpp>
#include <rondetafel/domain/meetings.hpp>

namespace rondetafel
{

namespace
{

bool contains(const Window& window, Day day)
{
    return window.from <= day && day <= window.to;
}

} // namespace

std::vector<DateWarning> date_warnings(Day day, const Step* step, const std::vector<Peak>& peaks,
                                       Language language)
{
    std::vector<DateWarning> warnings;
    if (step != nullptr && step->window && !contains(*step->window, day))
        warnings.push_back({"date.outside_window",
                            {{"window", step->window_text},
                             {"from", date_text(step->window->from, language)},
                             {"to", date_text(step->window->to, language)}}});
    if (const auto holiday = holiday_on(day); !holiday.empty())
        warnings.push_back(
            {"date.holiday", {{"holiday", holiday}, {"day", weekday_and_date(day, language)}}});
    if (is_weekend(day))
        warnings.push_back({"date.weekend", {{"weekday", weekday_name(day, language)}}});
    for (const auto& peak : peaks)
        if (contains(peak.window, day))
            warnings.push_back({"date.peak",
                                {{"reason", peak.reason},
                                 {"from", date_text(peak.window.from, language)},
                                 {"to", date_text(peak.window.to, language)}}});
    return warnings;
}

} // namespace rondetafel
