// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/merging.hpp>

#include <algorithm>

namespace rondetafel
{

namespace
{

/// First-level articles with what is inside them, in order.
struct Branches
{
    explicit Branches(const CovenantText& text)
    {
        for (const auto& piece : text.articles)
        {
            if (!piece.parent)
                order.push_back(piece.id);
            pieces[order.back()].push_back(piece);
        }
    }

    const std::vector<Article>* find(const ArticleId& id) const
    {
        const auto found = pieces.find(id);
        return found == pieces.end() ? nullptr : &found->second;
    }

    std::vector<ArticleId> order;
    std::map<ArticleId, std::vector<Article>> pieces;
};

bool same(const std::vector<Article>* left, const std::vector<Article>* right)
{
    return left == nullptr || right == nullptr ? left == right : *left == *right;
}

/// The ids of `order` that are among `others` too.
std::vector<ArticleId> shared(const std::vector<ArticleId>& order, const Branches& others)
{
    std::vector<ArticleId> both;
    std::copy_if(order.begin(), order.end(), std::back_inserter(both),
                 [&](const ArticleId& id) { return others.find(id) != nullptr; });
    return both;
}

/// `main` with those of `more` that it lacks, each after the one it follows there.
std::vector<ArticleId> woven(std::vector<ArticleId> main, const std::vector<ArticleId>& more)
{
    auto place = main.begin();
    for (const auto& id : more)
    {
        const auto found = std::find(main.begin(), main.end(), id);
        place = std::next(found == main.end() ? main.insert(place, id) : found);
    }
    return main;
}

std::vector<ArticleId> combined_order(const Branches& base, const Branches& merged, const Branches& working)
{
    const bool merging_moved = shared(merged.order, base) != shared(base.order, merged);
    return merging_moved ? woven(merged.order, working.order) : woven(working.order, merged.order);
}

} // namespace

std::map<RemarkId, Decision> standing_decisions(const std::vector<Decision>& decisions)
{
    std::map<RemarkId, Decision> standing;
    for (const auto& decision : decisions)
        standing[decision.remark] = decision;
    return standing;
}

std::vector<Amendment> accepted_amendments(const CovenantText& base, const std::vector<Remark>& remarks,
                                           const std::map<RemarkId, Decision>& decisions)
{
    std::vector<Amendment> accepted;
    for (const auto& remark : remarks)
    {
        const auto decision = decisions.find(remark.id);
        if (!remark.asks_decision() || decision == decisions.end() || !changes_text(decision->second.outcome))
            continue;
        auto amendment = remark.amendment;
        const bool own_words = decision->second.outcome != Outcome::taken_over || remark.kind == RemarkKind::comment;
        if (own_words && decision->second.text.empty())
            continue;
        if (own_words)
        {
            if (amendment.deed != AmendmentDeed::insert || remark.kind == RemarkKind::comment)
            {
                amendment.deed = AmendmentDeed::change;
                amendment.base_sha256 = branch_sha256(base, amendment.article);
            }
            amendment.heading = decision->second.heading;
            amendment.text = decision->second.text;
        }
        accepted.push_back(std::move(amendment));
    }
    return accepted;
}

std::string DerivedRandomness::bytes(std::size_t count)
{
    std::string bytes;
    while (bytes.size() < count)
    {
        const auto digits = sha256_hex(seed_ + '|' + std::to_string(turn_++));
        for (std::size_t at = 0; at + 1 < digits.size() && bytes.size() < count; at += 2)
            bytes += static_cast<char>(std::stoi(digits.substr(at, 2), nullptr, 16));
    }
    return bytes;
}

Combined combine(const CovenantText& base, const CovenantText& merged, const CovenantText& working,
                 const std::set<ArticleId>& settled)
{
    const Branches old{base};
    const Branches theirs{merged};
    const Branches ours{working};
    Combined combined;
    combined.text.title = working.title;
    combined.text.parties = working.parties;
    for (const auto& id : combined_order(old, theirs, ours))
    {
        const auto* const before = old.find(id);
        const auto* const after = theirs.find(id);
        const auto* const now = ours.find(id);
        const bool both_changed = !same(before, now) && !same(before, after) && !same(now, after);
        const bool take_merged = same(before, now) || (both_changed && settled.contains(id));
        if (both_changed && !take_merged)
            combined.conflicts.push_back(id);
        if (const auto* const taken = take_merged ? after : now; taken != nullptr)
            combined.text.articles.insert(combined.text.articles.end(), taken->begin(), taken->end());
    }
    return combined;
}

} // namespace rondetafel
