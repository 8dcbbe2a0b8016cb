// SPDX-License-Identifier: EUPL-1.2
#include "actions/round_world.hpp"

#include <rondetafel/actions/invitations.hpp>
#include <rondetafel/actions/retention.hpp>

#include <thread>

namespace rondetafel::actions
{

namespace
{

const std::string other_words = "1. De werkgever helpt iedere arbeidsmigrant bij de inschrijving.\n"
                                "2. De gemeente schrijft hem in binnen twee weken.";

class AReaction : public RoundWorld
{
protected:
    /// What a page lets its reader see: "agency:comment grower:amendment".
    std::string seen_by(const std::string& token)
    {
        std::string words;
        const auto shown = page(token);
        for (const auto& row : shown.remarks)
            words += (row.party == agency_ ? "agency:" : "grower:") + std::string(word(row.remark.kind)) + ' ';
        return words;
    }
};

TEST_P(AReaction, IsWrittenPerArticleAndHandedInWithAReceipt)
{
    const auto id = open();
    const auto link = token(id, marek_);
    EXPECT_EQ(perform(purpose_of_link, link).value(), storage::LinkPurpose::reaction);
    EXPECT_EQ(perform(find_by_token, link).error().code, "link.not_found") << "no answer to a meeting";
    EXPECT_EQ(given::refusals(perform(hand_in, {link, false})).front(), "reaction.empty");
    EXPECT_EQ(code(say(link, agree(second()))), "saved");
    EXPECT_EQ(code(say(link, comment(first(), "Wie betaalt dit?", "schrijft hem in"))), "saved");
    EXPECT_EQ(code(say(link, words(id, first(), other_words))), "saved");
    EXPECT_EQ(given::refusals(perform(hand_in, {link, true})).front(), "reaction.has_remarks");
    ASSERT_TRUE(perform(hand_in, {link, false}));
    ASSERT_TRUE(perform(hand_in, {link, false})) << "a double click";
    EXPECT_EQ(letters_to(id, marek_, LetterKind::reaction_receipt).size(), 1U);
    ASSERT_TRUE(say(link, comment(second(), "Nog iets.")));
    EXPECT_TRUE(page(link).reaction.changed_since_given());
    ASSERT_TRUE(perform(hand_in, {link, false}));
    EXPECT_EQ(letters_to(id, marek_, LetterKind::reaction_receipt).size(), 2U) << "each hand-in has its receipt";
    EXPECT_EQ(seen(id).tally.with_remarks, 1);
    const auto receipt = perform(letter_subject, letters_to(id, marek_, LetterKind::reaction_receipt).back().id).value();
    EXPECT_EQ(receipt.round->comments, 2);
    EXPECT_EQ(receipt.round->amendments, 1);
    EXPECT_TRUE(receipt.link.starts_with("https://rondetafel.example/u/"));
    EXPECT_EQ(receipt.round->party, "Uitzendbureau Seringa");
}

TEST_P(AReaction, TellsAtTheFieldWhatIsWrong)
{
    const auto link = token(open(), marek_);
    const auto round = page(link).round.id;
    EXPECT_EQ(code(say(link, comment(first(), " "))), "comment:comment.missing");
    EXPECT_EQ(code(say(link, comment(first(), "Huh?", "staat er niet"))), "quote:quote.not_found");
    EXPECT_EQ(code(say(link, comment(id('z'), "Huh?"))), "article:remark.no_such_article");
    EXPECT_EQ(code(say(link, comment(id('m'), "Huh?"))), "article:remark.no_such_article") << "members have no page";
    EXPECT_EQ(code(say(link, words(round, first(), page(link).text.articles.empty() ? "" : edited_text(page(link).text, first())))),
              "text:remark.no_change");
    auto wish = words(round, first(), other_words);
    wish.base_sha256 = std::string(64, '0');
    EXPECT_EQ(code(say(link, wish)), "remark.other_text");
    wish = words(round, first(), other_words);
    wish.deed = AmendmentDeed::move;
    wish.place = first();
    EXPECT_EQ(code(say(link, wish)), "place:remark.no_such_place");
    EXPECT_TRUE(page(link).remarks.empty());
}

TEST_P(AReaction, MayInsertRemoveAndMove)
{
    const auto id = open();
    const auto link = token(id, marek_);
    RemarkWish insertion;
    insertion.kind = RemarkKind::amendment;
    insertion.deed = AmendmentDeed::insert;
    insertion.article = first();
    insertion.heading = "Taallessen";
    insertion.text = "Partijen bieden een cursus aan. Zie [artikel 1].";
    const auto inserted = say(link, insertion);
    ASSERT_TRUE(inserted);
    const auto remark = records().reactions.find_remark(*inserted).value();
    EXPECT_EQ(remark.amendment.text, "Partijen bieden een cursus aan. Zie {aaaaaaaaaaaa}.");
    EXPECT_TRUE(is_article_id(remark.amendment.inserted.value));
    RemarkWish removal;
    removal.kind = RemarkKind::amendment;
    removal.deed = AmendmentDeed::remove;
    removal.article = second();
    EXPECT_TRUE(say(link, removal));
    RemarkWish moving = removal;
    moving.deed = AmendmentDeed::move;
    moving.article = first();
    moving.place = second();
    EXPECT_TRUE(say(link, moving));
    EXPECT_EQ(page(link).remarks.size(), 3U);
}

TEST_P(AReaction, IsBuiltByTwoContactsTogether)
{
    const auto id = open();
    const auto marek = token(id, marek_);
    const auto anna = token(id, anna_);
    ASSERT_TRUE(say(marek, comment(first(), "Van Marek.")));
    ASSERT_TRUE(say(anna, comment(second(), "Van Anna.")));
    EXPECT_EQ(page(anna).remarks.size(), 2U);
    EXPECT_EQ(page(anna).colleagues.front().contact, marek_);
    const auto his = say(marek, words(id, first(), other_words)).value();
    EXPECT_EQ(code(say(anna, words(id, first(), "1. Alleen dit."))), "remark.by_colleague");
    EXPECT_EQ(code(say(anna, agree(first()))), "remark.proposed_other_words");
    auto instead = words(id, first(), "1. Alleen dit.");
    instead.replaces = his;
    EXPECT_EQ(code(say(anna, instead)), "saved");
    EXPECT_EQ(code(say(marek, instead)), "saved") << "the same words once more change nothing";
    EXPECT_EQ(page(marek).remarks.size(), 3U);
    EXPECT_TRUE(records().reactions.find_remark(his)->replaced_by) << "his words stay in the history";
    instead.text = "1. Iets anders.";
    EXPECT_EQ(code(say(marek, instead)), "remark.by_colleague") << "his proposal is gone already";
}

TEST_P(AReaction, LosesNothingWhenTwoWriteAtOnce)
{
    const auto id = open();
    const std::vector<std::string> links{token(id, marek_), token(id, anna_)};
    constexpr int remarks_each = 5;
    std::vector<std::thread> people;
    std::vector<int> saved(links.size());
    for (std::size_t number = 0; number < links.size(); ++number)
        people.emplace_back([&, number] {
            storage::Database other(place().address());
            Runner runner(other, installation_);
            Actor actor;
            actor.name = "Contact " + std::to_string(number);
            for (int turn = 0; turn < remarks_each; ++turn)
            {
                const SaveRemark wish{links[number], comment(first(), actor.name + ' ' + std::to_string(turn))};
                saved[number] += runner.perform(storage::Access::write, save_remark, actor, wish) ? 1 : 0;
            }
        });
    for (auto& person : people)
        person.join();
    EXPECT_EQ(saved, (std::vector{remarks_each, remarks_each}));
    EXPECT_EQ(page(links[0]).remarks.size(), 2U * remarks_each);
}

TEST_P(AReaction, KeepsOneProposalWhenTwoWriteOtherWordsAtOnce)
{
    const auto id = open();
    const std::vector<std::string> links{token(id, marek_), token(id, anna_)};
    const std::vector<RemarkWish> wishes{words(id, first(), "1. Van Marek."), words(id, first(), "1. Van Anna.")};
    std::vector<std::string> outcomes(links.size());
    std::vector<std::thread> people;
    for (std::size_t number = 0; number < links.size(); ++number)
        people.emplace_back([&, number] {
            storage::Database other(place().address());
            Runner runner(other, installation_);
            const auto written =
                runner.perform(storage::Access::write, save_remark, Actor{}, SaveRemark{links[number], wishes[number]});
            outcomes[number] = written ? "saved" : written.error().code;
        });
    for (auto& person : people)
        person.join();
    std::ranges::sort(outcomes);
    EXPECT_EQ(outcomes, (std::vector<std::string>{"remark.by_colleague", "saved"}));
    EXPECT_EQ(page(links[0]).remarks.size(), 1U);
}

TEST_P(AReaction, IsHandedInByWhoSpeaksForTheParty)
{
    auto party = records().covenants.find_party(agency_).value();
    party.speaker = anna_;
    ASSERT_TRUE(perform(save_covenant_party, party));
    const auto id = open();
    const auto marek = token(id, marek_);
    ASSERT_TRUE(say(marek, comment(first(), "Klaar voor Anna.")));
    EXPECT_EQ(page(marek).speaker, "Anna Nowak");
    EXPECT_FALSE(page(marek).may_hand_in);
    EXPECT_EQ(perform(hand_in, {marek, false}).error().code, "reaction.not_speaker");
    EXPECT_TRUE(perform(hand_in, {token(id, anna_), false}));
}

TEST_P(AReaction, IsReadByOthersOnlyWhenHandedInAndOpen)
{
    const auto id = open(Visibility::open);
    const auto marek = token(id, marek_);
    const auto hanneke = token(id, hanneke_);
    ASSERT_TRUE(say(marek, comment(first(), "Nog niet klaar.")));
    EXPECT_EQ(seen_by(hanneke), "");
    EXPECT_TRUE(seen(id).remarks.empty()) << "neither by the coordinator";
    ASSERT_TRUE(perform(hand_in, {marek, false}));
    EXPECT_EQ(seen_by(hanneke), "agency:comment ");
    EXPECT_EQ(seen(id).remarks.size(), 1U);
    const auto remark = page(hanneke).remarks.front().remark.id;
    EXPECT_EQ(perform(withdraw_remark, {hanneke, remark}).error().code, "remark.not_found") << "not hers";
    auto instead = comment(first(), "Van mij.");
    instead.replaces = remark;
    EXPECT_EQ(code(say(hanneke, instead)), "changed.meanwhile");
    ASSERT_TRUE(perform(withdraw_remark, {marek, remark}));
    EXPECT_EQ(seen_by(hanneke), "");
}

TEST_P(AReaction, StaysWithItsPartyWhenTheRoundIsBlind)
{
    const auto id = open(Visibility::blind);
    ASSERT_TRUE(say(token(id, marek_), comment(first(), "Alleen voor u.")));
    ASSERT_TRUE(perform(hand_in, {token(id, marek_), false}));
    EXPECT_EQ(seen_by(token(id, hanneke_)), "");
    EXPECT_EQ(seen_by(token(id, anna_)), "agency:comment ");
    EXPECT_TRUE(page(token(id, hanneke_)).names.empty()) << "not even who reacted";
    close();
    EXPECT_EQ(seen_by(token(id, hanneke_)), "");
    EXPECT_EQ(seen(id).remarks.size(), 1U);
}

TEST_P(AReaction, IsRefusedAfterClosingUnlessLateOnesAreWelcome)
{
    const auto strict = open();
    ASSERT_TRUE(say(token(strict, marek_), comment(first(), "Bewaard, niet verstuurd.")));
    move_to("2024-09-16T17:00");
    EXPECT_EQ(code(say(token(strict, marek_), comment(first(), "Te laat."))), "round.closed") << "the clockwork still sleeps";
    close();
    EXPECT_EQ(perform(hand_in, {token(strict, marek_), false}).error().code, "round.closed");
    EXPECT_EQ(seen(strict).remarks.size(), 1U) << "what was saved counts";
    EXPECT_EQ(seen(strict).party(agency_)->progress, PartyProgress::writing);
}

TEST_P(AReaction, IsMarkedLateByTheCoordinatorsChoice)
{
    const auto id = open(Visibility::open, true);
    close();
    move_to("2024-09-20T12:00");
    const auto link = token(id, marek_);
    EXPECT_EQ(page(link).window, ReactionWindow::late);
    ASSERT_TRUE(say(link, comment(first(), "Te laat.")));
    ASSERT_TRUE(perform(hand_in, {link, false}));
    EXPECT_TRUE(seen(id).party(agency_)->reaction.late);
    EXPECT_TRUE(seen(id).remarks.front().remark.late);
}

TEST_P(AReaction, ThatCameByPhoneIsWrittenDownWithItsSource)
{
    const auto id = open();
    EnterRemarks wish;
    wish.round = id;
    wish.party = grower_;
    wish.source = ReactionSource::link;
    EXPECT_EQ(given::refusals(perform(enter_remarks, wish)),
              (std::vector<std::string>{"source:source.missing", "author:author.missing"}));
    wish.source = ReactionSource::phone;
    wish.author = "Joop Pronk";
    wish.remarks = {comment(first(), "Vier weken is lang.")};
    EXPECT_EQ(perform(enter_remarks, wish).value(), 1);
    const auto row = seen(id).remarks.front();
    EXPECT_EQ(row.remark.author, "Joop Pronk");
    EXPECT_EQ(row.remark.source, ReactionSource::phone);
    EXPECT_EQ(seen(id).party(grower_)->reaction.entered_by, "Noor van Dijk");
    EXPECT_EQ(letters_to(id, hanneke_, LetterKind::reaction_receipt).size(), 1U);
    close();
    wish.consultee = person(id, hanneke_).id;
    wish.source = ReactionSource::mail;
    wish.remarks = {comment(second(), "Nog iets, te laat.")};
    EXPECT_EQ(perform(enter_remarks, wish).value(), 1) << "the coordinator may, also after closing";
    EXPECT_TRUE(seen(id).remarks.back().remark.late);
    EXPECT_EQ(seen(id).remarks.back().remark.author, "Hanneke Pronk");
    wish.party = agency_;
    EXPECT_EQ(given::refusals(perform(enter_remarks, wish)).front(), "author:author.missing") << "hers is another party";
}

TEST_P(AReaction, IsNotChangedByLooking)
{
    const auto id = open();
    const auto link = token(id, marek_);
    const auto before = rows() + std::stoll(texts(database(), "SELECT CAST(COUNT(*) AS CHAR(20)) FROM remarks").front());
    const auto revision = page(link).reaction.revision;
    Runner runner(database(), installation_);
    for (int turn = 0; turn < 3; ++turn)
        EXPECT_TRUE(runner.perform(storage::Access::read, find_reaction, Actor{}, link));
    EXPECT_EQ(rows() + std::stoll(texts(database(), "SELECT CAST(COUNT(*) AS CHAR(20)) FROM remarks").front()), before);
    EXPECT_EQ(page(link).reaction.revision, revision);
}

TEST_P(AReaction, StaysWhenItsAuthorIsErased)
{
    const auto id = open();
    const auto link = token(id, hanneke_);
    ASSERT_TRUE(say(link, comment(first(), "Vier weken is lang.")));
    ASSERT_TRUE(perform(hand_in, {link, false}));
    const auto kept = perform(personal_data, hanneke_).value().rounds;
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept.front().consultee.id, person(id, hanneke_).id);
    EXPECT_EQ(kept.front().remarks.size(), 1U) << "what she wrote, and nobody else";
    EXPECT_EQ(kept.front().places.front(), "artikel 1");
    EXPECT_EQ(kept.front().letters.size(), 2U) << "the invitation and the receipt";
    EXPECT_EQ(perform(erase_person, hanneke_).error().code, "contact.still_consulted");
    close();
    ASSERT_TRUE(perform(erase_person, hanneke_));
    const auto shown = seen(id);
    ASSERT_EQ(shown.remarks.size(), 1U);
    EXPECT_EQ(shown.remarks.front().remark.comment, "Vier weken is lang.");
    EXPECT_EQ(shown.remarks.front().remark.author, "[…]");
    EXPECT_EQ(shown.party(grower_)->reaction.author, "[…]");
    EXPECT_EQ(perform(find_reaction, link).error().code, "link.not_found");
    for (const char* column : {"consultees.family_name", "outbox.to_name", "events.actor_name", "events.detail"})
    {
        const std::string name = column;
        const auto dot = name.find('.');
        for (const auto& text : texts(database(), "SELECT " + name.substr(dot + 1) + " FROM " + name.substr(0, dot)))
            EXPECT_EQ(text.find("Pronk"), std::string::npos) << column;
    }
}

INSTANTIATE_TEST_SUITE_P(Each, AReaction, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::actions
