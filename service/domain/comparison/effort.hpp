// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstddef>

namespace rondetafel
{

/// What the comparison of two texts may cost, whatever they are. Texts that are alike use little of it. On
/// hostile ones searches become shorter as less is left, and their scripts longer than they need to be.
class Effort
{
public:
    explicit Effort(std::size_t bytes)
        : points_left_(100'000 + points_per_byte * bytes), edits_max_(1'000 + bytes / bytes_per_edit)
    {
    }

    /// How many changes a search may look ahead when so many elements are still to be compared.
    std::size_t rounds(std::size_t elements_left) const
    {
        return std::clamp(share * points_left_ / (elements_left + 1), rounds_min, rounds_max);
    }
    void spend(std::size_t points) { points_left_ -= std::min(points_left_, points); }
    /// Nobody reads more changes than these one by one: in a long text every third word would be one.
    std::size_t edits_max() const { return edits_max_; }

private:
    static constexpr std::size_t points_per_byte = 4;
    static constexpr std::size_t bytes_per_edit = 40;
    static constexpr std::size_t share = 4; ///< since most searches end before they took theirs
    static constexpr std::size_t rounds_min = 8;
    static constexpr std::size_t rounds_max = 256;

    std::size_t points_left_; ///< that may still be looked at
    std::size_t edits_max_;
};

} // namespace rondetafel
