// SPDX-License-Identifier: EUPL-1.2
#include "pieces.hpp"

#include "../comparison/likeness.hpp"

#include <algorithm>
#include <map>

namespace rondetafel
{

namespace
{

constexpr double likeness_min = 0.5;

Article as_article(const Piece& piece)
{
    Article article;
    article.heading = piece.heading;
    article.body = piece.body;
    return article;
}

/// Old pieces of one branch, each given away once.
class OldPieces
{
public:
    OldPieces(const std::vector<Article>& old, const std::vector<Piece>& pieces)
        : old_(old), pieces_(pieces), taken_(old.size()), owner_(pieces.size(), nullptr)
    {
    }

    void match()
    {
        by_equal_text();
        by_likeness();
        by_place();
    }
    const Article* of(std::size_t piece) const { return owner_[piece]; }

private:
    bool may_be(std::size_t old, std::size_t piece) const
    {
        return !taken_[old] && owner_[piece] == nullptr && old_[old].kind == pieces_[piece].kind;
    }
    void give(std::size_t old, std::size_t piece)
    {
        taken_[old] = true;
        owner_[piece] = &old_[old];
    }

    void by_equal_text()
    {
        std::multimap<std::string, std::size_t> by_text;
        for (std::size_t old = 1; old < old_.size(); ++old)
            by_text.emplace(old_[old].heading + '\n' + old_[old].body, old);
        for (std::size_t piece = 1; piece < pieces_.size(); ++piece)
        {
            const auto [first, last] =
                by_text.equal_range(pieces_[piece].heading + '\n' + pieces_[piece].body);
            const auto free =
                std::find_if(first, last, [&](const auto& pair) { return may_be(pair.second, piece); });
            if (free != last)
                give(free->second, piece);
        }
    }

    void by_likeness()
    {
        std::vector<Bag> old_bags;
        std::vector<Bag> new_bags;
        for (std::size_t old = 1; old < old_.size(); ++old)
            if (!taken_[old])
                old_bags.push_back(bag_of(old_[old], old));
        for (std::size_t piece = 1; piece < pieces_.size(); ++piece)
            if (owner_[piece] == nullptr)
                new_bags.push_back(bag_of(as_article(pieces_[piece]), piece));
        auto pairs = alike(old_bags, new_bags, likeness_min);
        std::stable_sort(pairs.begin(), pairs.end(),
                         [](const Likely& left, const Likely& right) { return left.likeness > right.likeness; });
        for (const auto& pair : pairs)
            if (may_be(pair.before, pair.after))
                give(pair.before, pair.after);
    }

    // A rewritten piece between two that were recognised is still the same piece.
    void by_place()
    {
        for (std::size_t piece = 1; piece < pieces_.size(); ++piece)
        {
            const auto* before = owner_[piece - 1];
            const auto old = piece == 1          ? 1
                             : before == nullptr ? old_.size()
                                                 : static_cast<std::size_t>(before - old_.data()) + 1;
            if (old < old_.size() && may_be(old, piece))
                give(old, piece);
        }
    }

    const std::vector<Article>& old_;
    const std::vector<Piece>& pieces_;
    std::vector<bool> taken_;
    std::vector<const Article*> owner_;
};

} // namespace

std::vector<Article> named(const Article& article, const std::vector<Article>& old_branch,
                           const std::vector<Piece>& pieces, Randomness& randomness)
{
    OldPieces old(old_branch, pieces);
    if (!old_branch.empty())
        old.match();
    std::vector<Article> made{article};
    made.front().body = pieces.front().body;
    ArticleId member = article.id;
    for (std::size_t at = 1; at < pieces.size(); ++at)
    {
        const auto* known = old.of(at);
        Article piece;
        piece.id = known != nullptr ? known->id : new_article_id(randomness);
        piece.kind = pieces[at].kind;
        piece.heading = pieces[at].heading;
        piece.body = pieces[at].body;
        piece.parent = pieces[at].level == 2 ? member : article.id;
        if (pieces[at].kind == ArticleKind::member)
            member = piece.id;
        made.push_back(std::move(piece));
    }
    return made;
}

} // namespace rondetafel
