// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/covenants.hpp>
#include <rondetafel/storage/database.hpp>

namespace rondetafel::storage
{

namespace
{

const std::string party_query = R"sql(
    SELECT id, covenant_id, organisation_id, legal_name, short_name, registration, represented_by, capacity, authority,
           speaker_id, left_party, revision
    FROM covenant_parties )sql";

void bind_party(soci::statement& statement, CovenantParty& row)
{
    auto& text = row.text;
    columns(statement, row.id, row.covenant, row.organisation, text.legal_name, text.short_name,
            text.registration, text.represented_by, text.capacity, text.authority, row.speaker, row.left,
            row.revision);
}

} // namespace

std::vector<CovenantParty> Covenants::parties_of(CovenantId covenant, bool with_left) const
{
    const int most = with_left ? 1 : 0;
    return select<CovenantParty>(
        sql_, party_query + "WHERE covenant_id = :id AND left_party <= :most ORDER BY position, id",
        bind_party, soci::use(covenant, "id"), soci::use(most, "most"));
}

std::optional<CovenantParty> Covenants::find_party(CovenantPartyId id) const
{
    return select_one<CovenantParty>(sql_, party_query + "WHERE id = :id", bind_party, soci::use(id, "id"));
}

CovenantPartyId Covenants::add_party(const CovenantParty& party)
{
    const auto& text = party.text;
    const auto last = *select_one<long long>(
        sql_, "SELECT COALESCE(MAX(position), 0) FROM covenant_parties WHERE covenant_id = :id",
        [](soci::statement& statement, long long& row) { columns(statement, row); },
        soci::use(party.covenant, "id"));
    const auto position = last + 1;
    return CovenantPartyId{
        insert(sql_, "covenant_parties", R"sql(
        INSERT INTO covenant_parties (covenant_id, position, organisation_id, legal_name, short_name, registration,
                                      represented_by, capacity, authority, speaker_id, left_party, revision)
        VALUES (:covenant, :position, :organisation, :legal_name, :short_name, :registration, :represented_by,
                :capacity, :authority, :speaker, :left_party, 1))sql",
               soci::use(party.covenant, "covenant"), soci::use(position, "position"),
               soci::use(party.organisation, "organisation"), soci::use(text.legal_name, "legal_name"),
               soci::use(text.short_name, "short_name"), soci::use(text.registration, "registration"),
               soci::use(text.represented_by, "represented_by"), soci::use(text.capacity, "capacity"),
               soci::use(text.authority, "authority"), soci::use(party.speaker, "speaker"),
               soci::use(party.left, "left_party"))};
}

void Covenants::save_party(CovenantParty& party)
{
    const auto& text = party.text;
    const auto touched =
        change(sql_, R"sql(
        UPDATE covenant_parties
        SET organisation_id = :organisation, legal_name = :legal_name, short_name = :short_name,
            registration = :registration, represented_by = :represented_by, capacity = :capacity,
            authority = :authority, speaker_id = :speaker, left_party = :left_party, revision = revision + 1
        WHERE id = :id AND revision = :revision)sql",
               soci::use(party.organisation, "organisation"), soci::use(text.legal_name, "legal_name"),
               soci::use(text.short_name, "short_name"), soci::use(text.registration, "registration"),
               soci::use(text.represented_by, "represented_by"), soci::use(text.capacity, "capacity"),
               soci::use(text.authority, "authority"), soci::use(party.speaker, "speaker"),
               soci::use(party.left, "left_party"), soci::use(party.id, "id"),
               soci::use(party.revision, "revision"));
    if (touched != 1)
        throw Outdated("covenant party");
    ++party.revision;
}

} // namespace rondetafel::storage
