// SPDX-License-Identifier: EUPL-1.2
#include "actions/round_world.hpp"

#include <rondetafel/actions/clockwork.hpp>

namespace rondetafel::actions
{

void RoundWorld::SetUp()
{
    CovenantWorld::SetUp();
    if (HasFatalFailure())
        return;
    const auto agency = given::a_stored_organisation(records(), "Uitzendbureau Seringa");
    const auto grower = given::a_stored_organisation(records(), "Kwekerij De Gouden Knop");
    marek_ = records().parties.add_contact(given::a_contact(agency, 1));
    auto anna = given::a_contact(agency, 2);
    anna.name = {"Anna", "", "Nowak", AddressForm::madam};
    anna_ = records().parties.add_contact(anna);
    auto hanneke = given::a_contact(grower, 3);
    hanneke.name = {"Hanneke", "", "Pronk", AddressForm::madam};
    hanneke_ = records().parties.add_contact(hanneke);
    ASSERT_EQ(perform(add_parties, {covenant_, {agency, grower}}).value(), 2);
    for (const auto& party : view().parties)
        (party.organisation == agency ? agency_ : grower_) = party.id;
    issue("Eerste versie.");
}

void RoundWorld::issue(const std::string& note)
{
    const auto issued = perform(issue_version, {covenant_, note, sha256_hex(canonical(view().text))});
    ASSERT_TRUE(issued) << issued.error().code;
}

RoundId RoundWorld::plan(Visibility visibility, bool accept_late)
{
    Round round;
    round.covenant = covenant_;
    round.opens = given::local("2024-08-20T09:00");
    round.closes = given::local("2024-09-16T17:00");
    round.visibility = visibility;
    round.accept_late = accept_late;
    return perform(save_round, {round, {marek_, anna_, hanneke_}}).value();
}

RoundId RoundWorld::open(Visibility visibility, bool accept_late)
{
    const auto id = plan(visibility, accept_late);
    EXPECT_EQ(strike("2024-08-20T09:00"), 3);
    return id;
}

int RoundWorld::strike(const char* local)
{
    move_to(local);
    return perform(do_what_is_due, Done{}).value();
}

Consultee RoundWorld::person(RoundId round, const ContactId& contact)
{
    for (const auto& consultee : records().rounds.consultees_of(round))
        if (consultee.contact == contact)
            return consultee;
    ADD_FAILURE() << "nobody with contact " << contact.value;
    return {};
}

std::vector<storage::OutboxLetter> RoundWorld::letters_to(RoundId round, const ContactId& contact, LetterKind kind)
{
    const auto recipient = "consultee:" + std::to_string(person(round, contact).id.value);
    std::vector<storage::OutboxLetter> found;
    for (const auto id : records().rounds.letters_of(round))
        if (const auto letter = records().outbox.find(id); letter->recipient == recipient && letter->kind == kind)
            found.push_back(*letter);
    return found;
}

std::string RoundWorld::token(RoundId round, const ContactId& contact, LetterKind kind)
{
    return link_token(keys_, records().links.of_letter(letters_to(round, contact, kind).back().id).value());
}

RemarkWish RoundWorld::comment(const ArticleId& article, const std::string& words, const std::string& quote)
{
    RemarkWish wish;
    wish.kind = RemarkKind::comment;
    wish.article = article;
    wish.comment = words;
    wish.quote = quote;
    return wish;
}

RemarkWish RoundWorld::agree(const ArticleId& article)
{
    RemarkWish wish;
    wish.kind = RemarkKind::agree;
    wish.article = article;
    return wish;
}

RemarkWish RoundWorld::words(RoundId round, const ArticleId& article, const std::string& text)
{
    RemarkWish wish;
    wish.kind = RemarkKind::amendment;
    wish.article = article;
    wish.heading = find_article(seen(round).text, article)->heading;
    wish.text = text;
    return wish;
}

Result<RoundId> RoundWorld::judge(RoundId round, RemarkId remark, Outcome outcome, const std::string& text)
{
    Decide wish;
    wish.remark = remark;
    wish.outcome = outcome;
    wish.reason = "Omdat het zo beter is.";
    wish.text = text;
    for (const auto& row : seen(round).remarks)
        if (row.remark.id == remark)
        {
            wish.heading = find_article(seen(round).text, row.remark.amendment.article)->heading;
            if (row.decision)
                wish.seen = row.decision->id;
        }
    return perform(decide, wish);
}

} // namespace rondetafel::actions
