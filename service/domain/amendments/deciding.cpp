// SPDX-License-Identifier: EUPL-1.2
#include "deciding.hpp"

#include "merge_words.hpp"

#include <algorithm>

namespace rondetafel
{

namespace
{

bool is_removal(const Settlement& settlement)
{
    return settlement.heading.empty() && settlement.text.empty();
}

Amendments with_deed(const Amendments& amendments, AmendmentDeed deed)
{
    Amendments found;
    std::copy_if(amendments.begin(), amendments.end(), std::back_inserter(found),
                 [deed](const Amendment* one) { return one->deed == deed; });
    return found;
}

bool agree_on_place(const Amendments& moves)
{
    return std::all_of(moves.begin(), moves.end(),
                       [&](const Amendment* one) { return one->place == moves.front()->place; });
}

void add(Amendments& all, const Amendments& more)
{
    all.insert(all.end(), more.begin(), more.end());
}

/// Looks at one article after the other, then at new articles, then at where everything goes.
class Deciding
{
public:
    Deciding(const CovenantText& base, const std::vector<Settlement>& settlements) : base_(base)
    {
        for (const auto& settlement : settlements)
            settlements_[settlement.article] = &settlement;
    }

    Decided decide(const std::vector<Amendment>& accepted)
    {
        sort(accepted);
        for (const auto& [article, amendments] : on_article_)
            decide_article(article, amendments);
        decide_insertions();
        part_those_that_wait_for_each_other();
        drop_what_stands_behind_nothing();
        return std::move(decided_);
    }

private:
    bool is_first_level(const ArticleId& id) const
    {
        const auto* article = find_article(base_, id);
        return article != nullptr && !article->parent;
    }

    bool is_place(const ArticleId& id) const { return !id || is_first_level(id) || new_names_.contains(id); }

    bool is_stale(const Amendment& amendment) const
    {
        if (amendment.deed == AmendmentDeed::insert)
            return !is_place(amendment.article) || find_article(base_, amendment.inserted) != nullptr;
        if (!is_first_level(amendment.article))
            return true;
        if (amendment.deed == AmendmentDeed::move)
            return !is_place(amendment.place);
        return !settlements_.contains(amendment.article) &&
               branch_sha256(base_, amendment.article) != amendment.base_sha256;
    }

    void sort(const std::vector<Amendment>& accepted)
    {
        for (const auto& amendment : accepted)
            if (amendment.deed == AmendmentDeed::insert)
                new_names_.insert(amendment.inserted);
        for (const auto& amendment : accepted)
            if (is_stale(amendment))
                decided_.stale.push_back(amendment.id);
            else if (amendment.deed == AmendmentDeed::insert)
                insertions_.push_back(&amendment);
            else
                on_article_[amendment.article].push_back(&amendment);
    }

    void overlap(const ArticleId& article, const Amendments& amendments)
    {
        Overlap overlap{article, {}};
        for (const auto* amendment : amendments)
            overlap.amendments.push_back(amendment->id);
        decided_.overlaps.push_back(std::move(overlap));
    }

    void decide_article(const ArticleId& article, const Amendments& amendments)
    {
        const auto changes = with_deed(amendments, AmendmentDeed::change);
        const auto removals = with_deed(amendments, AmendmentDeed::remove);
        const auto moves = with_deed(amendments, AmendmentDeed::move);
        if (const auto settled = settlements_.find(article); settled != settlements_.end())
            return settle(*settled->second, changes, removals, moves);
        if (removals.empty())
        {
            decide_changes(article, changes);
            decide_moves(article, moves);
        }
        else if (removals.size() == amendments.size())
            decided_.removed[article] = removals;
        else
            overlap(article, amendments);
    }

    // The words that somebody wrote stand for all; where moves contradict each other the article stays.
    void settle(const Settlement& settlement, const Amendments& changes, const Amendments& removals,
                const Amendments& moves)
    {
        auto reworded = changes;
        add(reworded, removals);
        if (is_removal(settlement))
        {
            add(reworded, moves);
            decided_.removed[settlement.article] = reworded;
            return;
        }
        if (!reworded.empty())
            decided_.wordings[settlement.article] = {settlement.heading, settlement.text, reworded};
        if (agree_on_place(moves))
            decide_moves(settlement.article, moves);
        else
            add(decided_.settled, moves);
    }

    void decide_changes(const ArticleId& article, const Amendments& changes)
    {
        if (changes.empty())
            return;
        std::vector<std::string> headings;
        std::vector<std::string> texts;
        for (const auto* change : changes)
        {
            headings.push_back(change->heading);
            texts.push_back(change->text);
        }
        const auto heading = merge_words(find_article(base_, article)->heading, headings);
        const auto text = merge_words(source_text(base_, article), texts);
        if (heading && text)
            decided_.wordings[article] = {*heading, *text, changes};
        else
            overlap(article, changes);
    }

    void decide_moves(const ArticleId& article, const Amendments& moves)
    {
        if (moves.empty())
            return;
        if (!agree_on_place(moves))
            return overlap(article, moves);
        decided_.placements.push_back({article, moves.front()->place, find_article(base_, article)->kind});
        decided_.placed_by[article] = moves;
    }

    // The same new article proposed twice comes once; two of one name but with other words cannot both come.
    void decide_insertions()
    {
        std::map<ArticleId, ArticleId> comes_as;
        std::set<ArticleId> clashing;
        for (const auto* insertion : insertions_)
        {
            const auto* first = first_that_says(*insertion);
            comes_as.emplace(insertion->inserted, first->inserted);
            auto& placed_by = decided_.placed_by[first->inserted];
            if (placed_by.empty())
            {
                decided_.placements.push_back({first->inserted, insertion->article, insertion->kind});
                decided_.wordings[first->inserted] = {insertion->heading, insertion->text, {}};
                decided_.inserted.insert(first->inserted);
            }
            else if (first == insertion)
                clashing.insert(insertion->inserted);
            placed_by.push_back(insertion);
        }
        for (auto& placement : decided_.placements)
            if (const auto known = comes_as.find(placement.after); known != comes_as.end())
                placement.after = known->second;
        for (const auto& id : clashing)
        {
            overlap(id, decided_.placed_by[id]);
            forget(id);
        }
    }

    const Amendment* first_that_says(const Amendment& insertion) const
    {
        return *std::find_if(insertions_.begin(), insertions_.end(), [&](const Amendment* other) {
            return other->article == insertion.article && other->kind == insertion.kind &&
                   other->heading == insertion.heading && other->text == insertion.text;
        });
    }

    void forget(const ArticleId& id)
    {
        decided_.placed_by.erase(id);
        std::erase_if(decided_.placements, [&](const Placement& one) { return one.article == id; });
        if (decided_.inserted.erase(id) > 0)
            decided_.wordings.erase(id);
    }

    void part_those_that_wait_for_each_other()
    {
        for (auto ring = waiting_for_each_other(decided_.placements); !ring.empty();
             ring = waiting_for_each_other(decided_.placements))
        {
            Amendments all;
            for (const auto& id : ring)
            {
                add(all, decided_.placed_by[id]);
                forget(id);
            }
            overlap(ring.front(), all);
        }
    }

    // What was to stand behind a new article that does not come has lost its place.
    void drop_what_stands_behind_nothing()
    {
        const auto is_lost = [this](const Placement& one) {
            return one.after && !is_first_level(one.after) && !decided_.placed_by.contains(one.after);
        };
        for (auto lost = std::find_if(decided_.placements.begin(), decided_.placements.end(), is_lost);
             lost != decided_.placements.end();
             lost = std::find_if(decided_.placements.begin(), decided_.placements.end(), is_lost))
        {
            const auto id = lost->article;
            for (const auto* amendment : decided_.placed_by[id])
                decided_.stale.push_back(amendment->id);
            forget(id);
        }
    }

    const CovenantText& base_;
    std::map<ArticleId, const Settlement*> settlements_;
    std::set<ArticleId> new_names_;
    std::map<ArticleId, Amendments> on_article_;
    Amendments insertions_;
    Decided decided_;
};

} // namespace

Decided decide(const CovenantText& base, const std::vector<Amendment>& accepted,
               const std::vector<Settlement>& settlements)
{
    return Deciding(base, settlements).decide(accepted);
}

} // namespace rondetafel
