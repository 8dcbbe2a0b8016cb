// SPDX-License-Identifier: EUPL-1.2
#include "support/test_database.hpp"

#include "storage/session.hpp"

#include <rondetafel/base/secrets.hpp>
#include <rondetafel/storage/migrations.hpp>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace rondetafel::support
{

namespace
{

storage::Address mysql_address(const std::string& name)
{
    const char* prefix = std::getenv("RONDETAFEL_TEST_MYSQL");
    if (prefix == nullptr || *prefix == '\0')
        throw std::runtime_error("RONDETAFEL_TEST_MYSQL is not set: start a server with script/mariadb and set it to "
                                 "the address it prints (mysql://user:password@127.0.0.1:port)");
    return storage::address_from_url(std::string(prefix) + '/' + name).value();
}

void tell_server(const std::string& statement)
{
    storage::Database server(mysql_address("information_schema"));
    server.session().sql << statement;
}

} // namespace

std::filesystem::path migrations_folder() { return std::filesystem::path{RONDETAFEL_SOURCE} / "db/migrations"; }

TestDatabase::TestDatabase(DatabaseKind kind)
{
    const auto name = "rondetafel_test_" + hex(SystemRandomness{}.bytes(8));
    if (kind == DatabaseKind::mysql)
    {
        address_ = mysql_address(name);
        tell_server("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        return;
    }
    folder_ = std::filesystem::temp_directory_path() / name;
    std::filesystem::create_directories(folder_);
    address_.path = (folder_ / "test.db").string();
}

TestDatabase::~TestDatabase()
{
    try
    {
        if (address_.kind == DatabaseKind::mysql)
            tell_server("DROP DATABASE " + address_.name);
        else
            std::filesystem::remove_all(folder_);
    }
    catch (const std::exception& error)
    {
        ADD_FAILURE() << "the test's database is left behind: " << error.what();
    }
}

storage::Address TestDatabase::address_of_another_process() const
{
    auto other = address_;
    other.writer = storage::make_writer();
    return other;
}

void OnEachDatabase::SetUp()
{
    try
    {
        place_ = std::make_unique<TestDatabase>(GetParam());
        database_ = std::make_unique<storage::Database>(place_->address());
        storage::migrate(*database_, migrations_folder());
    }
    catch (const std::exception& error)
    {
        FAIL() << error.what();
    }
}

std::vector<std::string> OnEachDatabase::texts(storage::Database& database, const std::string& query)
{
    std::vector<std::string> found;
    const soci::rowset<std::string> rows = (database.session().sql.prepare << query);
    for (const auto& row : rows)
        found.push_back(row);
    std::sort(found.begin(), found.end());
    return found;
}

void OnEachDatabase::run(storage::Database& database, const std::string& statement)
{
    database.session().sql << statement;
}

} // namespace rondetafel::support
