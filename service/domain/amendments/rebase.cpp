// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/amendments.hpp>

#include "merge_words.hpp"

namespace rondetafel
{

namespace
{

bool has_first_level(const CovenantText& text, const ArticleId& id)
{
    const auto* article = find_article(text, id);
    return article != nullptr && !article->parent;
}

bool is_place(const CovenantText& text, const ArticleId& id)
{
    return !id || has_first_level(text, id);
}

// Puts the amendment's words and those of the new text together, when they changed other words.
Rebased rebase_words(const Amendment& amendment, const CovenantText& old_base, const CovenantText& new_base)
{
    const auto& old_article = *find_article(old_base, amendment.article);
    const auto& new_article = *find_article(new_base, amendment.article);
    const auto new_text = source_text(new_base, amendment.article);
    const auto heading = merge_words(old_article.heading, {new_article.heading, amendment.heading});
    const auto text = merge_words(source_text(old_base, amendment.article), {new_text, amendment.text});
    if (!heading || !text || (*heading == new_article.heading && *text == new_text))
        return {amendment, true};
    Rebased carried{amendment, false};
    carried.amendment.heading = *heading;
    carried.amendment.text = *text;
    carried.amendment.base_sha256 = branch_sha256(new_base, amendment.article);
    return carried;
}

} // namespace

Rebased rebase(const Amendment& amendment, const CovenantText& old_base, const CovenantText& new_base)
{
    switch (amendment.deed)
    {
    case AmendmentDeed::insert:
        return {amendment, !is_place(new_base, amendment.article) ||
                               find_article(new_base, amendment.inserted) != nullptr};
    case AmendmentDeed::move:
        return {amendment,
                !has_first_level(new_base, amendment.article) || !is_place(new_base, amendment.place)};
    case AmendmentDeed::change:
    case AmendmentDeed::remove:
        break;
    }
    const bool was_current = has_first_level(old_base, amendment.article) &&
                             branch_sha256(old_base, amendment.article) == amendment.base_sha256;
    if (!was_current || !has_first_level(new_base, amendment.article))
        return {amendment, true};
    if (branch_sha256(new_base, amendment.article) == amendment.base_sha256)
        return {amendment, false};
    return amendment.deed == AmendmentDeed::remove ? Rebased{amendment, true}
                                                   : rebase_words(amendment, old_base, new_base);
}

} // namespace rondetafel
