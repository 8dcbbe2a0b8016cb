// SPDX-License-Identifier: EUPL-1.2
#include "storage/given.hpp"

#include <rondetafel/base/secrets.hpp>

namespace rondetafel::storage
{

namespace
{

using given::unicode;

class VersionRows : public support::OnEachDatabase
{
protected:
    void SetUp() override
    {
        OnEachDatabase::SetUp();
        if (!HasFatalFailure())
            covenant_ = given::a_stored_covenant(records());
    }

    Version a_version(int major, int minor)
    {
        Version version;
        version.covenant = covenant_;
        version.major = major;
        version.minor = minor;
        version.canonical = "rondetafel-covenant 1\n" + unicode + "\r\nend \n";
        version.change_note = unicode;
        version.author = "Noor";
        version.issued_at = given::inviting;
        return version;
    }

    CovenantId covenant_;
};

TEST_P(VersionRows, KeepTheBytesOfALongText)
{
    auto version = a_version(0, 1);
    while (version.canonical.size() < 1'000'000)
        version.canonical += version.canonical;
    version.decision_record = DecisionRecordId{9};
    const auto id = records().versions.add(version, AccountId{1});
    const auto found = records().versions.find(id).value();
    EXPECT_TRUE(found.canonical == version.canonical);
    EXPECT_EQ(found.sha256, sha256_hex(version.canonical));
    EXPECT_EQ(found.change_note, unicode);
    EXPECT_EQ(found.decision_record, DecisionRecordId{9});
    EXPECT_EQ(found.issued_at, given::inviting);
}

TEST_P(VersionRows, ComeInTheOrderOfTheirNumbers)
{
    for (const auto& [major, minor] : {std::pair{0, 10}, {1, 0}, {0, 9}})
        records().versions.add(a_version(major, minor), {});
    std::string numbers;
    for (const auto& version : records().versions.of(covenant_))
        numbers += version.number() + ' ';
    EXPECT_EQ(numbers, "0.9 0.10 1.0 ");
    EXPECT_EQ(records().versions.latest(covenant_)->number(), "1.0");
    EXPECT_EQ(records().versions.latest({999}), std::nullopt);
}

TEST_P(VersionRows, GiveANumberOnce)
{
    records().versions.add(a_version(0, 1), {});
    const auto again = [&](Records& all) -> Result<Done>
    {
        all.versions.add(a_version(0, 1), {});
        return Done{};
    };
    EXPECT_THROW(database().transact(Access::write, again), Duplicate);
}

TEST_P(VersionRows, AreRefusedWhenTheDatabaseWasAltered)
{
    const auto id = records().versions.add(a_version(0, 1), {});
    run(database(),
        "UPDATE covenant_versions SET canonical = 'other words' WHERE id = " + std::to_string(id.value));
    EXPECT_THROW(static_cast<void>(records().versions.find(id)), AlteredVersion);
    EXPECT_THROW(static_cast<void>(records().versions.of(covenant_)), AlteredVersion);
    EXPECT_THROW(static_cast<void>(records().versions.latest(covenant_)), AlteredVersion);
}

INSTANTIATE_TEST_SUITE_P(Each, VersionRows, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::storage
