// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/covenants.hpp>
#include <rondetafel/domain/covenant_check.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::actions
{

/// A finding, and whether somebody set it aside for the words as they are now.
struct CheckedFinding
{
    Finding finding;
    std::string text_sha256; ///< of the words it is about
    std::optional<storage::Dismissal> dismissal;

    bool open() const { return !dismissal; }
};
struct CheckView
{
    CovenantView covenant;
    std::vector<CheckedFinding> findings; ///< of the text as it stands
    int open = 0;
};
Result<CheckView> show_check(Context& context, const CovenantId& id);

/// Invalid "reason"; not found "finding" when the text has no such finding any more.
struct DismissFinding
{
    CovenantId covenant;
    std::string rule;
    ArticleId article;
    std::string subject;
    std::string reason;
};
Result<Done> dismiss_finding(Context& context, const DismissFinding& wish);
struct ReopenFinding
{
    CovenantId covenant;
    long long dismissal = 0;
};
Result<Done> reopen_finding(Context& context, const ReopenFinding& wish);

/// For other actions.
std::vector<CheckedFinding> checked_findings(Context& context, CovenantId covenant, const CovenantText& text);

} // namespace rondetafel::actions
