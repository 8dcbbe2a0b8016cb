// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/covenants.hpp>

#include <string>
#include <vector>

namespace rondetafel
{

/// One thing the covenant check asks attention for. `rule` is a catalogue word: "check.found.<rule>" says what was found,
/// "check.remedy.<rule>" what would satisfy it. It advises and never blocks.
struct Finding
{
    std::string rule;    ///< "obligation.no_term", "term.missing", "definition.unused", …
    ArticleId article;   ///< the first-level article it is about; none: the whole text
    std::string subject; ///< the words or party it is about; with rule and article it identifies the finding
    Arguments arguments;
};

/// Checks a text against the official guidance on covenants (Aanwijzingen voor convenanten 2003, BWBR0014609, 5 to 25) and
/// against itself: obligations (who, what, by when), term, evaluation, accession, change, termination, enforceability,
/// monitoring, publication, authority of each party, defined terms, dangling references, obligations of who is no party,
/// and the length of sentences and words per article (B1).
std::vector<Finding> check_covenant(const CovenantText& text);

} // namespace rondetafel
