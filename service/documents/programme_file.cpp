// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/programme_file.hpp>

#include "toml_rows.hpp"

#include <algorithm>

namespace rondetafel::documents
{

namespace
{

/// Years that a budget may speak of; a typing error such as 20244 stops here.
constexpr long long year_min = 1990;
constexpr long long year_max = 2100;

Window window_of(const Row& row, const char* from, const char* to)
{
    const Window window{row.required_day(from), row.required_day(to)};
    if (window.to < window.from)
        row.refuse(to, "is before " + std::string(from));
    return window;
}

ProgrammeLine line_of(const Row& row)
{
    ProgrammeLine line;
    line.number = static_cast<int>(row.required_number("number"));
    line.title = row.required("title");
    line.goal = row.text("goal");
    line.actions = row.texts("actions");
    line.cost = row.text("cost");
    return line;
}

Step step_of(const Row& row, int position)
{
    Step step;
    step.key = row.required("key", 64);
    step.lane = row.word<Lane>("lane", row.required("lane"));
    step.position = position;
    step.number = row.text("number", 20);
    step.title = row.required("title");
    step.content = row.text("content");
    step.window_text = row.text("window", 100);
    if (row.day("from") || row.day("to"))
        step.window = window_of(row, "from", "to");
    step.uncertain_end = row.flag("uncertain_end");
    if (const auto kind = row.text("meeting_kind"); !kind.empty())
        step.meeting_kind = row.word<MeetingKind>("meeting_kind", kind);
    if (const auto state = row.text("state"); !state.empty())
        step.state = row.word<StepState>("state", state);
    return step;
}

void read_steps(const Row& root, Programme& programme)
{
    for (const auto& row : root.rows("step"))
    {
        auto step = step_of(row, static_cast<int>(programme.steps.size()) + 1);
        if (std::any_of(programme.steps.begin(), programme.steps.end(),
                        [&](const Step& known) { return known.key == step.key; }))
            row.refuse("key", "stands twice: " + step.key);
        programme.steps.push_back(std::move(step));
    }
}

void read_lines(const Row& root, Programme& programme)
{
    for (const auto& row : root.rows("line"))
    {
        auto line = line_of(row);
        if (std::any_of(programme.lines.begin(), programme.lines.end(),
                        [&](const ProgrammeLine& known) { return known.number == line.number; }))
            row.refuse("number", "stands twice: " + std::to_string(line.number));
        programme.lines.push_back(std::move(line));
    }
}

void read_budget(const Row& root, Programme& programme)
{
    for (const auto& row : root.rows("budget"))
    {
        BudgetItem item;
        if (const auto number = row.number("line"))
        {
            item.line = static_cast<int>(*number);
            if (std::none_of(programme.lines.begin(), programme.lines.end(),
                             [&](const ProgrammeLine& line) { return line.number == item.line; }))
                row.refuse("line", "is no line of this programme");
        }
        const auto year = row.required_number("year");
        if (year < year_min || year > year_max)
            row.refuse("year", "is not a year");
        item.year = static_cast<int>(year);
        item.euros = row.required_number("euros");
        item.note = row.text("note");
        programme.budget.push_back(std::move(item));
    }
}

void read_questions(const Row& root, Programme& programme)
{
    for (const auto& row : root.rows("question"))
    {
        OpenQuestion question{row.required("code", 20), row.required("text", 4000), row.text("step", 64)};
        if (!question.step_key.empty() && std::none_of(programme.steps.begin(), programme.steps.end(),
                                                       [&](const Step& step) { return step.key == question.step_key; }))
            row.refuse("step", "is no step of this programme");
        programme.questions.push_back(std::move(question));
    }
}

void read_head(const Row& row, Programme& programme)
{
    programme.slug = row.required("slug", 64);
    programme.title = row.required("title");
    programme.municipality = row.text("municipality", 200);
    programme.period = window_of(row, "period_from", "period_to");
    programme.note = row.text("note");
}

} // namespace

Result<Programme> read_programme(const std::filesystem::path& path)
{
    Programme programme;
    const auto outcome = with_file(path, [&](const Row& root) {
        read_head(root.row("programme"), programme);
        read_lines(root, programme);
        read_steps(root, programme);
        read_budget(root, programme);
        read_questions(root, programme);
        for (const auto& row : root.rows("peak"))
            programme.peaks.push_back({window_of(row, "from", "to"), row.required("reason")});
    });
    if (!outcome)
        return outcome.error();
    return programme;
}

} // namespace rondetafel::documents
