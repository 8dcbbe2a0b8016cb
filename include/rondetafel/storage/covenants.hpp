// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/covenants.hpp>
#include <rondetafel/domain/decision_records.hpp>
#include <rondetafel/domain/rounds.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::storage
{

class Sql;

/// A finding of the covenant check that somebody set aside. It holds for the text of the article as it was
/// then: when the words change, the finding is back.
struct Dismissal
{
    long long id = 0;
    CovenantId covenant;
    std::string rule;
    ArticleId article; ///< none: the whole text
    std::string subject;
    std::string
        text_sha256;    ///< branch_sha256 of the article, or of the canonical text when it is about the whole
    std::string reason; ///< never empty
    std::string author;
    Instant dismissed_at;
};

/// Covenants with their parties, the decisions about them and the findings that were set aside. The text as
/// it stands is in Drafts, what parties have seen in Versions.
class Covenants
{
public:
    explicit Covenants(Sql& sql) : sql_(sql) {}

    std::vector<Covenant> of(ProgrammeId programme) const;
    std::optional<Covenant> find(CovenantId id) const;
    CovenantId add(const Covenant& covenant);
    void save(Covenant& covenant);
    /// Makes everybody who numbers a version or orders the articles of this covenant wait for the end of this
    /// transaction.
    void take_turn(CovenantId id);

    /// In the order of the text; those that left only when asked.
    std::vector<CovenantParty> parties_of(CovenantId covenant, bool with_left = false) const;
    std::optional<CovenantParty> find_party(CovenantPartyId id) const;
    /// As the last party.
    CovenantPartyId add_party(const CovenantParty& party);
    void save_party(CovenantParty& party);

    /// Newest first.
    std::vector<DecisionRecord> decisions_of(CovenantId covenant) const;
    std::optional<DecisionRecord> find_decision(DecisionRecordId id) const;
    DecisionRecordId add_decision(const DecisionRecord& record);
    void remove_decision(DecisionRecordId id);

    std::vector<Dismissal> dismissals_of(CovenantId covenant) const;
    /// Duplicate when the same finding on the same words was set aside already.
    void add_dismissal(const Dismissal& dismissal);
    /// Takes a dismissal back; false when it is not there.
    bool remove_dismissal(CovenantId covenant, long long id);

private:
    Sql& sql_;
};

} // namespace rondetafel::storage
