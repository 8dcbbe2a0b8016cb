// SPDX-License-Identifier: EUPL-1.2
#include "placing.hpp"

#include <algorithm>
#include <array>

namespace rondetafel
{

namespace
{

/// Considerations come first, then articles, then annexes.
std::size_t family_of(ArticleKind kind)
{
    return kind == ArticleKind::consideration ? 0 : kind == ArticleKind::annex ? 2 : 1;
}

class Order
{
public:
    explicit Order(const std::vector<Placement>& placements)
    {
        for (const auto& placement : placements)
        {
            placed_.insert(placement.article);
            (placement.after ? behind_[placement.after] : first_[family_of(placement.kind)])
                .push_back(placement.article);
        }
    }

    std::vector<ArticleId> of(const std::vector<Article>& articles)
    {
        for (const auto& article : articles)
            if (!article.parent && !placed_.contains(article.id))
            {
                begin_families(family_of(article.kind) + 1);
                add(article.id);
            }
        begin_families(first_.size());
        return std::move(order_);
    }

private:
    void begin_families(std::size_t end)
    {
        for (; begun_ < end; ++begun_)
            for (const auto& article : first_[begun_])
                add(article);
    }

    void add(const ArticleId& article)
    {
        order_.push_back(article);
        if (const auto behind = behind_.find(article); behind != behind_.end())
            for (const auto& next : behind->second)
                add(next);
    }

    std::set<ArticleId> placed_;
    std::map<ArticleId, std::vector<ArticleId>> behind_;
    std::array<std::vector<ArticleId>, 3> first_;
    std::size_t begun_ = 0;
    std::vector<ArticleId> order_;
};

} // namespace

std::vector<ArticleId> waiting_for_each_other(const std::vector<Placement>& placements)
{
    std::map<ArticleId, ArticleId> after;
    for (const auto& placement : placements)
        after.emplace(placement.article, placement.after);
    for (const auto& placement : placements)
    {
        std::vector<ArticleId> chain{placement.article};
        for (auto next = after.find(placement.after); next != after.end(); next = after.find(next->second))
        {
            if (const auto seen = std::find(chain.begin(), chain.end(), next->first); seen != chain.end())
                return {seen, chain.end()};
            chain.push_back(next->first);
        }
    }
    return {};
}

std::vector<ArticleId> placed(const CovenantText& base, const std::vector<Placement>& placements)
{
    return Order(placements).of(base.articles);
}

} // namespace rondetafel
