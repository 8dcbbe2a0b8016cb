// SPDX-License-Identifier: EUPL-1.2
#include "actions/round_world.hpp"

#include <rondetafel/actions/covenant_parties.hpp>
#include <rondetafel/actions/parties.hpp>
#include <rondetafel/actions/retention.hpp>

namespace rondetafel::actions
{

namespace
{

/// Who can read what in a round, also when time passes and people leave.
class ReadersOfARound : public RoundWorld
{
protected:
    bool reads(const std::string& token, const std::string& words)
    {
        for (const auto& row : page(token).remarks)
            if (row.remark.comment == words)
                return true;
        return false;
    }

    /// The grower writes and sends nothing; the round closes, is concluded, and the next one opens for all to read.
    RoundId next_after_unsent(Visibility visibility)
    {
        const auto first_round = open(visibility, true);
        EXPECT_TRUE(say(token(first_round, hanneke_), comment(first(), "Nog niet klaar.")));
        close();
        EXPECT_FALSE(reads(token(first_round, marek_), "Nog niet klaar."));
        EXPECT_TRUE(perform(conclude_unchanged, first_round));
        Round round;
        round.covenant = covenant_;
        round.opens = given::local("2024-09-18T09:00");
        round.closes = given::local("2024-10-16T17:00");
        const auto id = perform(save_round, {round, {marek_, hanneke_}}).value();
        EXPECT_EQ(strike("2024-09-18T09:00"), 2);
        return id;
    }
};

TEST_P(ReadersOfARound, NeverSeeWhatAnotherPartyDidNotSend)
{
    const auto id = next_after_unsent(Visibility::open);
    EXPECT_TRUE(reads(token(id, hanneke_), "Nog niet klaar.")) << "it went along for its own party";
    EXPECT_FALSE(reads(token(id, marek_), "Nog niet klaar."));
    EXPECT_EQ(seen(id).remarks.size(), 1U) << "staff decide about it";
}

TEST_P(ReadersOfARound, NeverSeeWhatWasSaidInABlindRound)
{
    const auto blind = open(Visibility::blind);
    ASSERT_TRUE(say(token(blind, hanneke_), comment(first(), "Onder ons.")));
    ASSERT_TRUE(perform(hand_in, {token(blind, hanneke_), false}));
    close();
    ASSERT_TRUE(perform(conclude_unchanged, blind));
    Round round;
    round.covenant = covenant_;
    round.opens = given::local("2024-09-18T09:00");
    round.closes = given::local("2024-10-16T17:00");
    const auto id = perform(save_round, {round, {marek_, hanneke_}}).value();
    strike("2024-09-18T09:00");
    EXPECT_TRUE(reads(token(id, hanneke_), "Onder ons."));
    EXPECT_FALSE(reads(token(id, marek_), "Onder ons."));
}

TEST_P(ReadersOfARound, AreOutWhenTheirPartyOrTheyThemselvesLeave)
{
    const auto id = open();
    const auto anna = token(id, anna_);
    const auto marek = token(id, marek_);
    ASSERT_TRUE(perform(archive_contact, {anna_, true}));
    EXPECT_EQ(perform(find_reaction, anna).error().code, "link.not_found");
    EXPECT_TRUE(perform(find_reaction, marek));
    ASSERT_TRUE(perform(leave_covenant, {covenant_, agency_, true}));
    EXPECT_EQ(perform(find_reaction, marek).error().code, "link.not_found");
    EXPECT_EQ(strike("2024-09-05T09:00"), 1) << "only the grower is reminded";
}

TEST_P(ReadersOfARound, AreAskedAtTheirPresentAddress)
{
    const auto id = plan();
    ASSERT_TRUE(perform(archive_contact, {anna_, true}));
    auto marek = records().parties.find_contact(marek_).value();
    marek.email = "nieuw@seringa.example";
    records().parties.save_contact(marek);
    EXPECT_EQ(strike("2024-08-20T09:00"), 2);
    EXPECT_EQ(letters_to(id, marek_, LetterKind::reaction_invitation).front().to_address, "nieuw@seringa.example");
}

TEST_P(ReadersOfARound, DoNotFindTheNameOfSomebodyWhoWasErased)
{
    const auto id = next_after_unsent(Visibility::open);
    ASSERT_TRUE(perform(withdraw_consultee, person(id, hanneke_).id));
    run(database(), "UPDATE remarks SET consultee_id = NULL"); // as of somebody who was not asked again
    ASSERT_TRUE(perform(erase_person, hanneke_));
    for (const auto& author : texts(database(), "SELECT author FROM remarks"))
        EXPECT_EQ(author, "[…]");
}

INSTANTIATE_TEST_SUITE_P(Each, ReadersOfARound, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::actions
