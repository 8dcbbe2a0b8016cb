// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/covenants.hpp>

#include <vector>

namespace rondetafel::actions
{

struct DecisionRecordsView
{
    CovenantView covenant;
    std::vector<DecisionRecord> records; ///< newest first
};
Result<DecisionRecordsView> list_decision_records(Context& context, const CovenantId& id);

/// Writes down what a body decided. Invalid "decided_on", "number", "note" or "party"; a day to come is
/// refused.
Result<DecisionRecordId> add_decision_record(Context& context, const DecisionRecord& record);

/// Takes a record away that was entered by mistake; conflict "decision_record.used" when a version rests on
/// it.
struct RemoveDecisionRecord
{
    CovenantId covenant;
    DecisionRecordId record;
};
Result<Done> remove_decision_record(Context& context, const RemoveDecisionRecord& wish);

} // namespace rondetafel::actions
