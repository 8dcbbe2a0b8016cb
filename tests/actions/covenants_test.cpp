// SPDX-License-Identifier: EUPL-1.2
#include "actions/covenant_world.hpp"

#include <rondetafel/actions/covenant_check.hpp>
#include <rondetafel/actions/covenant_parties.hpp>
#include <rondetafel/actions/decision_records.hpp>
#include <rondetafel/actions/versions.hpp>

namespace rondetafel::actions
{

namespace
{

class Covenants : public CovenantWorld
{
protected:
    IssueVersion issuing(const std::string& note = "Eerste versie.")
    {
        return {covenant_, note, sha256_hex(canonical(view().text))};
    }

    DecisionRecord a_decision(Verdict outcome = Verdict::agreed)
    {
        DecisionRecord record;
        record.covenant = covenant_;
        record.decided_on = given::day("2024-08-13");
        record.number = "2024/118";
        record.outcome = outcome;
        return record;
    }

    AdoptCovenant adopting(DecisionRecordId decision, bool confirmed = true)
    {
        return {covenant_, decision, "Vastgesteld door het college.", confirmed,
                sha256_hex(canonical(view().text))};
    }
};

TEST_P(Covenants, BeginWithTheTextTheyAreGiven)
{
    const auto entry = view();
    EXPECT_EQ(entry.text.articles, articles_);
    EXPECT_EQ(entry.covenant.state, CovenantState::drafting);
    ASSERT_EQ(entry.subjects.size(), 1U);
    EXPECT_EQ(entry.subjects.front().topic, "registration");
    EXPECT_EQ(records().drafts.saves_of(covenant_, first()).size(), 1U);
    EXPECT_EQ(perform(list_covenants, Done{})->size(), 1U);
    EXPECT_EQ(perform(start_covenant, {}).error().fields.front().code, "title.missing");
    EXPECT_EQ(perform(show_covenant, {999}).error().code, "covenant.not_found");
}

TEST_P(Covenants, GiveVersionsTheNextNumberAndNeverChangeThem)
{
    EXPECT_EQ(perform(issue_version, {covenant_, " ", {}}).error().fields.front().code,
              "change_note.missing");
    const auto wish = issuing();
    const auto first_version = perform(issue_version, wish).value();
    const auto text = view().text;
    EXPECT_EQ(perform(issue_version, wish).error().code, "version.nothing_new");
    save(first(), "Andere woorden.");
    EXPECT_EQ(perform(issue_version, wish).error().code, "covenant.changed_meanwhile");
    perform(issue_version, issuing("Andere woorden.")).value();
    const auto shown = perform(show_version, {covenant_, first_version}).value();
    EXPECT_EQ(shown.version.number(), "0.1");
    EXPECT_EQ(shown.text, text);
    EXPECT_EQ(shown.version.author, "Noor van Dijk");
    EXPECT_EQ(view().versions.back().number(), "0.2");
    EXPECT_EQ(perform(show_version, {{999}, first_version}).error().code, "covenant.not_found");
    const auto texts = perform(two_texts, {covenant_, first_version, std::nullopt}).value();
    EXPECT_EQ(texts.before, text);
    EXPECT_EQ(texts.after, view().text);
}

TEST_P(Covenants, AreAdoptedOnADecisionWithTheOpenFindingsSeen)
{
    const auto postponed = perform(add_decision_record, a_decision(Verdict::postponed)).value();
    EXPECT_EQ(perform(adopt_covenant, adopting(postponed)).error().fields.front().code, "decision.missing");
    const auto agreed = perform(add_decision_record, a_decision()).value();
    EXPECT_GT(perform(show_adoption, covenant_)->open_findings, 0);
    EXPECT_EQ(perform(adopt_covenant, adopting(agreed, false)).error().fields.front().code,
              "confirmed.missing");
    const auto version = perform(adopt_covenant, adopting(agreed)).value();
    const auto shown = perform(show_version, {covenant_, version}).value();
    EXPECT_EQ(shown.version.number(), "1.0");
    EXPECT_EQ(shown.decision->number, "2024/118");
    EXPECT_EQ(view().covenant.state, CovenantState::adopted);
    EXPECT_EQ(perform(adopt_covenant, adopting(agreed)).error().code, "covenant.adopted");
    EXPECT_EQ(perform(save_article, typed(first(), "Nog een woord.")).error().code, "covenant.adopted");
    EXPECT_EQ(perform(remove_decision_record, {covenant_, agreed}).error().code, "decision_record.used");
    EXPECT_TRUE(perform(remove_decision_record, {covenant_, postponed}));
}

TEST_P(Covenants, RefuseDecisionsToCome)
{
    auto record = a_decision();
    record.decided_on = given::day("2024-08-20");
    EXPECT_EQ(perform(add_decision_record, record).error().fields.front().code, "decided_on.to_come");
    record = a_decision();
    record.body = DecidingBody::board;
    EXPECT_EQ(perform(add_decision_record, record).error().fields.front().code, "party.missing");
}

TEST_P(Covenants, SetAFindingAsideUntilItsWordsChange)
{
    const auto before = perform(show_check, covenant_).value();
    const auto about_article = std::find_if(before.findings.begin(), before.findings.end(),
                                            [](const auto& row) { return bool(row.finding.article); });
    ASSERT_NE(about_article, before.findings.end());
    const auto finding = about_article->finding;
    DismissFinding wish{covenant_, finding.rule, finding.article, finding.subject, ""};
    EXPECT_EQ(perform(dismiss_finding, wish).error().fields.front().code, "finding.reason_missing");
    wish.reason = "Dat regelt de wet al.";
    ASSERT_TRUE(perform(dismiss_finding, wish));
    EXPECT_TRUE(perform(dismiss_finding, wish));
    const auto after = perform(show_check, covenant_).value();
    EXPECT_EQ(after.open, before.open - 1);
    save(finding.article, "Alle normen bij artikel 1 staan hier.");
    const auto last = perform(show_check, covenant_).value();
    for (const auto& row : last.findings)
        EXPECT_TRUE(row.open()) << row.finding.rule;
    wish.rule = "no.such_rule";
    EXPECT_EQ(perform(dismiss_finding, wish).error().code, "finding.not_found");
}

TEST_P(Covenants, TakePartiesFromTheRegisterOnce)
{
    const auto organisation = given::a_stored_organisation(records());
    const auto contact = records().parties.add_contact(given::a_contact(organisation));
    EXPECT_EQ(perform(add_parties, {covenant_, {organisation, {999}}}).value(), 1);
    EXPECT_EQ(perform(add_parties, {covenant_, {organisation}}).value(), 0);
    auto party = records().covenants.parties_of(covenant_).front();
    EXPECT_EQ(party.text.legal_name, "Uitzendbureau Seringa");
    party.text.registration = "1234";
    EXPECT_EQ(perform(save_covenant_party, party).error().fields.front().code,
              "registration.not_eight_digits");
    party.text.registration = "12345678";
    party.speaker = ContactId{999};
    EXPECT_EQ(perform(save_covenant_party, party).error().fields.front().code, "contact.not_found");
    party.speaker = contact;
    ASSERT_TRUE(perform(save_covenant_party, party));
    EXPECT_EQ(perform(save_covenant_party, party).error().code, "changed.meanwhile");
    EXPECT_EQ(view().text.parties.front().registration, "12345678");
    ASSERT_TRUE(perform(leave_covenant, {covenant_, party.id, true}));
    EXPECT_TRUE(view().text.parties.empty());
    EXPECT_EQ(perform(leave_covenant, {{999}, party.id, true}).error().code, "covenant.not_found");
}

INSTANTIATE_TEST_SUITE_P(Each, Covenants, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::actions
