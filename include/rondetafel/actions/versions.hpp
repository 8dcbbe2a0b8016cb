// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/covenants.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::actions
{

/// Freezes the text as it stands and gives it the next number: 0.1, 0.2, …
/// Invalid "change_note"; conflict "covenant.empty", "covenant.adopted" or "version.nothing_new".
struct IssueVersion
{
    CovenantId covenant;
    std::string change_note;
    std::string seen; ///< SHA-256 of the text the coordinator looked at; conflict
                      ///< "covenant.changed_meanwhile" if not this one
};
Result<VersionId> issue_version(Context& context, const IssueVersion& wish);

struct VersionWish
{
    CovenantId covenant;
    VersionId version;
};
/// One version as it was issued.
struct VersionView
{
    CovenantView covenant;
    Version version;
    CovenantText text;
    std::optional<DecisionRecord> decision;
};
Result<VersionView> show_version(Context& context, const VersionWish& wish);

/// Two texts of one covenant; no version means the text as it stands now.
struct TwoTextsWish
{
    CovenantId covenant;
    std::optional<VersionId> before;
    std::optional<VersionId> after;
};
struct TwoTexts
{
    CovenantView covenant;
    std::optional<Version> before_version;
    std::optional<Version> after_version;
    CovenantText before;
    CovenantText after;
};
Result<TwoTexts> two_texts(Context& context, const TwoTextsWish& wish);

/// What stands between the text and its adoption, as the page shows it.
struct AdoptionView
{
    CovenantView covenant;
    std::vector<DecisionRecord> decisions; ///< those that can carry an adopted version
    int open_findings = 0;
    int open_remarks = 0; ///< of rounds, without a decision
    std::string text_sha256;
};
Result<AdoptionView> show_adoption(Context& context, const CovenantId& id);

/// Makes 1.0 of the text as it stands: the version that can be signed. Invalid "decision", "change_note" or
/// "confirmed" (when findings are open); conflict "covenant.remarks_open", "covenant.changed_meanwhile",
/// "covenant.empty", "covenant.consulting" or "covenant.adopted".
struct AdoptCovenant
{
    CovenantId covenant;
    std::optional<DecisionRecordId> decision;
    std::string change_note;
    bool confirmed = false; ///< the open findings were seen
    std::string seen;       ///< SHA-256 of the text that was shown
};
Result<VersionId> adopt_covenant(Context& context, const AdoptCovenant& wish);

} // namespace rondetafel::actions
