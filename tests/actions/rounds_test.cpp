// SPDX-License-Identifier: EUPL-1.2
#include "actions/round_world.hpp"

#include <rondetafel/actions/clockwork.hpp>
#include <rondetafel/actions/today.hpp>

#include <thread>

namespace rondetafel::actions
{

namespace
{

class ARound : public RoundWorld
{
protected:
    long long count(const char* table)
    {
        return std::stoll(texts(database(), std::string("SELECT CAST(COUNT(*) AS CHAR(20)) FROM ") + table).front());
    }
};

TEST_P(ARound, IsPlannedForAnIssuedVersionOneAtATime)
{
    Round round;
    round.covenant = covenant_;
    round.opens = given::local("2024-08-20T09:00");
    round.closes = given::local("2024-08-20T09:00");
    EXPECT_EQ(given::refusals(perform(save_round, {round, {}})),
              (std::vector<std::string>{"closes:round.closes_before_opening", "contacts:round.no_contacts"}));
    const auto id = plan();
    EXPECT_EQ(this->round(id).version, view().latest()->id);
    round.closes = given::local("2024-09-16T17:00");
    EXPECT_EQ(given::refusals(perform(save_round, {round, {marek_}})).front(), "round.another_runs");
    EXPECT_EQ(given::refusals(perform(plan_round, {covenant_, {}})).front(), "round.another_runs");
    EXPECT_TRUE(perform(remove_round, id));
    EXPECT_TRUE(perform(plan_round, {covenant_, {}}));
}

TEST_P(ARound, OpensByTheClockAndWritesToEverybodyOnce)
{
    const auto id = plan();
    EXPECT_EQ(strike("2024-08-20T08:59"), 0);
    EXPECT_EQ(count("outbox"), 0);
    EXPECT_EQ(strike("2024-08-20T09:00"), 3);
    EXPECT_EQ(strike("2024-08-20T09:00"), 0);
    EXPECT_EQ(round(id).state, RoundState::open);
    EXPECT_EQ(view().covenant.state, CovenantState::consulting);
    EXPECT_EQ(seen(id).tally.parties, 2);
    EXPECT_EQ(seen(id).tally.silent, 2);
    EXPECT_EQ(perform(open_round, id).error().code, "round.has_begun");
    EXPECT_EQ(perform(issue_version, {covenant_, "Toch.", sha256_hex(canonical(view().text))}).error().code,
              "covenant.consulting");
}

TEST_P(ARound, OpensEarlierByHand)
{
    const auto id = plan();
    EXPECT_EQ(perform(open_round, id).value(), 3);
    EXPECT_EQ(iso(round(id).opens), "2024-08-19T10:00");
    EXPECT_EQ(page(token(id, anna_)).window, ReactionWindow::open);
}

TEST_P(ARound, ClosesByTheClock)
{
    const auto id = open();
    strike("2024-09-16T16:59");
    EXPECT_EQ(round(id).state, RoundState::open);
    close();
    EXPECT_EQ(round(id).state, RoundState::closed);
    EXPECT_EQ(view().covenant.state, CovenantState::drafting);
}

TEST_P(ARound, StopsTheDemonstrationsClockAtEveryMoment)
{
    plan();
    std::vector<std::string> moments;
    while (const auto next = perform(next_due, Done{}).value())
    {
        clock_.set(*next);
        moments.push_back(iso(to_local(*next, home_zone)));
        perform(do_what_is_due, Done{}).value();
    }
    EXPECT_EQ(moments, (std::vector<std::string>{"2024-08-20T09:00", "2024-09-05T09:00", "2024-09-12T09:00",
                                                 "2024-09-16T17:00"}));
}

TEST_P(ARound, RemindsOnlyWhosePartyIsSilentAndOnce)
{
    const auto id = open();
    ASSERT_TRUE(say(token(id, marek_), comment(first(), "Wie betaalt dit?")));
    ASSERT_TRUE(perform(hand_in, {token(id, marek_), false}));
    EXPECT_EQ(strike("2024-09-05T09:00"), 1) << "the grower";
    EXPECT_EQ(strike("2024-09-05T09:30"), 0);
    EXPECT_EQ(letters_to(id, hanneke_, LetterKind::reaction_reminder).size(), 1U);
    EXPECT_TRUE(letters_to(id, anna_, LetterKind::reaction_reminder).empty());
    ASSERT_TRUE(perform(hand_in, {token(id, hanneke_), true}));
    EXPECT_EQ(strike("2024-09-12T09:00"), 0);
    const auto reminder = letters_to(id, hanneke_, LetterKind::reaction_reminder).front();
    EXPECT_FALSE(perform(letter_subject, reminder.id)->relevant) << "reacted before it left";
}

TEST_P(ARound, RemindsOnceWhenTwoProcessesWake)
{
    const auto id = open();
    move_to("2024-09-05T09:00");
    std::vector<std::thread> processes;
    for (int number = 0; number < 2; ++number)
        processes.emplace_back([this] {
            storage::Database other(place().address_of_another_process());
            Runner runner(other, installation_);
            // Who comes second may find that everything was written: its transaction is undone, or does nothing.
            static_cast<void>(runner.perform(storage::Access::write, do_what_is_due, Actor::service(), Done{}));
        });
    for (auto& process : processes)
        process.join();
    for (const auto contact : {marek_, anna_, hanneke_})
        EXPECT_EQ(letters_to(id, contact, LetterKind::reaction_reminder).size(), 1U);
}

TEST_P(ARound, TellsANewClosingDateToWhoWasAskedAndNothingElse)
{
    const auto id = open();
    ASSERT_TRUE(perform(withdraw_consultee, person(id, anna_).id));
    auto wish = round(id);
    wish.introduction = "Let op artikel 2.";
    ASSERT_TRUE(perform(save_round, {wish, {}}));
    EXPECT_TRUE(letters_to(id, marek_, LetterKind::reaction_update).empty()) << "it closes when it did";
    for (const char* closes : {"2024-09-20T17:00", "2024-09-23T17:00"})
    {
        wish = round(id);
        wish.closes = given::local(closes);
        ASSERT_TRUE(perform(save_round, {wish, {}}));
    }
    for (const auto contact : {marek_, hanneke_})
        EXPECT_EQ(letters_to(id, contact, LetterKind::reaction_update).size(), 2U);
    EXPECT_TRUE(letters_to(id, anna_, LetterKind::reaction_update).empty());
    EXPECT_TRUE(page(token(id, marek_, LetterKind::reaction_update)).round.closes == given::local("2024-09-23T17:00"));
}

TEST_P(ARound, StandsOnTheStartPageUntilItIsConcluded)
{
    using Kind = Upcoming::Kind;
    const auto today = [this] { return perform(show_today, Done{}).value(); };
    const auto id = plan();
    ASSERT_EQ(today().upcoming.size(), 1U);
    EXPECT_EQ(today().upcoming.front().kind, Kind::round_opens);
    EXPECT_EQ(today().upcoming.front().people, 3);
    strike("2024-08-20T09:00");
    EXPECT_TRUE(today().upcoming.empty()) << "the first reminder is more than a week away";
    move_to("2024-09-11T10:00");
    ASSERT_TRUE(say(token(id, marek_), comment(first(), "Wie betaalt dit?")));
    ASSERT_TRUE(perform(hand_in, {token(id, marek_), false}));
    ASSERT_EQ(today().reactions.size(), 1U);
    EXPECT_EQ(today().reactions.front().round, id);
    const auto upcoming = today().upcoming;
    ASSERT_EQ(upcoming.size(), 2U);
    EXPECT_EQ(upcoming.front().kind, Kind::round_reminder);
    EXPECT_EQ(upcoming.front().people, 1) << "the grower";
    EXPECT_EQ(upcoming.back().kind, Kind::round_closes);
    close();
    EXPECT_TRUE(today().reactions.empty()) << "no news any more";
    EXPECT_EQ(today().rounds.front().summary.undecided, 1);
    ASSERT_TRUE(judge(id, seen(id).remarks.front().remark.id, Outcome::not_taken_over));
    EXPECT_EQ(today().rounds.front().summary.undecided, 0);
    EXPECT_TRUE(perform(conclude_unchanged, id));
    EXPECT_TRUE(today().rounds.empty());
}

TEST_P(ARound, ForgetsNobodyWhoIsAddedLater)
{
    auto wish = perform(plan_round, {covenant_, {}}).value().round;
    wish.opens = given::local("2024-08-20T09:00");
    wish.closes = given::local("2024-09-16T17:00");
    const auto id = perform(save_round, {wish, {marek_}}).value();
    EXPECT_EQ(strike("2024-08-20T09:00"), 1);
    ASSERT_TRUE(perform(save_round, {round(id), {hanneke_}}));
    EXPECT_EQ(letters_to(id, hanneke_, LetterKind::reaction_invitation).size(), 1U);
    EXPECT_EQ(letters_to(id, marek_, LetterKind::reaction_invitation).size(), 1U);
    EXPECT_EQ(seen(id).tally.parties, 2);
}

TEST_P(ARound, EndsSomebodysPart)
{
    const auto id = open();
    const auto old = token(id, marek_);
    ASSERT_TRUE(perform(withdraw_consultee, person(id, marek_).id));
    EXPECT_EQ(perform(find_reaction, old).error().code, "link.not_found");
    EXPECT_EQ(letters_to(id, marek_, LetterKind::reaction_invitation).front().state, LetterState::cancelled);
    EXPECT_EQ(perform(withdraw_consultee, person(id, marek_).id).error().code, "consultee.not_invited");
    EXPECT_EQ(strike("2024-09-05T09:00"), 2);
    const auto renewed = token(id, anna_);
    ASSERT_TRUE(perform(send_link_again, person(id, anna_).id));
    EXPECT_EQ(perform(find_reaction, renewed).error().code, "link.not_found");
    EXPECT_TRUE(perform(find_reaction, token(id, anna_)));
}

TEST_P(ARound, ChangesOnlyItsEndOnceItIsOpen)
{
    const auto id = open();
    auto wish = round(id);
    wish.visibility = Visibility::blind;
    wish.opens = given::local("2024-08-01T09:00");
    wish.closes = given::local("2024-09-30T17:00");
    ASSERT_TRUE(perform(save_round, {wish, {}}));
    EXPECT_EQ(round(id).visibility, Visibility::open);
    EXPECT_EQ(iso(round(id).opens), "2024-08-20T09:00");
    EXPECT_EQ(iso(round(id).closes), "2024-09-30T17:00");
    EXPECT_EQ(perform(save_round, {wish, {}}).error().code, "changed.meanwhile");
}

INSTANTIATE_TEST_SUITE_P(Each, ARound, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::actions
