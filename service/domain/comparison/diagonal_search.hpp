// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "edit_script.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace rondetafel
{

using Sequence = std::span<const Fingerprint>;

/// A point of the edit graph, counted from the corner where a search began.
struct Point
{
    std::int32_t x, y;
};

/// One of the two searches: forwards from the first elements (`step` 1) or backwards from the last (-1). It
/// knows the furthest point that one can reach on each diagonal (x - y) with as many changes as there were
/// rounds.
template <int step>
class DiagonalSearch
{
public:
    explicit DiagonalSearch(std::size_t elements) : reach_(elements + 3) {}

    void begin(Sequence before, Sequence after)
    {
        width_ = static_cast<std::int32_t>(before.size());
        height_ = static_cast<std::int32_t>(after.size());
        before_ = step > 0 ? before.data() : before.data() + width_ - 1;
        after_ = step > 0 ? after.data() : after.data() + height_ - 1;
        rounds_ = 0;
        points_ = 0;
        reach(-1) = reach(1) = none;
        reach(0) = 0;
    }

    /// Looks one change further. The point where this search met the other one, if it did.
    std::optional<Point> advance(const DiagonalSearch<-step>& other)
    {
        ++rounds_;
        if (rounds_ <= height_)
            reach(-rounds_ - 1) = none;
        if (rounds_ <= width_)
            reach(rounds_ + 1) = none;
        const auto last = highest();
        for (auto diagonal = lowest(); diagonal <= last; diagonal += 2)
        {
            const auto begin = std::max(reach(diagonal - 1) + 1, reach(diagonal + 1));
            const auto x = snake(diagonal, begin);
            reach(diagonal) = x;
            points_ += std::max(x - begin, 0) + 1;
            if (x + other.reached(width_ - height_ - diagonal) >= width_)
                return Point{x, x - diagonal};
        }
        return std::nullopt;
    }

    /// How many points were looked at.
    std::size_t points() const { return static_cast<std::size_t>(points_); }

    std::int32_t reached(std::int32_t diagonal) const
    {
        return -rounds_ <= diagonal && diagonal <= rounds_ ? reach_[index(diagonal)] : none;
    }

    Point furthest() const
    {
        Point best{0, 0};
        for (auto diagonal = lowest(); diagonal <= highest(); diagonal += 2)
            if (const auto x = reach_[index(diagonal)]; 2 * x - diagonal > best.x + best.y)
                best = {x, x - diagonal};
        return best;
    }

private:
    /// Not reached; added up, it stays below any point.
    static constexpr auto none = std::numeric_limits<std::int32_t>::min() / 4;

    std::size_t index(std::int32_t diagonal) const
    {
        return static_cast<std::size_t>(diagonal + height_ + 1);
    }
    std::int32_t& reach(std::int32_t diagonal) { return reach_[index(diagonal)]; }

    // An even number of changes leads to an even diagonal, an odd number to an odd one.
    std::int32_t lowest() const { return rounds_ <= height_ ? -rounds_ : -height_ + (rounds_ - height_) % 2; }
    std::int32_t highest() const { return rounds_ <= width_ ? rounds_ : width_ - (rounds_ - width_) % 2; }

    // From a point on a diagonal as far as elements are equal.
    std::int32_t snake(std::int32_t diagonal, std::int32_t x) const
    {
        auto y = x - diagonal;
        if (x < 0 || x > width_ || y > height_)
            return none;
        while (x < width_ && y < height_ && before_[step * x] == after_[step * y])
        {
            ++x;
            ++y;
        }
        return x;
    }

    std::vector<std::int32_t> reach_; ///< from diagonal -height - 1 up to width + 1
    const Fingerprint* before_ = nullptr;
    const Fingerprint* after_ = nullptr;
    std::int32_t width_ = 0;
    std::int32_t height_ = 0;
    std::int32_t rounds_ = 0;
    std::int64_t points_ = 0;
};

} // namespace rondetafel
