// SPDX-License-Identifier: EUPL-1.2
#include "storage/given.hpp"

#include <atomic>
#include <thread>

namespace rondetafel::storage
{

namespace
{

/// Many sessions that write at the same time, as the workers of one service do.
class WritingTogether : public support::OnEachDatabase
{
protected:
    static constexpr int writers = 8;
    static constexpr int turns = 25;

    /// Runs `write(session, writer, turn)` on a thread and a session per writer.
    template <class Write>
    void run_all(const Write& write)
    {
        std::vector<std::thread> threads;
        for (int writer = 0; writer < writers; ++writer)
            threads.emplace_back([&, writer] {
                Database mine(place().address());
                for (int turn = 0; turn < turns; ++turn)
                    write(mine, writer, turn);
            });
        for (auto& thread : threads)
            thread.join();
    }

    static std::string name_of(int writer, int turn) { return std::to_string(writer) + "." + std::to_string(turn); }
};

TEST_P(WritingTogether, KeepsWhatSaidYesAndNothingElse)
{
    run_all([](Database& mine, int writer, int turn) {
        const auto work = [&](Records& all) -> Result<Done> {
            all.settings.set(name_of(writer, turn), "kept");
            if (turn % 3 == 1)
                return conflict("no");
            if (turn % 3 == 2)
                throw std::runtime_error("no");
            return Done{};
        };
        try
        {
            EXPECT_EQ(mine.transact(Access::write, work).has_value(), turn % 3 == 0);
        }
        catch (const std::runtime_error&)
        {
            EXPECT_EQ(turn % 3, 2);
        }
    });
    for (int writer = 0; writer < writers; ++writer)
        for (int turn = 0; turn < turns; ++turn)
            EXPECT_EQ(records().settings.get(name_of(writer, turn)).has_value(), turn % 3 == 0) << name_of(writer, turn);
}

TEST_P(WritingTogether, ReadsItsOwnWriteOnceItIsBack)
{
    run_all([](Database& mine, int writer, int turn) {
        const auto written = mine.transact(Access::write, [&](Records& all) -> Result<Done> {
            all.settings.set(name_of(writer, turn), "mine");
            return Done{};
        });
        EXPECT_TRUE(written);
        EXPECT_EQ(mine.records().settings.get(name_of(writer, turn)), "mine");
    });
}

TEST_P(WritingTogether, KeepsWhatIsSyncedAndWhatIsNot)
{
    run_all([](Database& mine, int writer, int turn) {
        const auto access = (writer + turn) % 2 == 0 ? Access::write : Access::write_unsynced;
        const auto written = mine.transact(access, [&](Records& all) -> Result<Done> {
            all.settings.set(name_of(writer, turn), "kept");
            return Done{};
        });
        EXPECT_TRUE(written);
        EXPECT_EQ(mine.records().settings.get(name_of(writer, turn)), "kept");
    });
    for (int writer = 0; writer < writers; ++writer)
        for (int turn = 0; turn < turns; ++turn)
            EXPECT_EQ(records().settings.get(name_of(writer, turn)), "kept") << name_of(writer, turn);
}

TEST_P(WritingTogether, RefusesTheTwinAlone)
{
    std::atomic<int> added = 0;
    std::atomic<int> refused = 0;
    run_all([&](Database& mine, int, int turn) {
        try
        {
            const auto outcome = mine.transact(Access::write, [&](Records& all) -> Result<Done> {
                all.outbox.add(given::a_letter(turn));
                return Done{};
            });
            added += outcome ? 1 : 0;
        }
        catch (const Duplicate&)
        {
            ++refused;
        }
    });
    EXPECT_EQ(added, turns);
    EXPECT_EQ(refused, turns * (writers - 1));
    EXPECT_EQ(records().outbox.list(std::nullopt, 1000, 0).size(), static_cast<std::size_t>(turns));
}

INSTANTIATE_TEST_SUITE_P(Each, WritingTogether, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::storage
