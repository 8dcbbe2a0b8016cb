// SPDX-License-Identifier: EUPL-1.2
#include "actions/world.hpp"

#include <rondetafel/actions/clockwork.hpp>
#include <rondetafel/actions/invitations.hpp>
#include <rondetafel/actions/letters.hpp>
#include <rondetafel/actions/meetings.hpp>

namespace rondetafel::actions
{

namespace
{

using given::saying;

class Invitations : public World
{
};

TEST_P(Invitations, AreSentOnceAndAnsweredByLink)
{
    const auto id = invite(2);
    EXPECT_EQ(perform(send_invitations, id).error().code, "meeting.nobody_to_invite");
    EXPECT_EQ(perform(add_invitees, {id, contacts_}).value(), 0);
    const auto marek = invitation(id, 0);
    ASSERT_EQ(letters(marek, LetterKind::invitation).size(), 1U);
    EXPECT_EQ(perform(find_by_token, token(marek)).value().invitation.id, marek.id);
    EXPECT_EQ(answer(marek, Answer::yes), "yes");
    ASSERT_EQ(letters(marek, LetterKind::receipt).size(), 1U);
    EXPECT_EQ(letters(marek, LetterKind::receipt).front().state, LetterState::queued);
    const auto subject = perform(letter_subject, letters(marek, LetterKind::receipt).front().id).value();
    EXPECT_EQ(subject.words.answer, Answer::yes);
    EXPECT_TRUE(subject.relevant);
    EXPECT_EQ(perform(show_meeting, id).value().tally.yes, 1);
    EXPECT_TRUE(letters(invitation(id, 1), LetterKind::receipt).empty());
}

TEST_P(Invitations, RefuseEveryLinkThatIsNoneInTheSameWords)
{
    const auto id = invite(2);
    const auto good = token(invitation(id, 0));
    auto altered = good;
    altered.front() = altered.front() == 'x' ? 'y' : 'x';
    const auto revoked = token(invitation(id, 1));
    ASSERT_TRUE(perform(renew_link, {invitation(id, 1).id, true}));
    for (const auto& wrong : {std::string{}, std::string(34, 'a'), altered, good.substr(1), good + 'a', revoked})
    {
        EXPECT_EQ(given::refusals(perform(find_by_token, wrong)), std::vector<std::string>{"link.not_found"}) << wrong;
        EXPECT_EQ(perform(give_answer, {wrong, saying(Answer::yes)}).error().code, "link.not_found");
    }
    EXPECT_TRUE(perform(find_by_token, good));
    move_to("2024-09-17T16:00");
    EXPECT_EQ(perform(find_by_token, good).error().code, "link.not_found") << "expired a week after the meeting";
}

TEST_P(Invitations, WriteNothingWhenAnAnswerIsRepeated)
{
    const auto marek = invitation(invite(1), 0);
    for (const auto given : {Answer::no, Answer::substitute, Answer::yes})
    {
        answer(marek, given);
        const auto before = rows();
        const auto revision = invitation(marek.meeting, 0).revision;
        answer(marek, given);
        EXPECT_EQ(rows(), before) << word(given);
        EXPECT_EQ(invitation(marek.meeting, 0).revision, revision);
    }
}

TEST_P(Invitations, InviteASubstituteAndTakeThatBack)
{
    const auto id = invite(1);
    const auto marek = invitation(id, 0);
    EXPECT_EQ(answer(marek, Answer::substitute), "substitute");
    const auto iris = invitation(id, 1);
    EXPECT_EQ(iris.substitute_for, marek.id);
    EXPECT_EQ(full_name(iris.name), "Iris de Boer");
    ASSERT_EQ(letters(iris, LetterKind::substitute_invitation).size(), 1U);
    EXPECT_EQ(answer(iris, Answer::yes, LetterKind::substitute_invitation), "yes");
    EXPECT_EQ(answer(marek, Answer::yes), "yes");
    EXPECT_EQ(invitation(id, 1).state, InvitationState::withdrawn);
    EXPECT_EQ(letters(iris, LetterKind::substitute_invitation).front().state, LetterState::cancelled);
    EXPECT_EQ(letters(iris, LetterKind::withdrawn).size(), 1U);
    EXPECT_EQ(answer(iris, Answer::no, LetterKind::substitute_invitation), "invitation.withdrawn");
    EXPECT_EQ(perform(show_meeting, id).value().tally.yes, 1);
}

TEST_P(Invitations, EndTogetherWithThatOfTheSubstitute)
{
    const auto id = invite(2);
    const auto marek = invitation(id, 0);
    answer(marek, Answer::substitute);
    const auto iris = invitation(id, 2);
    answer(iris, Answer::yes, LetterKind::substitute_invitation);
    EXPECT_EQ(perform(withdraw_invitations, {id, {marek.id, iris.id}}).value(), 2);
    for (const auto& one : {marek, iris})
    {
        EXPECT_EQ(letters(one, LetterKind::withdrawn).size(), 1U);
        const auto view = perform(show_invitation, one.id).value();
        EXPECT_EQ(view.invitation.state, InvitationState::withdrawn);
        EXPECT_TRUE(std::ranges::any_of(view.events, [](const auto& made)
                                        { return made.verb == "invitation.withdrawn"; }));
    }
    EXPECT_EQ(answer(iris, Answer::no, LetterKind::substitute_invitation), "invitation.withdrawn");
    EXPECT_EQ(perform(show_meeting, id).value().tally.invited, 1);
    EXPECT_EQ(perform(withdraw_invitations, {id, {marek.id}}).value(), 0) << "it has ended already";
}

TEST_P(Invitations, OutliveThatOfTheSubstitute)
{
    const auto id = invite(1);
    answer(invitation(id, 0), Answer::substitute);
    EXPECT_EQ(perform(withdraw_invitations, {id, {invitation(id, 1).id}}).value(), 1);
    EXPECT_EQ(invitation(id, 0).state, InvitationState::invited);
    EXPECT_TRUE(letters(invitation(id, 0), LetterKind::withdrawn).empty());
}

TEST_P(Invitations, SplitTheNameOfASubstituteAsTheRegisterDoes)
{
    const auto id = invite(1);
    auto reply = saying(Answer::substitute);
    reply.substitute_name = "Iris van der Berg";
    ASSERT_TRUE(perform(give_answer, {token(invitation(id, 0)), reply}));
    const auto name = invitation(id, 1).name;
    EXPECT_EQ(name.given, "Iris");
    EXPECT_EQ(name.infix, "van der");
    EXPECT_EQ(name.family, "Berg");
    EXPECT_EQ(full_name(name), "Iris van der Berg");
    const auto before = rows();
    reply.substitute_name = "Iris  van der Berg";
    ASSERT_TRUE(perform(give_answer, {token(invitation(id, 0)), reply}));
    EXPECT_EQ(rows(), before) << "the same person, with a blank too many";
}

TEST_P(Invitations, OfferAFreePlaceDownTheLine)
{
    const auto id = invite(3, 1);
    EXPECT_EQ(answer(invitation(id, 0), Answer::yes), "yes");
    EXPECT_EQ(answer(invitation(id, 1), Answer::yes), "waiting");
    move_to("2024-08-19T11:00");
    EXPECT_EQ(answer(invitation(id, 2), Answer::yes), "waiting");
    EXPECT_EQ(answer(invitation(id, 0), Answer::no), "no");
    EXPECT_EQ(invitation(id, 1).answer, Answer::offered);
    EXPECT_EQ(invitation(id, 1).offer_until, given::at("2024-08-21T17:00"));
    EXPECT_EQ(letters(invitation(id, 1), LetterKind::place_offer).size(), 1U);
    EXPECT_EQ(invitation(id, 2).answer, Answer::waiting);
    move_to("2024-08-19T12:00");
    EXPECT_EQ(answer(invitation(id, 0), Answer::yes), "waiting") << "the place is held, and two wait already";
    move_to("2024-08-21T17:01");
    perform(do_what_is_due, Done{}).value();
    EXPECT_EQ(invitation(id, 1).answer, Answer::waiting);
    EXPECT_EQ(invitation(id, 2).answer, Answer::offered);
    EXPECT_EQ(answer(invitation(id, 2), Answer::yes), "yes");
    EXPECT_EQ(invitation(id, 2).offer_until, std::nullopt);
    EXPECT_EQ(perform(place_from_waiting, invitation(id, 1).id).value(), id);
    EXPECT_EQ(perform(show_meeting, id).value().tally.yes, 2);
}

TEST_P(Invitations, NeedToKnowHowAnAnswerCameIn)
{
    const auto id = invite(1);
    EXPECT_EQ(given::refusals(perform(enter_answer, {invitation(id, 0).id, saying(Answer::yes)})),
              std::vector<std::string>{"source:source.missing"});
    ASSERT_TRUE(perform(enter_answer, {invitation(id, 0).id, given::by_phone(Answer::yes)}));
    EXPECT_EQ(invitation(id, 0).source, AnswerSource::phone);
    EXPECT_EQ(invitation(id, 0).entered_by, "Noor van Dijk");
    move_to("2024-09-04T10:00");
    EXPECT_EQ(answer(invitation(id, 0), Answer::no), "answer.past_cut_off");
    EXPECT_TRUE(perform(enter_answer, {invitation(id, 0).id, given::by_phone(Answer::no)}));
}

INSTANTIATE_TEST_SUITE_P(Each, Invitations, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::actions
