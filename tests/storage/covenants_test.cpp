// SPDX-License-Identifier: EUPL-1.2
#include "storage/given.hpp"

namespace rondetafel::storage
{

namespace
{

using given::unicode;

class CovenantRows : public support::OnEachDatabase
{
protected:
    void SetUp() override
    {
        OnEachDatabase::SetUp();
        if (!HasFatalFailure())
            id_ = given::a_stored_covenant(records());
    }

    CovenantParty a_party()
    {
        CovenantParty party;
        party.covenant = id_;
        party.text = {unicode,        "de gemeente",
                      "34366547",     "mevrouw A. Voorbeeld",
                      "burgemeester", "artikel 171 Gemeentewet"};
        return party;
    }

    CovenantId id_;
};

TEST_P(CovenantRows, KeepACovenant)
{
    auto covenant = records().covenants.find(id_).value();
    EXPECT_EQ(covenant.state, CovenantState::drafting);
    EXPECT_EQ(covenant.step, std::nullopt);
    EXPECT_EQ(covenant.created_at, given::inviting);
    auto other = covenant;
    covenant.title = unicode;
    covenant.state = CovenantState::adopted;
    covenant.subject = CovenantSubject::housing;
    records().covenants.save(covenant);
    const auto found = records().covenants.find(id_).value();
    EXPECT_EQ(found.title, unicode);
    EXPECT_EQ(found.state, CovenantState::adopted);
    EXPECT_EQ(found.subject, CovenantSubject::housing);
    EXPECT_EQ(found.revision, covenant.revision);
    EXPECT_THROW(records().covenants.save(other), Outdated);
    EXPECT_EQ(records().covenants.of(found.programme).size(), 1U);
    EXPECT_EQ(records().covenants.find({999}), std::nullopt);
}

TEST_P(CovenantRows, KeepPartiesInOrder)
{
    auto first = a_party();
    first.id = records().covenants.add_party(first);
    auto second = a_party();
    second.text.short_name = "de werkgever";
    second.organisation = given::a_stored_organisation(records());
    second.id = records().covenants.add_party(second);
    auto parties = records().covenants.parties_of(id_);
    ASSERT_EQ(parties.size(), 2U);
    EXPECT_EQ(parties[0].text, first.text);
    EXPECT_EQ(parties[0].organisation, std::nullopt);
    EXPECT_EQ(parties[1].text.short_name, "de werkgever");
    EXPECT_EQ(parties[1].organisation, second.organisation);
    auto leaving = parties[0];
    leaving.left = true;
    leaving.speaker = ContactId{7};
    records().covenants.save_party(leaving);
    EXPECT_EQ(records().covenants.parties_of(id_).size(), 1U);
    EXPECT_EQ(records().covenants.parties_of(id_, true).size(), 2U);
    EXPECT_EQ(records().covenants.find_party(first.id)->speaker, ContactId{7});
    EXPECT_THROW(records().covenants.save_party(parties[0]), Outdated);
}

TEST_P(CovenantRows, KeepWhatBodiesDecided)
{
    DecisionRecord record;
    record.covenant = id_;
    record.body = DecidingBody::council;
    record.decided_on = given::day("2024-11-07");
    record.number = "2024/118";
    record.outcome = Verdict::agreed_with_remarks;
    record.note = unicode;
    record.entered_by = "Noor";
    record.entered_at = given::inviting;
    const auto id = records().covenants.add_decision(record);
    record.body = DecidingBody::board;
    record.party = CovenantPartyId{4};
    record.decided_on = given::day("2024-11-12");
    records().covenants.add_decision(record);
    const auto found = records().covenants.decisions_of(id_);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].party, CovenantPartyId{4});
    EXPECT_EQ(found[1].id, id);
    EXPECT_EQ(found[1].decided_on, given::day("2024-11-07"));
    const auto one = records().covenants.find_decision(id).value();
    EXPECT_EQ(one.note, unicode);
    EXPECT_EQ(one.outcome, Verdict::agreed_with_remarks);
    EXPECT_EQ(one.party, std::nullopt);
    EXPECT_EQ(one.number, "2024/118");
    records().covenants.remove_decision(id);
    EXPECT_EQ(records().covenants.decisions_of(id_).size(), 1U);
}

TEST_P(CovenantRows, SetAFindingAsideOnce)
{
    Dismissal dismissal;
    dismissal.covenant = id_;
    dismissal.rule = "obligation.no_term";
    dismissal.article = ArticleId{"aaaaaaaaaaaa"};
    dismissal.subject = unicode;
    dismissal.text_sha256 = std::string(64, 'a');
    dismissal.reason = unicode;
    dismissal.author = "Noor";
    dismissal.dismissed_at = given::inviting;
    records().covenants.add_dismissal(dismissal);
    const auto again = [&](Records& all) -> Result<Done>
    {
        all.covenants.add_dismissal(dismissal);
        return Done{};
    };
    EXPECT_THROW(database().transact(Access::write, again), Duplicate);
    const auto found = records().covenants.dismissals_of(id_);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().subject, unicode);
    EXPECT_EQ(found.front().reason, unicode);
    EXPECT_EQ(found.front().article, dismissal.article);
    EXPECT_FALSE(records().covenants.remove_dismissal({999}, found.front().id));
    EXPECT_TRUE(records().covenants.remove_dismissal(id_, found.front().id));
    EXPECT_TRUE(records().covenants.dismissals_of(id_).empty());
}

TEST_P(CovenantRows, KeepWhatHappenedToThem)
{
    Event event;
    event.happened_at = given::inviting;
    event.actor_kind = "staff";
    event.verb = "covenant.started";
    event.covenant = id_;
    records().events.add(event);
    event.covenant.reset();
    records().events.add(event);
    const auto found = records().events.of(id_);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().covenant, id_);
    EXPECT_EQ(records().events.recent("covenant.started", given::inviting, 9).size(), 2U);
}

INSTANTIATE_TEST_SUITE_P(Each, CovenantRows, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::storage
