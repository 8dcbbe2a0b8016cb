// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "given.hpp"

#include <rondetafel/domain/programmes.hpp>

#include <string>

namespace rondetafel::given
{

/// The day of the mock-ups.
inline const auto late_august = day("2024-08-29");

inline Step a_step(const std::string& key, Lane lane, const std::string& from, const std::string& to,
                   StepState state)
{
    Step step;
    step.key = key;
    step.lane = lane;
    step.content = key;
    step.state = state;
    step.window = Window{day(from), day(to)};
    return step;
}

inline Step a_meeting_step(const std::string& key, const std::string& from, const std::string& to,
                           StepState state)
{
    auto step = a_step(key, Lane::meetings, from, to, state);
    step.meeting_kind = MeetingKind::round_table;
    return step;
}

/// The planning of the process note, its lanes mixed up on purpose.
inline Programme aalsmeer()
{
    Programme programme;
    programme.period = {day("2024-01-01"), day("2027-12-31")};
    Step empty;
    empty.key = "planning-leeg";
    empty.title = "Zonder inhoud";
    programme.steps = {a_step("convenant", Lane::covenant, "2024-09-01", "2025-12-31", StepState::open),
                       a_meeting_step("startbijeenkomst", "2024-02-01", "2024-03-31", StepState::done),
                       a_meeting_step("rondetafel", "2024-07-01", "2024-09-30", StepState::open),
                       a_meeting_step("brede-bijeenkomst", "2024-07-01", "2024-09-30", StepState::open),
                       empty,
                       a_step("kernwerkgroep", Lane::planning, "2024-02-01", "2024-03-31", StepState::done),
                       a_step("actieplannen", Lane::planning, "2024-02-01", "2024-04-30", StepState::running),
                       a_step("afstemming", Lane::governance, "2023-02-01", "2023-02-28", StepState::done),
                       a_step("college", Lane::governance, "2023-12-05", "2023-12-05", StepState::done),
                       a_step("raad", Lane::governance, "2024-02-02", "2024-02-02", StepState::done)};
    for (std::size_t at = 0; at < programme.steps.size(); ++at)
    {
        programme.steps[at].id = {static_cast<long long>(at) + 1};
        programme.steps[at].position = static_cast<int>(at);
    }
    return programme;
}

} // namespace rondetafel::given
