// SPDX-License-Identifier: EUPL-1.2
#include "tree.hpp"

#include "moves.hpp"

#include <map>

namespace rondetafel
{

namespace
{

using Parents = std::vector<std::optional<std::size_t>>;

/// Places things under their parents, then reads them from top to bottom.
class Tree
{
public:
    Tree(const Matches& matches, const Parents& parents_before, const Parents& parents_after)
        : matches_(matches), parents_before_(parents_before), parents_after_(parents_after),
          moved_(parents_after.size()), old_(parents_before.size()), new_(parents_after.size())
    {
    }

    std::vector<Pair> read()
    {
        find_moved();
        for (std::size_t at = 0; at < new_.size(); ++at)
            (parents_after_[at] ? new_[*parents_after_[at]] : top_).children.push_back(at);
        place_vanished();
        for (const auto vanished : top_.vanished_first)
            emit_old(vanished);
        for (const auto child : top_.children)
            emit_new(child);
        return std::move(order_);
    }

private:
    struct Node
    {
        std::vector<std::size_t> children; ///< places in the new text
        std::vector<std::size_t>
            vanished_first; ///< places in the old text: stood before all children that stayed
        std::vector<std::size_t> vanished_behind; ///< stood behind this one, on the same level
    };

    bool stayed_in_parent(std::size_t before_at, std::size_t after_at) const
    {
        const auto old_parent = parents_before_[before_at];
        const auto new_parent = parents_after_[after_at];
        if (!old_parent || !new_parent)
            return old_parent.has_value() == new_parent.has_value();
        return matches_.in_after[*old_parent] == new_parent;
    }

    void find_moved()
    {
        std::map<std::optional<std::size_t>, std::vector<std::size_t>> siblings;
        for (std::size_t at = 0; at < new_.size(); ++at)
            if (const auto old = matches_.in_before[at]; old && stayed_in_parent(*old, at))
                siblings[parents_after_[at]].push_back(*old);
            else
                moved_[at] = old.has_value();
        for (const auto& [parent, places] : siblings)
        {
            const auto moved = moved_among(places);
            for (std::size_t at = 0; at < places.size(); ++at)
                moved_[*matches_.in_after[places[at]]] = moved[at];
        }
    }

    void place_vanished()
    {
        std::map<std::optional<std::size_t>, Node*> last_that_stayed;
        for (std::size_t at = 0; at < old_.size(); ++at)
        {
            const auto parent = parents_before_[at];
            if (const auto now = matches_.in_after[at])
            {
                if (!moved_[*now])
                    last_that_stayed[parent] = &new_[*now];
            }
            else if (const auto stayed = last_that_stayed.find(parent); stayed != last_that_stayed.end())
                stayed->second->vanished_behind.push_back(at);
            else
                node_of_old(parent).vanished_first.push_back(at);
        }
    }

    Node& node_of_old(std::optional<std::size_t> place)
    {
        if (!place)
            return top_;
        return matches_.in_after[*place] ? new_[*matches_.in_after[*place]] : old_[*place];
    }

    void emit_new(std::size_t at)
    {
        order_.push_back({matches_.in_before[at], at, moved_[at]});
        emit_inside(new_[at]);
        for (const auto vanished : new_[at].vanished_behind)
            emit_old(vanished);
    }

    void emit_old(std::size_t at)
    {
        order_.push_back({at, std::nullopt, false});
        emit_inside(old_[at]);
    }

    void emit_inside(const Node& node)
    {
        for (const auto vanished : node.vanished_first)
            emit_old(vanished);
        for (const auto child : node.children)
            emit_new(child);
    }

    const Matches& matches_;
    const Parents& parents_before_;
    const Parents& parents_after_;
    std::vector<bool> moved_; ///< by place in the new text
    Node top_;
    std::vector<Node> old_; ///< of what vanished
    std::vector<Node> new_;
    std::vector<Pair> order_;
};

} // namespace

Parents parents_of(const std::vector<Article>& articles)
{
    Parents parents;
    std::map<ArticleId, std::size_t> places;
    for (std::size_t at = 0; at < articles.size(); ++at)
    {
        const auto found = articles[at].parent ? places.find(*articles[at].parent) : places.end();
        parents.push_back(found == places.end() ? std::nullopt : std::optional(found->second));
        places.emplace(articles[at].id, at);
    }
    return parents;
}

std::vector<Pair> in_one_order(const Matches& matches, const Parents& parents_before,
                               const Parents& parents_after)
{
    return Tree(matches, parents_before, parents_after).read();
}

} // namespace rondetafel
