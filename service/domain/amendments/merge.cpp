// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/amendments.hpp>

#include "deciding.hpp"

#include <algorithm>

namespace rondetafel
{

namespace
{

/// Writes what was decided: first every article on its place, then the words, so that they may refer to new
/// articles, and at last the removals, so that others can still stand behind what goes.
class Merging
{
public:
    Merging(const CovenantText& base, Decided decided, Randomness& randomness)
        : decided_(std::move(decided)), randomness_(randomness)
    {
        merged_.text = base;
        merged_.overlaps = decided_.overlaps;
        merged_.stale = decided_.stale;
    }

    Merged merge(const std::vector<Amendment>& accepted)
    {
        if (!decided_.placements.empty())
            place();
        for (const auto& [id, wording] : decided_.wordings)
            write(id, wording);
        for (const auto& [id, amendments] : decided_.removed)
            mark_done(amendments);
        mark_done(decided_.settled);
        remove();
        for (const auto& amendment : accepted)
            if (done_.contains(&amendment))
                merged_.applied.push_back(amendment.id);
        return std::move(merged_);
    }

private:
    void place()
    {
        std::vector<Article> articles;
        for (const auto& id : placed(merged_.text, decided_.placements))
            if (decided_.inserted.contains(id))
                articles.push_back({id, std::nullopt, decided_.placed_by.at(id).front()->kind, {}, {}});
            else
            {
                const auto pieces = branch(merged_.text, id);
                articles.insert(articles.end(), pieces.begin(), pieces.end());
            }
        merged_.text.articles = std::move(articles);
        for (const auto& [id, amendments] : decided_.placed_by)
            if (!decided_.inserted.contains(id))
                mark_done(amendments);
    }

    void write(const ArticleId& id, const Wording& wording)
    {
        const bool is_new = decided_.inserted.contains(id);
        const auto& amendments = is_new ? decided_.placed_by.at(id) : wording.from;
        const auto article = *find_article(merged_.text, id);
        if (const auto read = read_article(merged_.text, article, wording.heading, wording.text, randomness_))
        {
            replace_branch(merged_.text, *read);
            return mark_done(amendments);
        }
        for (const auto* amendment : amendments)
            merged_.unreadable.push_back(amendment->id);
        if (is_new)
            decided_.removed[id] = {};
    }

    void remove()
    {
        std::set<ArticleId> gone;
        for (const auto& [id, amendments] : decided_.removed)
            gone.insert(id);
        std::erase_if(merged_.text.articles, [&](const Article& article) {
            if (article.parent && gone.contains(*article.parent))
                gone.insert(article.id);
            return gone.contains(article.id);
        });
    }

    void mark_done(const Amendments& amendments) { done_.insert(amendments.begin(), amendments.end()); }

    Decided decided_;
    Randomness& randomness_;
    std::set<const Amendment*> done_;
    Merged merged_;
};

} // namespace

Merged merge(const CovenantText& base, const std::vector<Amendment>& accepted,
             const std::vector<Settlement>& settlements, Randomness& randomness)
{
    return Merging(base, decide(base, accepted, settlements), randomness).merge(accepted);
}

} // namespace rondetafel
