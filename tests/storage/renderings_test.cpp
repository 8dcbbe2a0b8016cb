// SPDX-License-Identifier: EUPL-1.2
#include "storage/given.hpp"

namespace rondetafel::storage
{

namespace
{

using namespace std::chrono_literals;

Rendering a_rendering(const std::string& source)
{
    Rendering rendering;
    rendering.subject = "version:12";
    rendering.file_name = "convenant-0.1.pdf";
    rendering.source = source;
    rendering.source_sha256 = sha256_hex(source);
    rendering.next_attempt_at = rendering.requested_at = given::inviting;
    return rendering;
}

class RenderingRows : public support::OnEachDatabase
{
protected:
    Renderings& renderings() { return records().renderings; }
    WordImports& imports() { return records().word_imports; }
};

TEST_P(RenderingRows, KeepAFileThatIsLargerThanAColumnOfText)
{
    const auto id = renderings().add(a_rendering("<p>" + std::string(given::unicode) + std::string(200'000, 'x')));
    auto leased = renderings().lease(id, given::inviting, given::inviting + 5min).value();
    EXPECT_EQ(leased.source.size(), 200'003 + std::string(given::unicode).size());
    leased.state = PressState::done;
    leased.content = std::string(3'000'000, 'A');
    EXPECT_TRUE(renderings().record(leased));
    const auto found = renderings().find(id).value();
    EXPECT_EQ(found.state, PressState::done);
    EXPECT_EQ(found.content, leased.content);
    EXPECT_EQ(renderings().due(given::inviting + 1h), std::nullopt);
}

TEST_P(RenderingRows, AreTheSameForTheSameSource)
{
    const auto wish = a_rendering("<p>een</p>");
    EXPECT_EQ(renderings().find_same(wish), std::nullopt);
    const auto id = renderings().add(wish);
    EXPECT_EQ(renderings().find_same(wish).value().id, id);
    EXPECT_EQ(renderings().find_same(a_rendering("<p>twee</p>")), std::nullopt);
    auto other = wish;
    other.format = RenderingFormat::docx;
    EXPECT_EQ(renderings().find_same(other), std::nullopt);
    const auto add = [&] {
        database().transact(Access::write, [&](Records& all) { return Result<RenderingId>(all.renderings.add(wish)); });
    };
    EXPECT_THROW(add(), Duplicate);
}

TEST_P(RenderingRows, AreLeasedOnceUntilTheLeaseRunsOut)
{
    const auto id = renderings().add(a_rendering("<p>een</p>"));
    ASSERT_EQ(renderings().due(given::inviting), id);
    auto first = renderings().lease(id, given::inviting, given::inviting + 5min).value();
    EXPECT_EQ(renderings().lease(id, given::inviting, given::inviting + 5min), std::nullopt);
    EXPECT_EQ(renderings().due(given::inviting + 5min), std::nullopt);
    ASSERT_EQ(renderings().due(given::inviting + 6min), id);
    auto second = renderings().lease(id, given::inviting + 6min, given::inviting + 11min).value();
    EXPECT_EQ(second.attempts, 2);
    first.state = second.state = PressState::failed;
    first.error = "late";
    EXPECT_FALSE(renderings().record(first));
    EXPECT_TRUE(renderings().record(second));
    EXPECT_EQ(renderings().find(id).value().error, "");
    renderings().requeue(id, given::inviting + 12min);
    EXPECT_EQ(renderings().due(given::inviting + 12min), id);
}

TEST_P(RenderingRows, KeepImportsUntilTheyAreTakenOver)
{
    WordImport import;
    import.purpose = ImportPurpose::start;
    import.file_name = given::unicode;
    import.content = std::string(100'000, 'B');
    import.author = "Noor van Dijk";
    import.next_attempt_at = import.received_at = given::inviting;
    const auto id = imports().add(import);
    EXPECT_FALSE(imports().settle(id, CovenantId{1}));
    auto leased = imports().lease(imports().due(given::inviting).value(), given::inviting, given::inviting + 5min).value();
    EXPECT_EQ(leased.content, import.content);
    EXPECT_EQ(leased.covenant, std::nullopt);
    leased.state = PressState::done;
    leased.understood = "{}";
    EXPECT_TRUE(imports().record(leased));
    const auto found = imports().find(id).value();
    EXPECT_EQ(found.understood, "{}");
    EXPECT_EQ(found.file_name, given::unicode);
    EXPECT_EQ(found.purpose, ImportPurpose::start);
}

INSTANTIATE_TEST_SUITE_P(Each, RenderingRows, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::storage
