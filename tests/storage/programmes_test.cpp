// SPDX-License-Identifier: EUPL-1.2
#include "storage/given.hpp"

namespace rondetafel::storage
{

namespace
{

using given::day;
using given::unicode;

class ProgrammeRows : public support::OnEachDatabase
{
protected:
    Programme a_programme()
    {
        Programme programme;
        programme.slug = "voorbeeld";
        programme.title = unicode;
        programme.municipality = "Aalsmeer";
        programme.period = {day("2024-02-29"), day("2026-12-31")};
        programme.note = "procesnota";
        programme.lines = {{{}, 1, "Huisvesting", "Doel", {"een", "twee"}, "€ 10"}, {{}, 2, "Zorg", "", {}, ""}};
        Step step;
        step.key = "kickoff";
        step.lane = Lane::meetings;
        step.position = 2;
        step.number = "3.";
        step.title = "Kick-off";
        step.content = unicode;
        step.window_text = "Februari -maart";
        step.window = Window{day("2024-02-01"), day("2024-03-31")};
        step.uncertain_end = true;
        step.meeting_kind = MeetingKind::kickoff;
        step.state = StepState::running;
        programme.steps = {step};
        step.key = "leeg";
        step.position = 3;
        step.window.reset();
        step.meeting_kind.reset();
        programme.steps.push_back(step);
        programme.budget = {{1, 2024, 25'000, "lijn"}, {std::nullopt, 2025, 1'000, "geheel"}};
        programme.questions = {{"F131", unicode, "kickoff"}, {"F132", "?", ""}};
        programme.peaks = {{{day("2024-04-29"), day("2024-05-11")}, "Moederdag"}};
        return programme;
    }
};

TEST_P(ProgrammeRows, ComeBackWhole)
{
    const auto id = records().programmes.add(a_programme());
    const auto found = records().programmes.find(id).value();
    EXPECT_EQ(found.title, unicode);
    EXPECT_EQ(found.period.from, day("2024-02-29"));
    ASSERT_EQ(found.lines.size(), 2U);
    EXPECT_EQ(found.lines.front().actions, (std::vector<std::string>{"een", "twee"}));
    EXPECT_EQ(found.lines.front().cost, "€ 10");
    ASSERT_EQ(found.steps.size(), 2U);
    EXPECT_EQ(found.steps.front().window->to, day("2024-03-31"));
    EXPECT_EQ(found.steps.front().meeting_kind, MeetingKind::kickoff);
    EXPECT_EQ(found.steps.front().content, unicode);
    EXPECT_TRUE(found.steps.front().uncertain_end);
    EXPECT_FALSE(found.steps.back().window);
    EXPECT_FALSE(found.steps.back().meeting_kind);
    ASSERT_EQ(found.budget.size(), 2U);
    EXPECT_EQ(found.budget.front().line, 1);
    EXPECT_EQ(found.budget.back().line, std::nullopt);
    EXPECT_EQ(found.budget.front().euros, 25'000);
    ASSERT_EQ(found.questions.size(), 2U);
    EXPECT_EQ(found.questions.front().text, unicode);
    ASSERT_EQ(found.peaks.size(), 1U);
    EXPECT_EQ(found.peaks.front().reason, "Moederdag");
    EXPECT_EQ(records().programmes.find_by_slug("voorbeeld")->id, id);
    EXPECT_EQ(records().programmes.current()->id, id);
    EXPECT_FALSE(records().programmes.find_by_slug("Voorbeeld"));
}

TEST_P(ProgrammeRows, ChangeInParts)
{
    const auto id = records().programmes.add(a_programme());
    auto programme = records().programmes.find(id).value();
    auto& step = programme.steps.back();
    step.window = Window{day("2025-01-01"), day("2025-01-31")};
    step.state = StepState::done;
    records().programmes.save_step(step);
    EXPECT_EQ(records().programmes.find_step(step.id)->window->from, day("2025-01-01"));
    EXPECT_EQ(records().programmes.find_step(step.id)->state, StepState::done);
    records().programmes.shift_budget(id, 1);
    records().programmes.replace_peaks(id, {});
    programme.period.to = day("2027-12-31");
    records().programmes.save_period(programme);
    const auto again = records().programmes.find(id).value();
    EXPECT_EQ(again.budget.front().year, 2025);
    EXPECT_TRUE(again.peaks.empty());
    EXPECT_EQ(again.period.to, day("2027-12-31"));
}

INSTANTIATE_TEST_SUITE_P(Each, ProgrammeRows, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::storage
