// SPDX-License-Identifier: EUPL-1.2
#include "likeness.hpp"

#include "tokens.hpp"

#include <algorithm>

namespace rondetafel
{

namespace
{

/// Words looked at in all. Two covenants of 10,000 words, all articles unknown, stay under it when they have
/// 500 articles.
constexpr std::size_t work_max = 20'000'000;
constexpr std::size_t pairs_max = 100'000;

std::size_t shared(const std::vector<Fingerprint>& left, const std::vector<Fingerprint>& right)
{
    std::size_t count = 0;
    for (auto one = left.begin(), other = right.begin(); one != left.end() && other != right.end();)
        if (*one == *other)
        {
            ++count;
            ++one;
            ++other;
        }
        else if (*one < *other)
            ++one;
        else
            ++other;
    return count;
}

} // namespace

Bag bag_of(const Article& article, std::size_t place)
{
    Bag bag{place, {}};
    for (const auto& text : {tokens_of(article.heading), tokens_of(article.body)})
        for (std::size_t at = 0; at < text.size(); ++at)
            if (text.is(TokenKind::word, at))
                bag.words.push_back(text.fingerprints()[at]);
    std::sort(bag.words.begin(), bag.words.end());
    return bag;
}

std::vector<Likely> alike(const std::vector<Bag>& before, const std::vector<Bag>& after, double likeness_min)
{
    std::vector<Likely> found;
    std::size_t work = 0;
    for (const auto& one : before)
        for (const auto& other : after)
        {
            const auto all = one.words.size() + other.words.size();
            // The shorter one cannot share more than all it has.
            const auto most = 2.0 * static_cast<double>(std::min(one.words.size(), other.words.size()));
            ++work;
            if (most < likeness_min * static_cast<double>(all) || all == 0)
                continue;
            work += all;
            if (work > work_max || found.size() == pairs_max)
                return found;
            const auto like =
                2.0 * static_cast<double>(shared(one.words, other.words)) / static_cast<double>(all);
            if (like >= likeness_min)
                found.push_back({one.place, other.place, like});
        }
    return found;
}

} // namespace rondetafel
