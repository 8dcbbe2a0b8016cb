// SPDX-License-Identifier: EUPL-1.2
#include "storage/given.hpp"

namespace rondetafel::storage
{

namespace
{

using namespace std::chrono_literals;

class OutboxRows : public support::OnEachDatabase
{
protected:
    Outbox& outbox() { return records().outbox; }
    OutboxLetter stored(LetterId id) { return outbox().find(id).value(); }
};

TEST_P(OutboxRows, KeepALetter)
{
    auto letter = given::a_letter();
    letter.meeting = MeetingId{4};
    letter.invitation = InvitationId{5};
    const auto id = outbox().add(letter);
    const auto found = stored(id);
    EXPECT_EQ(found.to_name, given::unicode);
    EXPECT_EQ(found.message_id, letter.message_id);
    EXPECT_EQ(found.facts, letter.facts);
    EXPECT_EQ(found.meeting, MeetingId{4});
    EXPECT_EQ(found.account, std::nullopt);
    EXPECT_EQ(found.sent_at, std::nullopt);
    EXPECT_EQ(found.written_at, given::inviting);
    EXPECT_EQ(outbox().of_meeting({4}).size(), 1U);
    EXPECT_EQ(outbox().next_ordinal(letter.occasion, letter.recipient, letter.kind), 1);
    EXPECT_EQ(outbox().list(LetterState::queued, 10, 0).size(), 1U);
    EXPECT_TRUE(outbox().list(LetterState::sent, 10, 0).empty());
    EXPECT_EQ(outbox().counts().size(), 1U);
}

TEST_P(OutboxRows, LeaseALetterOnce)
{
    const auto id = outbox().add(given::a_letter());
    auto mine = outbox().due(given::inviting, 5).at(0);
    auto theirs = mine;
    ASSERT_TRUE(outbox().lease(mine, "one", given::inviting + 5min));
    EXPECT_FALSE(outbox().lease(theirs, "two", given::inviting + 5min));
    EXPECT_TRUE(outbox().due(given::inviting, 5).empty());
    EXPECT_TRUE(outbox().start_data(mine));
    mine.state = LetterState::sent;
    mine.sent_at = given::inviting;
    EXPECT_TRUE(outbox().record(mine));
    EXPECT_EQ(stored(id).state, LetterState::sent);
    EXPECT_EQ(stored(id).sent_at, given::inviting);
}

TEST_P(OutboxRows, NeverSendAgainWhatMayHaveLeft)
{
    const auto leased = outbox().add(given::a_letter(1));
    const auto begun = outbox().add(given::a_letter(2));
    auto letters = outbox().due(given::inviting, 5);
    ASSERT_EQ(letters.size(), 2U);
    for (auto& letter : letters)
        ASSERT_TRUE(outbox().lease(letter, "one", given::inviting + 5min));
    ASSERT_TRUE(outbox().start_data(letters.back()));
    EXPECT_EQ(outbox().release_expired(given::inviting, given::inviting), 0);
    EXPECT_EQ(outbox().release_expired(given::inviting + 6min, given::inviting + 21min), 2);
    EXPECT_EQ(stored(leased).state, LetterState::queued);
    EXPECT_EQ(stored(begun).state, LetterState::uncertain);
    EXPECT_FALSE(outbox().record(letters.front())) << "a late writer lost its letter";
    EXPECT_TRUE(outbox().requeue(begun, given::inviting, given::inviting + 48h));
    EXPECT_FALSE(outbox().requeue(begun, given::inviting, given::inviting + 48h));
}

TEST_P(OutboxRows, NoteAStartAgainOnlyWhileTheLeaseLasts)
{
    const auto id = outbox().add(given::a_letter());
    auto letter = outbox().due(given::inviting, 5).at(0);
    ASSERT_TRUE(outbox().lease(letter, "one", given::inviting + 5min));
    EXPECT_EQ(letter.lease_until, given::inviting + 5min);
    letter.sha256 = std::string(64, 'a');
    ASSERT_TRUE(outbox().start_data(letter));
    letter.sha256 = std::string(64, 'b');
    EXPECT_TRUE(outbox().start_data(letter));
    EXPECT_EQ(stored(id).sha256, letter.sha256);
    ASSERT_EQ(outbox().release_expired(given::inviting + 6min, given::inviting + 21min), 1);
    EXPECT_FALSE(outbox().start_data(letter));
    EXPECT_EQ(stored(id).state, LetterState::uncertain);
}

TEST_P(OutboxRows, RepeatAnUncertainLetterOnceAndNeverOneAboutAnAccount)
{
    auto reset = given::a_letter(1);
    reset.kind = LetterKind::password_reset;
    outbox().add(reset);
    const auto id = outbox().add(given::a_letter(2));
    for (auto& letter : outbox().due(given::inviting, 5))
    {
        ASSERT_TRUE(outbox().lease(letter, "one", given::inviting + 5min));
        ASSERT_TRUE(outbox().start_data(letter));
        EXPECT_FALSE(letter.is_repeat());
    }
    ASSERT_EQ(outbox().release_expired(given::inviting + 6min, given::inviting + 21min), 2);
    EXPECT_TRUE(outbox().due(given::inviting + 20min, 5).empty());
    auto due = outbox().due(given::inviting + 21min, 5);
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due.front().id, id);
    ASSERT_TRUE(outbox().lease(due.front(), "one", given::inviting + 30min));
    EXPECT_TRUE(due.front().is_repeat());
    due.front().state = LetterState::uncertain;
    ASSERT_TRUE(outbox().record(due.front()));
    EXPECT_TRUE(stored(id).is_repeat());
    EXPECT_TRUE(outbox().due(given::inviting + 48h, 5).empty()) << "from here on a person decides";
    EXPECT_TRUE(outbox().requeue(id, given::inviting, given::inviting + 48h));
    EXPECT_FALSE(stored(id).is_repeat());
}

TEST_P(OutboxRows, RepeatNothingOfACancelledInvitation)
{
    auto letter = given::a_letter();
    letter.invitation = InvitationId{5};
    outbox().add(letter);
    auto due = outbox().due(given::inviting, 5);
    ASSERT_TRUE(outbox().lease(due.front(), "one", given::inviting + 5min));
    due.front().state = LetterState::uncertain;
    ASSERT_TRUE(outbox().record(due.front()));
    EXPECT_EQ(outbox().due(given::inviting, 5).size(), 1U);
    outbox().cancel_waiting({5});
    EXPECT_TRUE(outbox().due(given::inviting, 5).empty());
    EXPECT_EQ(stored(due.front().id).state, LetterState::uncertain);
}

TEST_P(OutboxRows, KeepAttempts)
{
    const auto id = outbox().add(given::a_letter());
    OutboxAttempt attempt;
    attempt.number = 1;
    attempt.started_at = given::inviting;
    attempt.outcome = "deferred";
    attempt.code = 451;
    attempt.reply = given::unicode;
    outbox().add_attempt(id, attempt, std::string(64, 'a'));
    const auto found = outbox().attempts_of(id);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().reply, given::unicode);
    EXPECT_EQ(found.front().ended_at, std::nullopt);
    EXPECT_EQ(found.front().code, 451);
}

TEST_P(OutboxRows, KeepLinksAndUseThemUpOnce)
{
    Link link;
    link.key = std::string(32, 'a');
    link.purpose = LinkPurpose::password;
    link.account = AccountId{3};
    link.letter = LetterId{9};
    link.lookup = std::string(64, 'b');
    link.created_at = given::inviting;
    link.expires_at = given::inviting + 72h;
    records().links.add(link);
    const auto found = records().links.find(link.lookup).value();
    EXPECT_EQ(found.key, link.key);
    EXPECT_EQ(found.purpose, LinkPurpose::password);
    EXPECT_EQ(found.account, AccountId{3});
    EXPECT_EQ(found.invitation, std::nullopt);
    EXPECT_EQ(found.used_at, std::nullopt);
    EXPECT_EQ(found.expires_at, link.expires_at);
    EXPECT_EQ(records().links.of_letter({9})->lookup, link.lookup);
    EXPECT_TRUE(records().links.use_up(found.id, given::inviting));
    EXPECT_FALSE(records().links.use_up(found.id, given::inviting));
    records().links.revoke(AccountId{3}, given::before_cut_off);
    EXPECT_EQ(records().links.find(link.lookup)->revoked_at, given::before_cut_off);
}

INSTANTIATE_TEST_SUITE_P(Each, OutboxRows, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::storage
