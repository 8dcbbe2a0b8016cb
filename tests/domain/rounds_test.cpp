// SPDX-License-Identifier: EUPL-1.2
#include "given.hpp"

#include <rondetafel/domain/rounds.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

using given::at;

/// A round from Monday 3 to Friday 28 March 2025, 17.00 hours.
Round a_round(RoundState state = RoundState::open)
{
    Round round;
    round.id = {1};
    round.opens = local_from_iso("2025-03-03T09:00").value();
    round.closes = local_from_iso("2025-03-28T17:00").value();
    round.state = state;
    return round;
}

Consultee asked(const char* when = "2025-03-03T09:00")
{
    Consultee consultee;
    consultee.id = {5};
    consultee.round = {1};
    consultee.party = {7};
    consultee.invited_at = at(when);
    return consultee;
}

Reaction a_reaction(std::optional<Instant> given_at = {})
{
    Reaction reaction;
    reaction.id = {3};
    reaction.round = {1};
    reaction.party = {7};
    reaction.given_at = given_at;
    return reaction;
}

TEST(ARound, TakesReactionsBetweenOpeningAndClosing)
{
    const auto window = [](const char* now, RoundState state = RoundState::open, bool late = false) {
        auto round = a_round(state);
        round.accept_late = late;
        return reaction_window(round, at(now));
    };
    EXPECT_EQ(window("2025-03-03T09:00", RoundState::planned), ReactionWindow::not_yet);
    EXPECT_EQ(window("2025-03-03T08:59"), ReactionWindow::not_yet);
    EXPECT_EQ(window("2025-03-03T09:00"), ReactionWindow::open);
    EXPECT_EQ(window("2025-03-28T16:59"), ReactionWindow::open);
    EXPECT_EQ(window("2025-03-28T17:00"), ReactionWindow::closed) << "also before the clockwork came by";
    EXPECT_EQ(window("2025-03-28T17:00", RoundState::open, true), ReactionWindow::late);
    EXPECT_EQ(window("2025-04-10T17:00", RoundState::closed, true), ReactionWindow::late);
    EXPECT_EQ(window("2025-04-10T17:00", RoundState::closed), ReactionWindow::closed);
    EXPECT_EQ(window("2025-04-10T17:00", RoundState::concluded, true), ReactionWindow::closed);
}

TEST(ARound, IsRefusedWithTheFieldThatIsWrong)
{
    const auto fields = [](const Round& round, const char* now) {
        const auto checked = check_round(round, at(now));
        std::string names;
        if (!checked)
            for (const auto& field : checked.error().fields)
                names += field.field + ' ' + field.code + ' ';
        return names;
    };
    auto round = a_round(RoundState::planned);
    EXPECT_EQ(fields(round, "2025-02-01T12:00"), "");
    EXPECT_EQ(fields(round, "2025-03-28T17:00"), "closes round.closes_in_the_past ");
    EXPECT_TRUE(check_round(round, {}));
    round.closes = round.opens;
    round.reminders = {7, 0};
    EXPECT_EQ(fields(round, "2025-02-01T12:00"), "closes round.closes_before_opening reminders round.reminders_range ");
    round = a_round();
    round.reminders = {1, 2, 3, 4, 5, 6};
    round.introduction = std::string(4001, 'a');
    EXPECT_EQ(fields(round, "2025-02-01T12:00"), "reminders round.reminders_range introduction text.too_long ");
}

TEST(Reminding, FallsDueAtNineOnAWorkingDay)
{
    auto round = a_round();
    EXPECT_EQ(reminder_due_at(round, 7), at("2025-03-19T09:00"));
    EXPECT_EQ(reminder_due_at(round, 2), at("2025-03-26T09:00"));
    round.closes = local_from_iso("2025-04-23T17:00").value(); // the Wednesday after Easter
    EXPECT_EQ(reminder_due_at(round, 2), at("2025-04-17T09:00"));
}

TEST(Reminding, IsOnlyForWhoDidNotReact)
{
    const auto round = a_round();
    const auto due = at("2025-03-19T09:00");
    EXPECT_TRUE(reminder_applies(round, 7, asked(), a_reaction(), due));
    EXPECT_FALSE(reminder_applies(round, 7, asked(), a_reaction(at("2025-03-10T09:00")), due));
    EXPECT_FALSE(reminder_applies(round, 7, asked(), a_reaction(), at("2025-03-19T08:59")));
    EXPECT_FALSE(reminder_applies(round, 7, asked(), a_reaction(), at("2025-03-19T19:00"))) << "not in the evening";
    EXPECT_TRUE(reminder_applies(round, 7, asked(), a_reaction(), at("2025-03-21T12:00"))) << "two days late";
    EXPECT_FALSE(reminder_applies(round, 7, asked(), a_reaction(), at("2025-03-24T12:00"))) << "three days late";
    EXPECT_FALSE(reminder_applies(round, 7, asked("2025-03-19T08:00"), a_reaction(), due)) << "asked that same day";
    EXPECT_FALSE(reminder_applies(round, 2, asked(), a_reaction(), at("2025-03-28T17:00"))) << "closed";
    EXPECT_FALSE(reminder_applies(a_round(RoundState::closed), 7, asked(), a_reaction(), due));
    EXPECT_FALSE(reminder_applies(a_round(RoundState::planned), 7, asked(), a_reaction(), due));
    auto gone = asked();
    gone.withdrawn_at = at("2025-03-12T09:00");
    EXPECT_FALSE(reminder_applies(round, 7, gone, a_reaction(), due));
    auto elsewhere = a_reaction();
    elsewhere.party = {8};
    EXPECT_FALSE(reminder_applies(round, 7, asked(), elsewhere, due));
}

TEST(ARound, SaysAtWhichMomentSomethingHappensNext)
{
    EXPECT_EQ(next_moment(a_round(RoundState::planned), at("2025-03-01T09:00")), at("2025-03-03T09:00"));
    EXPECT_EQ(next_moment(a_round(), at("2025-03-03T09:00")), at("2025-03-19T09:00"));
    EXPECT_EQ(next_moment(a_round(), at("2025-03-19T09:00")), at("2025-03-26T09:00"));
    EXPECT_EQ(next_moment(a_round(), at("2025-03-26T09:00")), at("2025-03-28T17:00"));
    EXPECT_FALSE(next_moment(a_round(), at("2025-03-28T17:00")));
    EXPECT_FALSE(next_moment(a_round(RoundState::closed), at("2025-03-03T09:00")));
}

TEST(Reading, IsForThePartyItselfAndThenByVisibility)
{
    auto round = a_round();
    const CovenantPartyId own{7};
    const CovenantPartyId other{8};
    const auto written = a_reaction();
    const auto handed_in = a_reaction(at("2025-03-10T09:00"));
    EXPECT_TRUE(may_read(round, written, {}, own));
    EXPECT_FALSE(may_read(round, written, {}, other)) << "not before it is handed in";
    EXPECT_FALSE(may_read(round, written, {}, {}));
    EXPECT_TRUE(may_read(round, handed_in, {}, other));
    EXPECT_TRUE(may_read(round, handed_in, {}, {}));
    Remark carried;
    carried.carried_from = RemarkId{4};
    EXPECT_FALSE(may_read(round, written, carried, other)) << "it was hidden where it comes from";
    EXPECT_TRUE(may_read(round, written, carried, {}));
    carried.carried_openly = true;
    EXPECT_TRUE(may_read(round, written, carried, other));
    round.visibility = Visibility::blind;
    EXPECT_FALSE(may_read(round, written, carried, other));
    EXPECT_TRUE(may_read(round, handed_in, {}, own));
    EXPECT_FALSE(may_read(round, handed_in, {}, other));
    EXPECT_TRUE(may_read(round, handed_in, {}, {}));
    round.state = RoundState::concluded;
    EXPECT_TRUE(may_read(round, written, {}, {})) << "what was written counts once the round is closed";
    EXPECT_FALSE(may_read(round, written, {}, other)) << "blind stays blind";
}

TEST(ALetterAboutARound, LeavesOnlyWhileItMakesSense)
{
    const auto relevant = [](LetterKind kind, const Round& round, const Reaction& reaction, const char* now,
                             bool withdrawn = false) {
        auto consultee = asked();
        if (withdrawn)
            consultee.withdrawn_at = at("2025-03-04T09:00");
        return letter_still_relevant(kind, round, consultee, reaction, at(now));
    };
    const auto given = a_reaction(at("2025-03-10T09:00"));
    const auto* during = "2025-03-20T09:00";
    EXPECT_TRUE(relevant(LetterKind::reaction_invitation, a_round(), a_reaction(), during));
    EXPECT_FALSE(relevant(LetterKind::reaction_invitation, a_round(), a_reaction(), during, true));
    EXPECT_FALSE(relevant(LetterKind::reaction_invitation, a_round(RoundState::closed), a_reaction(), during));
    EXPECT_TRUE(relevant(LetterKind::reaction_update, a_round(), given, during)) << "what was sent can still change";
    EXPECT_FALSE(relevant(LetterKind::reaction_update, a_round(), given, "2025-03-28T17:00"));
    EXPECT_TRUE(relevant(LetterKind::reaction_reminder, a_round(), a_reaction(), during));
    EXPECT_FALSE(relevant(LetterKind::reaction_reminder, a_round(), given, during));
    EXPECT_FALSE(relevant(LetterKind::reaction_reminder, a_round(), a_reaction(), "2025-03-28T17:00"));
    EXPECT_TRUE(relevant(LetterKind::reaction_receipt, a_round(RoundState::closed), given, "2025-04-01T09:00"));
    EXPECT_FALSE(relevant(LetterKind::reaction_receipt, a_round(), a_reaction(), during));
    EXPECT_TRUE(relevant(LetterKind::reaction_decisions, a_round(RoundState::concluded), given, "2025-06-01T09:00"));
    EXPECT_FALSE(relevant(LetterKind::invitation, a_round(), given, during));
}

Remark a_remark(long long reaction, RemarkKind kind)
{
    Remark remark;
    remark.reaction = {reaction};
    remark.kind = kind;
    return remark;
}

TEST(TheProgressOfARound, CountsEveryPartyOnce)
{
    std::vector<Reaction> reactions;
    for (long long id = 1; id <= 5; ++id)
    {
        reactions.push_back(a_reaction(id <= 3 ? std::optional(at("2025-03-10T09:00")) : std::nullopt));
        reactions.back().id = {id};
    }
    reactions[1].no_remarks = true;
    auto withdrawn = a_remark(5, RemarkKind::comment);
    withdrawn.withdrawn_at = at("2025-03-10T09:00");
    const std::vector<Remark> remarks{a_remark(1, RemarkKind::comment), a_remark(1, RemarkKind::amendment),
                                      a_remark(3, RemarkKind::agree), a_remark(4, RemarkKind::agree), withdrawn};
    const auto sum = tally(reactions, remarks);
    EXPECT_EQ(sum.parties, 5);
    EXPECT_EQ(sum.with_remarks, 1);
    EXPECT_EQ(sum.no_remarks, 2) << "agreeing with articles one by one asks nothing either";
    EXPECT_EQ(sum.writing, 1);
    EXPECT_EQ(sum.silent, 1);
}

TEST(ADecision, NeedsAReasonAndWordsWhenItSaysOtherWords)
{
    const auto codes = [](Outcome outcome, const std::string& reason, const std::string& text, RemarkKind kind) {
        Decision decision;
        decision.outcome = outcome;
        decision.reason = reason;
        decision.text = text;
        const auto checked = check_decision(decision, a_remark(1, kind));
        std::string found;
        if (!checked)
            for (const auto& field : checked.error().fields)
                found += field.field + ' ' + field.code + ' ';
        return found;
    };
    EXPECT_EQ(codes(Outcome::taken_over, "Goed punt.", "", RemarkKind::amendment), "");
    for (const auto& [outcome, name] : Words<Outcome>::all)
        EXPECT_NE(codes(outcome, " \n", "woorden", RemarkKind::amendment).find("decision.no_reason"), std::string::npos)
            << name;
    EXPECT_EQ(codes(Outcome::partly, "Deels.", "", RemarkKind::amendment), "text decision.no_words ");
    EXPECT_EQ(codes(Outcome::taken_over_otherwise, "Korter.", "Woorden.", RemarkKind::amendment), "");
    EXPECT_EQ(codes(Outcome::partly, "Deels.", "", RemarkKind::comment), "");
    EXPECT_TRUE(changes_text(Outcome::partly));
    EXPECT_FALSE(changes_text(Outcome::carried_over));
}

TEST(ARemark, StandsUntilItIsWithdrawnOrReplaced)
{
    auto remark = a_remark(1, RemarkKind::comment);
    EXPECT_TRUE(remark.stands() && remark.asks_decision());
    remark.replaced_by = RemarkId{9};
    EXPECT_FALSE(remark.stands());
    EXPECT_FALSE(a_remark(1, RemarkKind::agree).asks_decision());
}

} // namespace

} // namespace rondetafel
