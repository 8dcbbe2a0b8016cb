// SPDX-License-Identifier: EUPL-1.2
#include "documents/given_covenant.hpp"
#include "storage/given.hpp"

#include <rondetafel/actions/renderings.hpp>
#include <rondetafel/actions/runner.hpp>
#include <rondetafel/actions/word_imports.hpp>
#include <rondetafel/documents/covenant_html.hpp>
#include <rondetafel/documents/press_work.hpp>
#include <rondetafel/documents/word_reading.hpp>
#include <rondetafel/documents/word_source.hpp>
#include <rondetafel/jobs/press.hpp>

#include <thread>

namespace rondetafel::jobs
{

namespace
{

using namespace std::chrono_literals;

/// A press at work on a database, with a clock that the test moves.
class PressAtWork : public support::OnEachDatabase
{
protected:
    void SetUp() override
    {
        OnEachDatabase::SetUp();
        if (HasFatalFailure())
            return;
        installation_.keys = &keys_;
        installation_.randomness = &randomness_;
        installation_.programme_clock = &clock_;
        installation_.machine_clock = &clock_;
        noor_.account.emplace();
        noor_.account->name = "Noor van Dijk";
    }

    template <class Outcome, class Wish>
    Outcome perform(Outcome (*action)(actions::Context&, const Wish&), const std::type_identity_t<Wish>& wish)
    {
        return actions::Runner(database(), installation_).perform(storage::Access::write, action, noor_, wish);
    }

    RenderingId ask(const std::string& source, RenderingFormat format = RenderingFormat::pdf)
    {
        actions::RequestRendering wish;
        wish.subject = "version:1";
        wish.format = format;
        wish.file_name = "convenant-0.1." + std::string(word(format));
        wish.source = source;
        return perform(actions::request_rendering, wish).value();
    }

    Rendering rendering(RenderingId id) { return records().renderings.find(id).value(); }

    std::unique_ptr<Press> start()
    {
        return std::make_unique<Press>(place().address(), installation_,
                                       PressSettings{RONDETAFEL_SOURCE "/service/web/print", 20ms});
    }

    // Waits until the press is done with it; the suite's own limit ends a press that never is.
    template <class Row, class Find>
    Row settled(const Find& find)
    {
        while (true)
        {
            const auto row = find();
            if (row.state == PressState::done || row.state == PressState::failed)
                return row;
            std::this_thread::sleep_for(20ms);
        }
    }
    Rendering made(RenderingId id)
    {
        return settled<Rendering>([&] { return rendering(id); });
    }
    WordImport read(WordImportId id)
    {
        return settled<WordImport>([&] { return records().word_imports.find(id).value(); });
    }

    Keys keys_{std::string(32, 'k')};
    SystemRandomness randomness_;
    SettableClock clock_{given::at("2024-08-19T10:00")};
    actions::Installation installation_;
    actions::Actor noor_;
};

std::string page() { return documents::pdf_source({"Titel", "kop", "voet", Language::nl}, "<p>Hallo</p>"); }

TEST_P(PressAtWork, MakesTheFileThatWasAskedForOnce)
{
    const auto id = ask(page());
    EXPECT_EQ(ask(page()), id);
    const auto press = start();
    const auto done = made(id);
    EXPECT_EQ(done.error, "");
    EXPECT_TRUE(from_base64url(done.content).value().starts_with("%PDF-1.7"));
    EXPECT_EQ(ask(page()), id);
    EXPECT_EQ(rendering(id).state, PressState::done);
}

TEST_P(PressAtWork, MakesWordAndOpenDocumentFiles)
{
    const auto source = documents::word_source(documents::given::small_covenant(), "Versie 0.1");
    const auto docx = ask(source, RenderingFormat::docx);
    const auto odt = ask(source, RenderingFormat::odt);
    const auto press = start();
    EXPECT_TRUE(from_base64url(made(docx).content).value().starts_with("PK"));
    EXPECT_NE(from_base64url(made(odt).content).value().find("application/vnd.oasis.opendocument.text"), std::string::npos);
}

TEST_P(PressAtWork, GivesUpAfterThreeTriesAndTriesAgainWhenAsked)
{
    const auto id = ask("this is no document", RenderingFormat::docx);
    const auto press = start();
    for (int attempt = 1; attempt < press_attempts_max; ++attempt)
    {
        while (rendering(id).attempts < attempt || rendering(id).state == PressState::leased)
            std::this_thread::sleep_for(20ms);
        EXPECT_EQ(rendering(id).state, PressState::queued);
        clock_.set(clock_.now() + 31s);
    }
    const auto failed = made(id);
    EXPECT_EQ(failed.state, PressState::failed);
    EXPECT_EQ(failed.error, "press.failed");
    EXPECT_EQ(failed.attempts, press_attempts_max);
    EXPECT_EQ(ask("this is no document", RenderingFormat::docx), id);
    while (rendering(id).attempts != 1)
        std::this_thread::sleep_for(20ms);
}

TEST_P(PressAtWork, PutsItsWorkBackWhenItIsStopped)
{
    const auto id = ask(documents::pdf_source({}, documents::covenant_html(documents::given::long_covenant())));
    {
        const auto press = start();
        while (rendering(id).state != PressState::leased)
            std::this_thread::sleep_for(5ms);
    }
    EXPECT_EQ(rendering(id).state, PressState::queued);
    EXPECT_EQ(rendering(id).attempts, 0);
    const auto press = start();
    EXPECT_EQ(made(id).state, PressState::done);
}

TEST_P(PressAtWork, DoesAgainWhatDiedWithItsProcess)
{
    const auto id = ask(page());
    ASSERT_TRUE(records().renderings.lease(id, clock_.now(), clock_.now() + press_lease));
    const auto press = start();
    clock_.set(clock_.now() + press_lease + 1s);
    EXPECT_EQ(made(id).state, PressState::done);
}

// What takes the process down would do so after each start.
TEST_P(PressAtWork, LeavesAloneWhatDiedWithItsProcessAgainAndAgain)
{
    const auto id = ask(page());
    for (int attempt = 1; attempt <= press_attempts_max; ++attempt)
    {
        ASSERT_TRUE(records().renderings.lease(id, clock_.now(), clock_.now() + press_lease));
        clock_.set(clock_.now() + press_lease + 1s);
    }
    const auto press = start();
    const auto failed = made(id);
    EXPECT_EQ(failed.state, PressState::failed);
    EXPECT_EQ(failed.error, "press.failed");
}

class PressReads : public PressAtWork
{
protected:
    WordImportId hand_in(const std::string& bytes, const std::string& name)
    {
        actions::HandInWordFile wish;
        wish.purpose = ImportPurpose::start;
        wish.file_name = name;
        wish.bytes = bytes;
        return perform(actions::hand_in_word_file, wish).value();
    }
};

TEST_P(PressReads, TheStartOfACovenant)
{
    const auto source = documents::word_source(documents::given::starter("registration"), "Versie 0.1");
    const auto press = start();
    const auto docx = from_base64url(made(ask(source, RenderingFormat::docx)).content).value();
    const auto word_file = read(hand_in(docx, "start.docx"));
    EXPECT_EQ(word_file.error, "");
    EXPECT_TRUE(word_file.understood.starts_with("# Convenant")) << word_file.understood.substr(0, 100);
    EXPECT_EQ(read(hand_in("# Titel\n\n## Artikel 1 Doel\n\n1. Iets.\n", "start.md")).understood,
              "# Titel\n\n## Artikel 1 Doel\n\n1. Iets.");
}

TEST_P(PressReads, AReactionToAVersion)
{
    const auto text = documents::given::small_covenant();
    Version version;
    version.covenant = given::a_stored_covenant(records());
    version.canonical = canonical(text);
    version.change_note = "eerste";
    version.author = "Noor van Dijk";
    version.issued_at = clock_.now();
    const auto id = records().versions.add(version, std::nullopt);
    const auto press = start();
    auto changed = text;
    changed.articles[5].body = "binnen vijf dagen;";
    const auto source = documents::word_source(compare(text, changed), "0.1", {"Jan Kowalski", clock_.now()});
    actions::HandInWordFile wish;
    wish.covenant = version.covenant;
    wish.version = id;
    wish.file_name = "reactie.docx";
    wish.bytes = from_base64url(made(ask(source, RenderingFormat::docx)).content).value();
    const auto import = read(perform(actions::hand_in_word_file, wish).value());
    ASSERT_EQ(import.error, "");
    const auto reaction = documents::read_understood(import.understood);
    ASSERT_EQ(reaction.remarks.size(), 1U);
    EXPECT_EQ(reaction.remarks[0].author, "Jan Kowalski");
    EXPECT_NE(reaction.remarks[0].amendment.text.find("binnen vijf dagen;"), std::string::npos);
    ASSERT_TRUE(perform(actions::settle_word_import, {import.id, version.covenant}));
    EXPECT_EQ(perform(actions::settle_word_import, {import.id, version.covenant}).error().code, "word_import.settled");
    EXPECT_EQ(perform(actions::show_word_import, import.id).value().import.content, "");
}

TEST_P(PressReads, NothingIntoAFileThatIsNone)
{
    const auto press = start();
    EXPECT_EQ(read(hand_in("not a zip", "a.docx")).error, "word.not_word");
    EXPECT_EQ(read(hand_in("PK\x03\x04 not a zip either", "b.docx")).error, "word.broken");
}

TEST_P(PressReads, NoFileThatItsProcessDiedOfAgainAndAgain)
{
    const auto id = hand_in("# Titel\n\n## Artikel 1 Doel\n\n1. Iets.\n", "start.md");
    for (int attempt = 1; attempt <= press_attempts_max; ++attempt)
    {
        ASSERT_TRUE(records().word_imports.lease(id, clock_.now(), clock_.now() + press_lease));
        clock_.set(clock_.now() + press_lease + 1s);
    }
    const auto press = start();
    const auto failed = read(id);
    EXPECT_EQ(failed.state, PressState::failed);
    EXPECT_EQ(failed.error, "word.broken");
    EXPECT_EQ(failed.understood, "");
}

TEST_P(PressReads, NoFileThatIsEmptyOrTooLarge)
{
    actions::HandInWordFile wish;
    wish.purpose = ImportPurpose::start;
    EXPECT_EQ(perform(actions::hand_in_word_file, wish).error().fields.front().code, "word.missing");
    wish.bytes = std::string(actions::word_file_bytes_max + 1, 'x');
    EXPECT_EQ(perform(actions::hand_in_word_file, wish).error().fields.front().code, "word.too_large");
    wish.bytes = "x";
    wish.purpose = ImportPurpose::reaction;
    EXPECT_EQ(perform(actions::hand_in_word_file, wish).error().fields.front().field, "version");
}

INSTANTIATE_TEST_SUITE_P(Each, PressAtWork, support::each_database(), support::database_name);
INSTANTIATE_TEST_SUITE_P(Each, PressReads, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::jobs
