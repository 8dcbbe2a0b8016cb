// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/id.hpp>
#include <rondetafel/base/time.hpp>
#include <rondetafel/base/words.hpp>

#include <optional>
#include <string>

namespace rondetafel
{

/// Who decides about a covenant.
enum class DecidingBody
{
    college, ///< mayor and aldermen
    council,
    board ///< the board of a party
};

template <>
struct Words<DecidingBody>
{
    static constexpr std::pair<DecidingBody, std::string_view> all[] = {{DecidingBody::college, "college"},
                                                                        {DecidingBody::council, "council"},
                                                                        {DecidingBody::board, "board"}};
};

/// What a body decided.
enum class Verdict
{
    agreed,
    agreed_with_remarks,
    postponed,
    rejected
};

template <>
struct Words<Verdict>
{
    static constexpr std::pair<Verdict, std::string_view> all[] = {
        {Verdict::agreed, "agreed"},
        {Verdict::agreed_with_remarks, "agreed_with_remarks"},
        {Verdict::postponed, "postponed"},
        {Verdict::rejected, "rejected"}};
};

/// A decision of a body about a covenant, as it stands in that body's own papers.
struct DecisionRecord
{
    DecisionRecordId id;
    CovenantId covenant;
    DecidingBody body = DecidingBody::college;
    std::optional<CovenantPartyId> party; ///< whose board; only for `board`
    Day decided_on;
    std::string number; ///< of the case or the minutes
    Verdict outcome = Verdict::agreed;
    std::string note;
    std::string entered_by;
    Instant entered_at;

    /// Whether an adopted version may rest on it.
    bool carries() const { return outcome == Verdict::agreed || outcome == Verdict::agreed_with_remarks; }
};

} // namespace rondetafel
