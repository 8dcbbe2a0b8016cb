// SPDX-License-Identifier: EUPL-1.2
#include "support/test_database.hpp"

#include <rondetafel/base/secrets.hpp>
#include <rondetafel/storage/migrations.hpp>

#include <fstream>

namespace rondetafel::storage
{

namespace
{

using support::TestDatabase;

class Schema : public support::OnEachDatabase
{
protected:
    void SetUp() override
    {
        OnEachDatabase::SetUp();
        std::filesystem::create_directories(folder_);
        std::filesystem::copy(support::migrations_folder(), folder_, std::filesystem::copy_options::recursive);
    }

    void TearDown() override { std::filesystem::remove_all(folder_); }

    void write(const std::string& name, const std::string& text)
    {
        for (const char* ending : {".sqlite.sql", ".mysql.sql"})
            std::ofstream(folder_ / (name + ending), std::ios::app) << text;
    }

    std::filesystem::path folder_ = std::filesystem::temp_directory_path() /
                                    ("rondetafel-migrations-" + hex(SystemRandomness{}.bytes(8)));
};

TEST_P(Schema, IsMigratedOnce)
{
    EXPECT_TRUE(migrate(database(), folder_).empty());
    EXPECT_EQ(schema_state(database(), folder_), SchemaState::current);
}

TEST_P(Schema, IsBehindWhenAFileIsNew)
{
    write("9999_more", "CREATE TABLE IF NOT EXISTS more_things (id INTEGER NOT NULL PRIMARY KEY);\n");
    EXPECT_EQ(schema_state(database(), folder_), SchemaState::behind);
    EXPECT_EQ(migrate(database(), folder_), std::vector<std::string>{"9999_more"});
    EXPECT_EQ(schema_state(database(), folder_), SchemaState::current);
    EXPECT_EQ(schema_state(database(), support::migrations_folder()), SchemaState::unknown);
}

TEST_P(Schema, IsBehindWhenNothingWasApplied)
{
    const TestDatabase empty(GetParam());
    Database session(empty.address());
    EXPECT_EQ(schema_state(session, folder_), SchemaState::behind);
}

TEST_P(Schema, IsAlteredWhenAnAppliedFileChanged)
{
    write("0001_accounts", "-- afterthought\n");
    EXPECT_EQ(schema_state(database(), folder_), SchemaState::altered);
}

TEST_P(Schema, NamesTheMigrationThatFails)
{
    write("9999_broken", "CREATE TABL mistake (id INTEGER);\n");
    try
    {
        migrate(database(), folder_);
        FAIL() << "a broken statement went through";
    }
    catch (const std::runtime_error& error)
    {
        EXPECT_NE(std::string(error.what()).find("9999_broken"), std::string::npos) << error.what();
    }
    EXPECT_EQ(schema_state(database(), folder_), SchemaState::behind);
}

INSTANTIATE_TEST_SUITE_P(Each, Schema, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::storage
