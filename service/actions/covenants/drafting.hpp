// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/covenants.hpp>

#include <vector>

namespace rondetafel::actions
{

/// An article of a covenant whose text may be changed, as it stands.
struct OpenArticle
{
    CovenantView covenant;
    storage::DraftArticle draft;
};
Result<OpenArticle> open_article(Context& context, CovenantId covenant, const ArticleId& article);

/// Writes down what became of an article, by this context's actor.
void write_save(Context& context, CovenantId covenant, storage::SaveVerb verb,
                const std::vector<Article>& pieces);

/// Puts a branch into the text, after the first-level article `after`, or at the end of its kind when that is
/// none or of another kind.
void put_branch(Context& context, CovenantId covenant, const std::vector<Article>& pieces,
                const ArticleId& after);

/// Considerations come first, then articles and definitions, then annexes: first-level articles move within
/// one of these.
int rank(ArticleKind kind);

} // namespace rondetafel::actions
