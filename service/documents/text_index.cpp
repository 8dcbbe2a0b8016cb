// SPDX-License-Identifier: EUPL-1.2
#include "text_index.hpp"

namespace rondetafel::documents
{

TextIndex::TextIndex(const CovenantText& text) : text_(text)
{
    for (const auto& article : text.articles)
        places_.emplace(article.id, place_of(article));
}

TextIndex::Place TextIndex::place_of(const Article& article) const
{
    if (!article.parent)
        return {0, article.kind == ArticleKind::annex};
    const auto parent = places_.find(*article.parent);
    return parent == places_.end() ? Place{} : Place{parent->second.level + 1, parent->second.in_annex};
}

const std::string* TextIndex::citation(const ArticleId& id) const
{
    if (!citations_)
        citations_ = citations(text_);
    const auto found = citations_->find(id);
    return found == citations_->end() ? nullptr : &found->second;
}

} // namespace rondetafel::documents
