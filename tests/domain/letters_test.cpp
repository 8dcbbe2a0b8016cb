// SPDX-License-Identifier: EUPL-1.2
#include "given.hpp"

#include <rondetafel/domain/letters.hpp>

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace rondetafel
{

namespace
{

using namespace std::chrono;
using given::at;
using Kinds = std::set<std::string>;

TEST(TryingAgain, WaitsTwiceAsLongUpToTwoHours)
{
    const std::vector<minutes> known{5min, 10min, 20min, 40min, 80min, 120min, 120min};
    for (std::size_t index = 0; index < known.size(); ++index)
        EXPECT_EQ(retry_delay(static_cast<int>(index) + 1), known[index]);
    EXPECT_EQ(retry_delay(1'000'000), 2h);
    EXPECT_EQ(retry_delay(0), 5min);
}

TEST(TryingAgain, EndsAfterTwoDays)
{
    const auto queued = at("2024-08-26T10:00");
    EXPECT_FALSE(gives_up(queued, queued));
    EXPECT_FALSE(gives_up(queued, queued + 48h - 1s));
    EXPECT_TRUE(gives_up(queued, queued + 48h));
}

struct Situation
{
    const char* why;
    Answer answer;
    const char* now;
    std::function<void(Meeting&, Invitation&)> change;
    Kinds relevant;
};

/// The kinds of letter about a meeting that would still leave.
Kinds relevant_kinds(const Situation& situation)
{
    auto meeting = given::a_meeting();
    auto invitation = given::an_invitation(situation.answer);
    situation.change(meeting, invitation);
    Kinds kinds;
    for (const auto& [kind, name] : Words<LetterKind>::all)
        if (kind != LetterKind::account_invitation && kind != LetterKind::password_reset &&
            letter_still_relevant(kind, &meeting, &invitation, at(situation.now)))
            kinds.emplace(name);
    return kinds;
}

void nothing(Meeting&, Invitation&) {}

TEST(ALetter, LeavesOnlyWhenItStillMakesSense)
{
    const auto* august = "2024-08-29T10:00";
    const auto cancelled = [](Meeting& m, Invitation&) { m.state = MeetingState::cancelled; };
    const auto withdrawn = [](Meeting&, Invitation& i) { i.state = InvitationState::withdrawn; };
    const std::vector<Situation> table{
        {"no answer yet", Answer::none, august, nothing, {"invitation", "update", "reminder"}},
        {"said yes", Answer::yes, august, nothing, {"invitation", "update", "tomorrow", "receipt"}},
        {"said no", Answer::no, august, nothing, {"invitation", "update", "receipt"}},
        {"sent a substitute", Answer::substitute, august, nothing, {"invitation", "update", "receipt"}},
        {"waits", Answer::waiting, august, nothing, {"invitation", "update", "receipt"}},
        {"may have a place",
         Answer::offered,
         august,
         [](Meeting&, Invitation& i) { i.offer_until = at("2024-08-30T17:00"); },
         {"invitation", "update", "receipt", "place_offer"}},
        {"let the place go",
         Answer::offered,
         "2024-08-30T17:00",
         [](Meeting&, Invitation& i) { i.offer_until = at("2024-08-30T17:00"); },
         {"invitation", "update", "receipt"}},
        {"is a substitute",
         Answer::yes,
         august,
         [](Meeting&, Invitation& i) { i.substitute_for = InvitationId{9}; },
         {"invitation", "update", "tomorrow", "receipt", "substitute_invitation"}},
        {"after the cut-off", Answer::none, "2024-09-03T17:00", nothing, {"invitation", "update"}},
        {"it has begun", Answer::yes, "2024-09-10T14:00", nothing, {}},
        {"it is over", Answer::yes, "2024-09-11T14:00", nothing, {}},
        {"cancelled", Answer::yes, august, cancelled, {"cancellation"}},
        {"cancelled, and they may stand at the door",
         Answer::yes,
         "2024-09-10T14:30",
         cancelled,
         {"cancellation"}},
        {"cancelled long ago", Answer::yes, "2024-09-10T16:00", cancelled, {}},
        {"withdrawn", Answer::none, august, withdrawn, {"withdrawn"}},
        {"withdrawn and begun", Answer::none, "2024-09-10T14:00", withdrawn, {}},
        {"withdrawn and cancelled",
         Answer::yes,
         august,
         [&](Meeting& m, Invitation& i)
         {
             cancelled(m, i);
             withdrawn(m, i);
         },
         {}},
        {"address refused",
         Answer::none,
         august,
         [](Meeting&, Invitation& i) { i.address_state = AddressState::refused; },
         {}},
        {"held", Answer::yes, august, [](Meeting& m, Invitation&) { m.state = MeetingState::held; }, {}},
        {"closed", Answer::yes, august, [](Meeting& m, Invitation&) { m.state = MeetingState::closed; }, {}},
        {"a draft",
         Answer::none,
         august,
         [](Meeting& m, Invitation&) { m.state = MeetingState::draft; },
         {}}};
    for (const auto& situation : table)
        EXPECT_EQ(relevant_kinds(situation), situation.relevant) << situation.why;
}

TEST(ALetter, AboutAMeetingDoesNotLeaveWhenTheMeetingIsGone)
{
    const auto meeting = given::a_meeting();
    const auto invitation = given::an_invitation();
    const auto now = at("2024-08-29T10:00");
    EXPECT_FALSE(letter_still_relevant(LetterKind::invitation, nullptr, &invitation, now));
    EXPECT_FALSE(letter_still_relevant(LetterKind::invitation, &meeting, nullptr, now));
    EXPECT_FALSE(letter_still_relevant(LetterKind::reminder, nullptr, nullptr, now));
}

TEST(ALetter, AboutAnAccountNeedsNoMeeting)
{
    const auto now = at("2024-08-29T10:00");
    EXPECT_TRUE(letter_still_relevant(LetterKind::account_invitation, nullptr, nullptr, now));
    EXPECT_TRUE(letter_still_relevant(LetterKind::password_reset, nullptr, nullptr, now));
}

} // namespace

} // namespace rondetafel
