// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/covenants.hpp>

namespace rondetafel::storage
{

namespace
{

const std::string decision_query = R"sql(
    SELECT id, covenant_id, body, party_id, decided_on, number, outcome, note, entered_by, entered_at
    FROM decision_records )sql";

void bind_decision(soci::statement& statement, DecisionRecord& row)
{
    columns(statement, row.id, row.covenant, row.body, row.party, row.decided_on, row.number, row.outcome,
            row.note, row.entered_by, row.entered_at);
}

} // namespace

std::vector<DecisionRecord> Covenants::decisions_of(CovenantId covenant) const
{
    return select<DecisionRecord>(
        sql_, decision_query + "WHERE covenant_id = :id ORDER BY decided_on DESC, id DESC", bind_decision,
        soci::use(covenant, "id"));
}

std::optional<DecisionRecord> Covenants::find_decision(DecisionRecordId id) const
{
    return select_one<DecisionRecord>(sql_, decision_query + "WHERE id = :id", bind_decision,
                                      soci::use(id, "id"));
}

DecisionRecordId Covenants::add_decision(const DecisionRecord& record)
{
    return DecisionRecordId{insert(sql_, "decision_records", R"sql(
        INSERT INTO decision_records (covenant_id, body, party_id, decided_on, number, outcome, note, entered_by,
                                      entered_at)
        VALUES (:covenant, :body, :party, :decided_on, :number, :outcome, :note, :entered_by, :entered_at))sql",
                                   soci::use(record.covenant, "covenant"), soci::use(record.body, "body"),
                                   soci::use(record.party, "party"),
                                   soci::use(record.decided_on, "decided_on"),
                                   soci::use(record.number, "number"), soci::use(record.outcome, "outcome"),
                                   soci::use(record.note, "note"), soci::use(record.entered_by, "entered_by"),
                                   soci::use(record.entered_at, "entered_at"))};
}

void Covenants::remove_decision(DecisionRecordId id)
{
    change(sql_, "DELETE FROM decision_records WHERE id = :id", soci::use(id, "id"));
}

} // namespace rondetafel::storage
