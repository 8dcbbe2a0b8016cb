// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/id.hpp>
#include <rondetafel/base/time.hpp>
#include <rondetafel/base/words.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel
{

/// The row of the timeline that a step stands in (look, section 4.11), in the order of drawing.
enum class Lane
{
    governance,
    planning,
    meetings,
    covenant
};

template <>
struct Words<Lane>
{
    static constexpr std::pair<Lane, std::string_view> all[] = {{Lane::governance, "governance"},
                                                                {Lane::planning, "planning"},
                                                                {Lane::meetings, "meetings"},
                                                                {Lane::covenant, "covenant"}};
};

enum class StepState
{
    open,
    running,
    done
};

template <>
struct Words<StepState>
{
    static constexpr std::pair<StepState, std::string_view> all[] = {
        {StepState::open, "open"}, {StepState::running, "running"}, {StepState::done, "done"}};
};

enum class MeetingKind
{
    kickoff,
    round_table,
    plenary,
    site_visit,
    core_group
};

template <>
struct Words<MeetingKind>
{
    static constexpr std::pair<MeetingKind, std::string_view> all[] = {{MeetingKind::round_table, "round_table"},
                                                                       {MeetingKind::plenary, "plenary"},
                                                                       {MeetingKind::kickoff, "kickoff"},
                                                                       {MeetingKind::site_visit, "site_visit"},
                                                                       {MeetingKind::core_group, "core_group"}};
};

/// Days without zone, both included.
struct Window
{
    Day from;
    Day to;
};

/// One row of the process note's planning: the verbatim text stands beside the dates worked out from it.
struct Step
{
    StepId id;
    ProgrammeId programme;
    std::string key;    ///< stable word within the programme
    Lane lane = Lane::planning;
    int position = 0;   ///< order within the programme
    std::string number; ///< verbatim: "3."
    std::string title;  ///< short, for the picture
    std::string content;
    std::string window_text; ///< verbatim: "Februari -maart"
    std::optional<Window> window;
    bool uncertain_end = false;
    std::optional<MeetingKind> meeting_kind;
    StepState state = StepState::open;
    int revision = 0;
};

struct ProgrammeLine
{
    LineId id;
    int number = 0;
    std::string title;
    std::string goal;
    std::vector<std::string> actions;
    std::string cost;
};

struct BudgetItem
{
    std::optional<int> line; ///< number of the programme line; none for the programme as a whole
    int year = 0;
    long long euros = 0;
    std::string note;
};

struct OpenQuestion
{
    std::string code; ///< "F131"
    std::string text;
    std::string step_key; ///< empty when it is about no step
};

/// Days the programme would rather avoid, such as the weeks before Mother's Day.
struct Peak
{
    Window window;
    std::string reason;
};

struct Programme
{
    ProgrammeId id;
    std::string slug;
    std::string title;
    std::string municipality;
    Window period;
    std::string note; ///< where the plan comes from
    std::vector<ProgrammeLine> lines;
    std::vector<Step> steps;
    std::vector<BudgetItem> budget;
    std::vector<OpenQuestion> questions;
    std::vector<Peak> peaks;
};

} // namespace rondetafel
