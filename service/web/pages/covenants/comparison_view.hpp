// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/comparison.hpp>
#include <rondetafel/web/context.hpp>

#include <string>
#include <vector>

namespace rondetafel::web::pages
{

/// How differences are shown. The list of what was and what it becomes is the one that every reader can use.
enum class ComparisonView
{
    list,    ///< was and becomes, piece by piece
    in_line, ///< in the text, with ins and del
    sides    ///< old beside new; in the text on a narrow screen
};

/// A first-level article with everything that happened inside it.
struct ArticleGroup
{
    ArticleId id;
    std::vector<const ArticleChange*>
        pieces; ///< the article itself first, when it changed place or words or stayed
    const ArticleChange* own = nullptr; ///< of the first-level article; never null

    bool changed() const; ///< in its own words or inside
    bool stays() const { return own->fate == Fate::equal && !own->moved && !changed(); }
};
/// In the order of the comparison. Points into `comparison`.
std::vector<ArticleGroup> groups_of(const Comparison& comparison, const CovenantText& before,
                                    const CovenantText& after);

/// Sets what the templates of `covenants/_differences` ask: sums, contents, articles, folds, title and
/// parties. Shared by every page that shows a comparison. `open_folds`: show the text that stayed too.
void add_differences(const Context& context, templates::View& view, const CovenantText& before,
                     const CovenantText& after, ComparisonView shown, bool open_folds);

} // namespace rondetafel::web::pages
