// SPDX-License-Identifier: EUPL-1.2
#include "matching.hpp"

#include "likeness.hpp"
#include "tokens.hpp"
#include "tree.hpp"

#include <algorithm>
#include <deque>
#include <map>

namespace rondetafel
{

namespace
{

constexpr double likeness_min = 0.6;

ArticleKind family_of(ArticleKind kind)
{
    return kind == ArticleKind::definitions ? ArticleKind::article : kind;
}

/// Matches in three steps, each with what the steps before left over.
class Matching
{
public:
    Matching(const CovenantText& before, const CovenantText& after)
        : before_(before.articles), after_(after.articles), parents_before_(parents_of(before_)),
          parents_after_(parents_of(after_))
    {
        matches_.in_after.resize(before_.size());
        matches_.in_before.resize(after_.size());
    }

    Matches match()
    {
        by_id();
        by_equal_words(true);
        by_equal_words(false);
        by_likeness();
        return std::move(matches_);
    }

private:
    void by_id()
    {
        std::map<ArticleId, std::size_t> places;
        for (std::size_t at = 0; at < before_.size(); ++at)
            places.emplace(before_[at].id, at);
        for (std::size_t at = 0; at < after_.size(); ++at)
            if (const auto found = places.find(after_[at].id);
                found != places.end() && !matches_.in_after[found->second])
                matches_.pair(found->second, at);
    }

    // Both on the first level, or in articles that are matched.
    bool same_parent(std::size_t before_at, std::size_t after_at) const
    {
        const auto old_parent = parents_before_[before_at];
        const auto new_parent = parents_after_[after_at];
        if (!old_parent || !new_parent)
            return old_parent.has_value() == new_parent.has_value();
        return matches_.in_after[*old_parent] == new_parent;
    }

    bool free(std::size_t before_at, std::size_t after_at) const
    {
        return !matches_.in_after[before_at] && !matches_.in_before[after_at] &&
               family_of(before_[before_at].kind) == family_of(after_[after_at].kind);
    }

    // Equal words in the order in which they stand. Parents come before their children, so that children find
    // them matched.
    void by_equal_words(bool in_same_parent)
    {
        std::map<std::string, std::deque<std::size_t>> by_words;
        for (std::size_t at = 0; at < before_.size(); ++at)
            if (!matches_.in_after[at])
                if (const auto key =
                        key_of(before_[at], in_same_parent, parents_before_[at], !parents_before_[at]))
                    by_words[*key].push_back(at);
        for (std::size_t at = 0; at < after_.size() && !by_words.empty(); ++at)
        {
            if (matches_.in_before[at])
                continue;
            const auto parent = parents_after_[at] ? matches_.in_before[*parents_after_[at]] : std::nullopt;
            const auto key = key_of(after_[at], in_same_parent, parent, !parents_after_[at]);
            const auto found = key ? by_words.find(*key) : by_words.end();
            if (found == by_words.end() || found->second.empty())
                continue;
            matches_.pair(found->second.front(), at);
            found->second.pop_front();
        }
    }

    std::optional<std::string> key_of(const Article& article, bool in_same_parent,
                                      const std::optional<std::size_t>& old_parent, bool on_first_level) const
    {
        const auto words = tokens_of(article.heading).lines() + '\n' + tokens_of(article.body).lines();
        auto key = std::string(word(family_of(article.kind))) + ' ' + words;
        if (!in_same_parent)
            return words == "\n" ? std::nullopt
                                 : std::optional(std::move(key)); // two that are empty are not alike
        if (!on_first_level && !old_parent)
            return std::nullopt;
        return (on_first_level ? "" : std::to_string(*old_parent)) + ' ' + key;
    }

    void by_likeness()
    {
        std::vector<Bag> old_bags;
        std::vector<Bag> new_bags;
        for (std::size_t at = 0; at < before_.size(); ++at)
            if (!matches_.in_after[at])
                old_bags.push_back(bag_of(before_[at], at));
        for (std::size_t at = 0; at < after_.size(); ++at)
            if (!matches_.in_before[at])
                new_bags.push_back(bag_of(after_[at], at));
        auto likely = alike(old_bags, new_bags, likeness_min);
        std::stable_sort(likely.begin(), likely.end(), [&](const Likely& one, const Likely& other) {
            if (one.likeness != other.likeness)
                return one.likeness > other.likeness;
            return same_parent(one.before, one.after) && !same_parent(other.before, other.after);
        });
        for (const auto& pair : likely)
            if (free(pair.before, pair.after))
                matches_.pair(pair.before, pair.after);
    }

    const std::vector<Article>& before_;
    const std::vector<Article>& after_;
    std::vector<std::optional<std::size_t>> parents_before_;
    std::vector<std::optional<std::size_t>> parents_after_;
    Matches matches_;
};

} // namespace

Matches match_articles(const CovenantText& before, const CovenantText& after)
{
    return Matching(before, after).match();
}

Matches match_parties(const std::vector<PartyText>& before, const std::vector<PartyText>& after)
{
    Matches matches{std::vector<std::optional<std::size_t>>(before.size()),
                    std::vector<std::optional<std::size_t>>(after.size())};
    for (const auto field : {&PartyText::legal_name, &PartyText::registration, &PartyText::short_name})
        for (std::size_t at = 0; at < after.size(); ++at)
            for (std::size_t old = 0; old < before.size() && !matches.in_before[at]; ++old)
                if (!matches.in_after[old] && !(after[at].*field).empty() &&
                    before[old].*field == after[at].*field)
                    matches.pair(old, at);
    return matches;
}

} // namespace rondetafel
