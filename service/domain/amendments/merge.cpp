// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/amendments.hpp>
#include <rondetafel/domain/merging.hpp>

#include "deciding.hpp"

#include <algorithm>

namespace rondetafel
{

namespace
{

/// Names new pieces after their own words and their article as it stands in `text`, not in the order in which they come:
/// a piece that was merged before keeps its name when more is accepted. Equal ones are told apart by their turn.
std::vector<Article> named_by_words(std::vector<Article> pieces, const CovenantText& text, std::string seed)
{
    const auto article = pieces.front().id;
    seed += article.value + branch_sha256(text, article);
    std::map<ArticleId, ArticleId> names;
    std::map<std::string, DerivedRandomness> sources;
    for (auto& piece : pieces)
    {
        if (piece.parent && names.contains(*piece.parent))
            piece.parent = names.at(*piece.parent);
        if (find_article(text, piece.id) != nullptr)
            continue;
        const auto words = seed + piece.parent.value_or(article).value + std::string(word(piece.kind)) + '\n' +
                           piece.heading + '\n' + piece.body;
        names[piece.id] = new_article_id(sources.try_emplace(words, words).first->second);
        piece.id = names.at(piece.id);
    }
    return pieces;
}

/// Writes what was decided: first every article on its place, then the words, so that they may refer to new
/// articles, and at last the removals, so that others can still stand behind what goes.
class Merging
{
public:
    Merging(const CovenantText& base, Decided decided, Randomness& randomness)
        : decided_(std::move(decided)), randomness_(randomness), seed_(randomness.bytes(seed_bytes))
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
            replace_branch(merged_.text, named_by_words(*read, merged_.text, seed_));
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

    static constexpr std::size_t seed_bytes = 16;

    Decided decided_;
    Randomness& randomness_;
    std::string seed_;
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
