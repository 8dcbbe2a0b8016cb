// SPDX-License-Identifier: EUPL-1.2
#include "support/test_database.hpp"

#include <rondetafel/storage/migrations.hpp>

namespace rondetafel::storage
{

namespace
{

using support::DatabaseKind;

/// Both databases side by side: what one has, the other must have under the same name.
class SchemaTwins : public support::OnEachDatabase
{
protected:
    SchemaTwins() : sqlite_place_(DatabaseKind::sqlite), sqlite_(sqlite_place_.address())
    {
        migrate(sqlite_, support::migrations_folder());
    }

    void expect_same(const std::string& sqlite_query, const std::string& mysql_query)
    {
        const auto ours = texts(sqlite_, sqlite_query);
        EXPECT_GT(ours.size(), 10U);
        EXPECT_EQ(ours, texts(database(), mysql_query));
    }

    support::TestDatabase sqlite_place_;
    Database sqlite_;
};

TEST_P(SchemaTwins, HaveTheSameColumnsWithTheSameNullability)
{
    expect_same(R"sql(
        SELECT t.name || '.' || c.name || CASE WHEN c."notnull" <> 0 OR c.pk <> 0 THEN ' not null' ELSE '' END
        FROM sqlite_master t JOIN pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%')sql",
                R"sql(
        SELECT CONCAT(table_name, '.', column_name, IF(is_nullable = 'NO', ' not null', ''))
        FROM information_schema.columns WHERE table_schema = DATABASE())sql");
}

TEST_P(SchemaTwins, HaveTheSameIndexes)
{
    // An index that MariaDB makes by itself for a foreign key carries that key's name.
    expect_same(R"sql(
        SELECT t.name || '.' || i.name || CASE i."unique" WHEN 1 THEN ' unique' ELSE '' END || ' (' ||
               (SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) || ')'
        FROM sqlite_master t JOIN pragma_index_list(t.name) i
        WHERE t.type = 'table' AND i.origin = 'c')sql",
                R"sql(
        SELECT CONCAT(table_name, '.', index_name, IF(MIN(non_unique) = 0, ' unique', ''), ' (',
                      GROUP_CONCAT(column_name ORDER BY seq_in_index SEPARATOR ','), ')')
        FROM information_schema.statistics
        WHERE table_schema = DATABASE() AND index_name <> 'PRIMARY' AND LEFT(index_name, 3) <> 'fk_'
        GROUP BY table_name, index_name)sql");
}

TEST_P(SchemaTwins, HaveTheSameForeignKeys)
{
    expect_same(R"sql(
        SELECT t.name || '.' || k."from" || ' -> ' || k."table" || '.' || k."to"
        FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) k WHERE t.type = 'table')sql",
                R"sql(
        SELECT CONCAT(table_name, '.', column_name, ' -> ', referenced_table_name, '.', referenced_column_name)
        FROM information_schema.key_column_usage
        WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL)sql");
}

TEST_P(SchemaTwins, KeepUnicodeAsItIsInEveryTable)
{
    EXPECT_EQ(texts(database(), "SELECT DISTINCT character_set_name FROM information_schema.columns "
                                "WHERE table_schema = DATABASE() AND character_set_name IS NOT NULL "
                                "AND table_name <> 'schema_migrations' AND character_set_name <> 'ascii'"),
              std::vector<std::string>{"utf8mb4"});
}

INSTANTIATE_TEST_SUITE_P(Each, SchemaTwins, testing::Values(DatabaseKind::mysql), support::database_name);

} // namespace

} // namespace rondetafel::storage
