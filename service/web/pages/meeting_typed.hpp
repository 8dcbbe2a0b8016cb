// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/problem.hpp>
#include <rondetafel/domain/meetings.hpp>
#include <rondetafel/http/form.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace rondetafel::web::pages
{

/// "26-09-2024", also with slashes, dots or without leading zeros.
std::optional<Day> typed_day(std::string_view text);
/// "14.00", "14:00" or "9".
std::optional<std::chrono::minutes> typed_time(std::string_view text);
/// "26-09-2024" and "14.00", as the form shows them again.
std::string day_typed(Day day);
std::string time_typed(LocalTime local);

/// A meeting as the form tells it, and the fields that could not be read.
struct TypedMeeting
{
    Meeting meeting;
    bool occurrence_chosen = false;
    std::vector<FieldProblem> unread;
};

/// Reads the form over `base`, which keeps what the form does not ask.
TypedMeeting typed_meeting(const http::Form& form, Meeting base);
/// The fields of the form for a meeting, by their names.
http::Form form_of(const Meeting& meeting);

} // namespace rondetafel::web::pages
