// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/comparison.hpp>

#include <algorithm>

namespace rondetafel
{

namespace
{

std::string joined(const std::vector<Run>& runs, std::string Run::*side)
{
    std::string text;
    for (const auto& run : runs)
        text += run.*side;
    return text;
}

// The changes that have this side, in the order they had there.
template <class Change, class Thing>
std::vector<const Change*> in_order(const std::vector<Change>& changes, std::optional<Thing> Change::*side,
                                    std::size_t Change::*place)
{
    std::vector<const Change*> found;
    for (const auto& change : changes)
        if (change.*side)
            found.push_back(&change);
    std::sort(found.begin(), found.end(),
              [place](const Change* one, const Change* other) { return one->*place < other->*place; });
    return found;
}

/// Which of the two texts is wanted.
struct Side
{
    std::string Run::*words;
    std::optional<Article> ArticleChange::*article;
    std::size_t ArticleChange::*place;
    std::optional<PartyText> PartyChange::*party;
    std::size_t PartyChange::*party_place;
};

constexpr Side old_side{&Run::before, &ArticleChange::before, &ArticleChange::place_before,
                        &PartyChange::before, &PartyChange::place_before};
constexpr Side new_side{&Run::after, &ArticleChange::after, &ArticleChange::place_after, &PartyChange::after,
                        &PartyChange::place_after};

CovenantText rebuilt(const Comparison& comparison, const Side& side)
{
    CovenantText text;
    text.title = joined(comparison.title, side.words);
    for (const auto* change : in_order(comparison.parties, side.party, side.party_place))
        text.parties.push_back(*(change->*side.party));
    for (const auto* change : in_order(comparison.articles, side.article, side.place))
    {
        const auto& known = *(change->*side.article);
        text.articles.push_back({known.id, known.parent, known.kind, joined(change->heading, side.words),
                                 joined(change->body, side.words)});
    }
    return text;
}

/// Which first-level articles have something changed inside them.
std::vector<bool> changed_inside(const std::vector<ArticleChange>& articles)
{
    std::vector<bool> changed(articles.size());
    std::map<ArticleId, std::size_t>
        old_first_level; // of each article before: the change of its first-level article
    for (std::size_t at = 0; at < articles.size(); ++at)
        if (articles[at].before && !articles[at].before->parent)
            old_first_level[articles[at].before->id] = at;
    for (const auto* change : in_order(articles, old_side.article, old_side.place))
        if (change->before->parent)
            if (const auto parent = old_first_level.find(*change->before->parent);
                parent != old_first_level.end())
                old_first_level.emplace(change->before->id, parent->second);
    std::size_t first_level = 0;
    for (std::size_t at = 0; at < articles.size(); ++at)
    {
        const auto& change = articles[at];
        if (change.after ? !change.after->parent : !change.before->parent)
            first_level = at;
        if (change.fate == Fate::equal && (!change.moved || first_level == at))
            continue;
        changed[first_level] = true;
        // What moved out, or vanished with its parent moved, changed the article it stood in.
        if (const auto old = change.before ? old_first_level.find(change.before->id) : old_first_level.end();
            old != old_first_level.end())
            changed[old->second] = true;
    }
    return changed;
}

} // namespace

CovenantText before_of(const Comparison& comparison)
{
    return rebuilt(comparison, old_side);
}

CovenantText after_of(const Comparison& comparison)
{
    return rebuilt(comparison, new_side);
}

Comparison::Sums Comparison::sums() const
{
    Sums sums;
    const auto changed = changed_inside(articles);
    for (std::size_t at = 0; at < articles.size(); ++at)
    {
        const auto& change = articles[at];
        if (change.after ? change.after->parent.has_value() : change.before->parent.has_value())
            continue;
        if (change.fate == Fate::inserted)
            ++sums.inserted;
        else if (change.fate == Fate::deleted)
            ++sums.deleted;
        else
        {
            sums.moved += change.moved ? 1 : 0;
            sums.changed += changed[at] ? 1 : 0;
            sums.equal += !change.moved && !changed[at] ? 1 : 0;
        }
    }
    return sums;
}

} // namespace rondetafel
