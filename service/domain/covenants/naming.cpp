// SPDX-License-Identifier: EUPL-1.2
#include "pieces.hpp"

#include <algorithm>
#include <map>

namespace rondetafel
{

namespace
{

constexpr double likeness_min = 0.5;
/// Beyond this many pairs likeness is not looked for: a hostile text must not cost more than its length.
constexpr std::size_t pairs_max = 40'000;

std::map<std::string, int> words_of(const std::string& text)
{
    std::map<std::string, int> words;
    for (std::size_t from = 0; from < text.size();)
    {
        const auto first = std::min(text.find_first_not_of(" \n", from), text.size());
        const auto end = std::min(text.find_first_of(" \n", first), text.size());
        if (end > first)
            ++words[text.substr(first, end - first)];
        from = end;
    }
    return words;
}

// Shared words as part of all words: 1 when the same, 0 when nothing is shared (Dice).
double likeness(const std::map<std::string, int>& left, const std::map<std::string, int>& right)
{
    int all = 0;
    int shared = 0;
    for (const auto& [text, count] : left)
    {
        all += count;
        if (const auto other = right.find(text); other != right.end())
            shared += std::min(count, other->second);
    }
    for (const auto& [text, count] : right)
        all += count;
    return all == 0 ? 0 : 2.0 * shared / all;
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
        if (old_.size() * pieces_.size() <= pairs_max)
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
        std::vector<std::map<std::string, int>> old_words;
        for (const auto& old : old_)
            old_words.push_back(words_of(old.heading + ' ' + old.body));
        struct Pair
        {
            double like;
            std::size_t old, piece;
        };
        std::vector<Pair> pairs;
        for (std::size_t piece = 1; piece < pieces_.size(); ++piece)
        {
            const auto words = words_of(pieces_[piece].heading + ' ' + pieces_[piece].body);
            for (std::size_t old = 1; old < old_.size(); ++old)
                if (may_be(old, piece))
                    if (const auto like = likeness(old_words[old], words); like >= likeness_min)
                        pairs.push_back({like, old, piece});
        }
        std::stable_sort(pairs.begin(), pairs.end(),
                         [](const Pair& a, const Pair& b) { return a.like > b.like; });
        for (const auto& pair : pairs)
            if (may_be(pair.old, pair.piece))
                give(pair.old, pair.piece);
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
