// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/database.hpp>
#include <rondetafel/storage/parties.hpp>

namespace rondetafel::storage
{

namespace
{

const std::string organisation_query = "SELECT id, name, place, website, note, archived, revision FROM organisations o ";

void bind_organisation(soci::statement& statement, Organisation& row)
{
    columns(statement, row.id, row.name, row.place, row.website, row.note, row.archived, row.revision);
}

// A person who types "100%" looks for just that.
std::string without_wildcards(const std::string& text)
{
    std::string escaped;
    for (const char letter : text)
    {
        if (letter == '%' || letter == '_' || letter == '!')
            escaped += '!';
        escaped += letter;
    }
    return escaped;
}

// One text for every filter, so that its statement stays prepared; an empty value asks for nothing.
const std::string filtered = R"sql(
    WHERE archived = :archived AND (:search = '' OR search_name LIKE :pattern ESCAPE '!')
      AND (:kind = '' OR EXISTS (SELECT 1 FROM organisation_kinds k WHERE k.organisation_id = o.id AND k.kind = :of_kind))
      AND (:line = 0 OR EXISTS (SELECT 1 FROM organisation_lines l
                                WHERE l.organisation_id = o.id AND l.line_number = :of_line))
      AND (:tag = '' OR EXISTS (SELECT 1 FROM organisation_tags t WHERE t.organisation_id = o.id AND t.tag = :of_tag)))sql";

/// Whether an organisation has one of these kinds; the words of an enumeration need no binding.
std::string has_one_of(const KindGroup& kinds)
{
    std::string words;
    for (const auto kind : kinds)
        words += (words.empty() ? "'" : ", '") + std::string(word(kind)) + '\'';
    return "EXISTS (SELECT 1 FROM organisation_kinds g WHERE g.organisation_id = o.id AND g.kind IN (" + words + "))";
}

std::string where(const PartyFilter& filter)
{
    auto text = filtered;
    if (!filter.one_of.empty())
        text += " AND " + has_one_of(filter.one_of);
    if (!filter.none_of.empty())
        text += " AND NOT " + has_one_of(filter.none_of);
    return text;
}

template <class Row>
std::vector<Row> select_filtered(Sql& sql, const std::string& query, void (*bind)(soci::statement&, Row&),
                                 const PartyFilter& filter)
{
    const auto search = search_form(filter.search);
    const auto pattern = '%' + without_wildcards(search) + '%';
    const auto kind = filter.kind ? std::string(word(*filter.kind)) : "";
    const auto line = filter.line.value_or(0);
    return select<Row>(sql, query, bind, soci::use(filter.archived, "archived"), soci::use(search, "search"),
                       soci::use(pattern, "pattern"), soci::use(kind, "kind"), soci::use(kind, "of_kind"),
                       soci::use(line, "line"), soci::use(line, "of_line"), soci::use(filter.tag, "tag"),
                       soci::use(filter.tag, "of_tag"));
}

void bind_number(soci::statement& statement, long long& row) { columns(statement, row); }

} // namespace

std::vector<PartyRow> Parties::list(const PartyFilter& filter) const
{
    const auto query = organisation_query + where(filter) + " ORDER BY search_name, id LIMIT " +
                       std::to_string(filter.limit) + " OFFSET " + std::to_string(filter.offset);
    std::vector<PartyRow> rows;
    for (auto& organisation : select_filtered(sql_, query, bind_organisation, filter))
    {
        read_parts(organisation);
        auto contacts = contacts_of(organisation.id);
        rows.push_back({std::move(organisation), std::move(contacts)});
    }
    return rows;
}

long long Parties::count(const PartyFilter& filter) const
{
    return select_filtered(sql_, "SELECT COUNT(*) FROM organisations o " + where(filter), bind_number, filter).front();
}

std::vector<GroupCount> Parties::count_by(const std::vector<KindGroup>& groups, const PartyFilter& filter) const
{
    std::string bits = "0";
    for (std::size_t at = 0; at < groups.size(); ++at)
        bits += " + " + std::to_string(1 << at) + " * " + has_one_of(groups[at]);
    const auto query = "SELECT " + bits + " AS bits, COUNT(*) FROM organisations o " + where(filter) + " GROUP BY bits";
    const auto bind = [](soci::statement& statement, GroupCount& row) { columns(statement, row.groups, row.organisations); };
    return select_filtered<GroupCount>(sql_, query, bind, filter);
}

long long Parties::count_contacts() const
{
    return *select_one<long long>(sql_, "SELECT COUNT(*) FROM contacts WHERE archived = 0", bind_number);
}

std::optional<Organisation> Parties::find(OrganisationId id) const
{
    auto found = select_one<Organisation>(sql_, organisation_query + "WHERE id = :id", bind_organisation,
                                          soci::use(id, "id"));
    if (found)
        read_parts(*found);
    return found;
}

void Parties::read_parts(Organisation& organisation) const
{
    const auto& id = organisation.id;
    organisation.kinds = select<PartyKind>(
        sql_, "SELECT kind FROM organisation_kinds WHERE organisation_id = :id ORDER BY kind",
        [](soci::statement& statement, PartyKind& row) { columns(statement, row); }, soci::use(id, "id"));
    organisation.lines = select<int>(
        sql_, "SELECT line_number FROM organisation_lines WHERE organisation_id = :id ORDER BY line_number",
        [](soci::statement& statement, int& row) { columns(statement, row); }, soci::use(id, "id"));
    organisation.tags = select<std::string>(
        sql_, "SELECT tag FROM organisation_tags WHERE organisation_id = :id ORDER BY tag",
        [](soci::statement& statement, std::string& row) { columns(statement, row); }, soci::use(id, "id"));
}

void Parties::write_parts(const Organisation& organisation)
{
    const auto& id = organisation.id;
    for (const char* table : {"organisation_kinds", "organisation_lines", "organisation_tags"})
        change(sql_, std::string("DELETE FROM ") + table + " WHERE organisation_id = :id", soci::use(id, "id"));
    for (const auto kind : organisation.kinds)
        change(sql_, "INSERT INTO organisation_kinds (organisation_id, kind) VALUES (:id, :kind)", soci::use(id, "id"),
               soci::use(kind, "kind"));
    for (const auto line : organisation.lines)
        change(sql_, "INSERT INTO organisation_lines (organisation_id, line_number) VALUES (:id, :line)",
               soci::use(id, "id"), soci::use(line, "line"));
    for (const auto& tag : organisation.tags)
        change(sql_, "INSERT INTO organisation_tags (organisation_id, tag) VALUES (:id, :tag)", soci::use(id, "id"),
               soci::use(tag, "tag"));
}

OrganisationId Parties::add(const Organisation& organisation)
{
    auto stored = organisation;
    const auto search = search_form(organisation.name + " " + organisation.place);
    stored.id.value = insert(sql_, "organisations", R"sql(
        INSERT INTO organisations (name, search_name, place, website, note, archived, revision)
        VALUES (:name, :search, :place, :website, :note, :archived, 1))sql",
                             soci::use(organisation.name, "name"), soci::use(search, "search"),
                             soci::use(organisation.place, "place"), soci::use(organisation.website, "website"),
                             soci::use(organisation.note, "note"), soci::use(organisation.archived, "archived"));
    write_parts(stored);
    return stored.id;
}

void Parties::save(Organisation& organisation)
{
    const auto search = search_form(organisation.name + " " + organisation.place);
    const auto touched = change(
        sql_, R"sql(
        UPDATE organisations
        SET name = :name, search_name = :search, place = :place, website = :website, note = :note,
            archived = :archived, revision = revision + 1
        WHERE id = :id AND revision = :revision)sql",
        soci::use(organisation.name, "name"), soci::use(search, "search"), soci::use(organisation.place, "place"),
        soci::use(organisation.website, "website"), soci::use(organisation.note, "note"),
        soci::use(organisation.archived, "archived"), soci::use(organisation.id, "id"),
        soci::use(organisation.revision, "revision"));
    if (touched != 1)
        throw Outdated("organisation");
    ++organisation.revision;
    write_parts(organisation);
}

std::vector<std::string> Parties::tags() const
{
    return select<std::string>(sql_, "SELECT DISTINCT tag FROM organisation_tags ORDER BY tag",
                               [](soci::statement& statement, std::string& row) { columns(statement, row); });
}

} // namespace rondetafel::storage
