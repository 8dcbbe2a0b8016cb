// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/base/secrets.hpp>
#include <rondetafel/storage/versions.hpp>

namespace rondetafel::storage
{

namespace
{

const std::string version_query = R"sql(
    SELECT id, covenant_id, major, minor, canonical, sha256, change_note, author, issued_at, decision_record_id
    FROM covenant_versions )sql";

void bind_version(soci::statement& statement, Version& row)
{
    columns(statement, row.id, row.covenant, row.major, row.minor, row.canonical, row.sha256, row.change_note,
            row.author, row.issued_at, row.decision_record);
}

template <class... Uses>
std::vector<Version> read(Sql& sql, const std::string& narrowed, const Uses&... uses)
{
    auto versions = select<Version>(sql, version_query + narrowed, bind_version, uses...);
    for (const auto& version : versions)
        if (sha256_hex(version.canonical) != version.sha256)
            throw AlteredVersion("version " + std::to_string(version.id.value) +
                                 " is not the text that was issued: its SHA-256 differs");
    return versions;
}

std::optional<Version> first(std::vector<Version> versions)
{
    return versions.empty() ? std::nullopt : std::optional(std::move(versions.front()));
}

} // namespace

std::vector<Version> Versions::of(CovenantId covenant) const
{
    return read(sql_, "WHERE covenant_id = :id ORDER BY major, minor", soci::use(covenant, "id"));
}

std::optional<Version> Versions::find(VersionId id) const
{
    return first(read(sql_, "WHERE id = :id", soci::use(id, "id")));
}

std::optional<Version> Versions::latest(CovenantId covenant) const
{
    return first(read(sql_, "WHERE covenant_id = :id ORDER BY major DESC, minor DESC LIMIT 1",
                      soci::use(covenant, "id")));
}

VersionId Versions::add(const Version& version, std::optional<AccountId> account)
{
    const auto sha256 = sha256_hex(version.canonical);
    return VersionId{insert(sql_, "covenant_versions", R"sql(
        INSERT INTO covenant_versions (covenant_id, major, minor, canonical, sha256, change_note, account_id, author,
                                       issued_at, decision_record_id)
        VALUES (:covenant, :major, :minor, :canonical, :sha256, :note, :account, :author, :issued_at, :decision))sql",
                            soci::use(version.covenant, "covenant"), soci::use(version.major, "major"),
                            soci::use(version.minor, "minor"), soci::use(version.canonical, "canonical"),
                            soci::use(sha256, "sha256"), soci::use(version.change_note, "note"),
                            soci::use(account, "account"), soci::use(version.author, "author"),
                            soci::use(version.issued_at, "issued_at"),
                            soci::use(version.decision_record, "decision"))};
}

} // namespace rondetafel::storage
