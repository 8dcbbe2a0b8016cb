// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "placing.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace rondetafel
{

using Amendments = std::vector<const Amendment*>;

/// What an article is going to say, and who asked for it.
struct Wording
{
    std::string heading;
    std::string text;
    Amendments from;
};

/// What the accepted amendments come to, before anything is written.
struct Decided
{
    std::map<ArticleId, Wording> wordings;
    std::map<ArticleId, Amendments> removed;
    std::set<ArticleId> inserted; ///< of the wordings: those of new articles
    std::vector<Placement> placements;
    std::map<ArticleId, Amendments> placed_by;
    Amendments settled; ///< done with by a settlement, though nothing of them is written
    std::vector<Overlap> overlaps;
    std::vector<RemarkId> stale;
};

/// Every accepted amendment is found back in exactly one member of Decided, except that a new or moved
/// article that is also reworded has two.
Decided decide(const CovenantText& base, const std::vector<Amendment>& accepted,
               const std::vector<Settlement>& settlements);

} // namespace rondetafel
