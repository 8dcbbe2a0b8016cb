// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/comparison.hpp>

#include "matching.hpp"
#include "runs.hpp"
#include "tree.hpp"

#include <algorithm>

namespace rondetafel
{

namespace
{

using Numbers = std::map<ArticleId, std::string>;

std::vector<Run> whole(Change change, const std::string& text)
{
    if (text.empty())
        return {};
    return {change == Change::deleted ? Run{change, text, {}} : Run{change, {}, text}};
}

std::string number_in(const Numbers& numbers, const ArticleId& id)
{
    const auto found = numbers.find(id);
    return found == numbers.end() ? std::string() : found->second;
}

/// Compares the articles of two texts, pair by pair.
class Articles
{
public:
    Articles(const CovenantText& before, const CovenantText& after)
        : before_(before.articles), after_(after.articles), matches_(match_articles(before, after)),
          numbers_before_(numbers(before)), numbers_after_(numbers(after))
    {
        for (std::size_t at = 0; at < after_.size(); ++at)
            if (const auto old = matches_.in_before[at]; old && before_[*old].id != after_[at].id)
                same_.emplace(after_[at].id.value, before_[*old].id.value);
    }

    std::vector<ArticleChange> changes() const
    {
        std::vector<ArticleChange> found;
        for (const auto& pair : in_one_order(matches_, parents_of(before_), parents_of(after_)))
            found.push_back(change_of(pair));
        return found;
    }

private:
    ArticleChange change_of(const Pair& pair) const
    {
        ArticleChange change;
        change.moved = pair.moved;
        if (pair.before)
        {
            change.before = before_[*pair.before];
            change.number_before = number_in(numbers_before_, change.before->id);
            change.place_before = *pair.before;
        }
        if (pair.after)
        {
            change.after = after_[*pair.after];
            change.number_after = number_in(numbers_after_, change.after->id);
            change.place_after = *pair.after;
        }
        compare_texts(change);
        return change;
    }

    void compare_texts(ArticleChange& change) const
    {
        if (!change.after)
        {
            change.fate = Fate::deleted;
            change.heading = whole(Change::deleted, change.before->heading);
            change.body = whole(Change::deleted, change.before->body);
            return;
        }
        if (!change.before)
        {
            change.fate = Fate::inserted;
            change.heading = whole(Change::inserted, change.after->heading);
            change.body = whole(Change::inserted, change.after->body);
            return;
        }
        change.heading = compare_words(change.before->heading, change.after->heading, same_);
        change.body = compare_words(change.before->body, change.after->body, same_);
        change.fate = differs(change.heading) || differs(change.body) ? Fate::changed : Fate::equal;
        change.renumbered = !change.moved && change.number_before != change.number_after;
    }

    const std::vector<Article>& before_;
    const std::vector<Article>& after_;
    Matches matches_;
    Numbers numbers_before_;
    Numbers numbers_after_;
    SameArticles same_;
};

std::vector<PartyChange> compare_parties(const std::vector<PartyText>& before,
                                         const std::vector<PartyText>& after)
{
    std::vector<PartyChange> found;
    const std::vector<std::optional<std::size_t>> no_parents_before(before.size());
    const std::vector<std::optional<std::size_t>> no_parents_after(after.size());
    for (const auto& pair : in_one_order(match_parties(before, after), no_parents_before, no_parents_after))
    {
        PartyChange change;
        if (pair.before)
        {
            change.before = before[*pair.before];
            change.place_before = *pair.before;
        }
        if (pair.after)
        {
            change.after = after[*pair.after];
            change.place_after = *pair.after;
        }
        change.fate = !pair.before                    ? Fate::inserted
                      : !pair.after                   ? Fate::deleted
                      : change.before == change.after ? Fate::equal
                                                      : Fate::changed;
        found.push_back(std::move(change));
    }
    return found;
}

} // namespace

Comparison compare(const CovenantText& before, const CovenantText& after)
{
    return {compare_words(before.title, after.title), compare_parties(before.parties, after.parties),
            Articles(before, after).changes()};
}

} // namespace rondetafel
