// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/storage/database.hpp>
#include <rondetafel/storage/records.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace rondetafel::support
{

using DatabaseKind = storage::Address::Kind;

/// The migrations of the product.
std::filesystem::path migrations_folder();

/// An empty database of its own for one test; gone afterwards. MariaDB is found through RONDETAFEL_TEST_MYSQL, a URL
/// without a database name.
class TestDatabase
{
public:
    /// Throws std::runtime_error with what to do when there is no MariaDB to test on.
    explicit TestDatabase(DatabaseKind kind);
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    /// Sessions made with copies of one address share a writer, like the workers of one service.
    const storage::Address& address() const { return address_; }
    /// The same place for another process: its writers know nothing of ours.
    storage::Address address_of_another_process() const;

private:
    std::filesystem::path folder_;
    storage::Address address_;
};

/// A suite on this fixture runs on SQLite and on MariaDB, with the schema in place:
/// `INSTANTIATE_TEST_SUITE_P(Each, Suite, support::each_database(), support::database_name)`.
class OnEachDatabase : public testing::TestWithParam<DatabaseKind>
{
protected:
    void SetUp() override;

    storage::Database& database() { return *database_; }
    storage::Records& records() { return database_->records(); }
    const TestDatabase& place() const { return *place_; }
    /// Every row of a query with one column of text, in order.
    static std::vector<std::string> texts(storage::Database& database, const std::string& query);
    static void run(storage::Database& database, const std::string& statement);

private:
    std::unique_ptr<TestDatabase> place_;
    std::unique_ptr<storage::Database> database_;
};

inline auto each_database() { return testing::Values(DatabaseKind::sqlite, DatabaseKind::mysql); }

inline std::string database_name(const testing::TestParamInfo<DatabaseKind>& info)
{
    return info.param == DatabaseKind::sqlite ? "SQLite" : "MariaDB";
}

} // namespace rondetafel::support
