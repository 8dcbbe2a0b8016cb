// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fingerprint.hpp"

#include <rondetafel/domain/covenants.hpp>

#include <cstddef>
#include <vector>

namespace rondetafel
{

/// The words of an article without their order, as sorted fingerprints; `place` is where it stands in its
/// text.
struct Bag
{
    std::size_t place = 0;
    std::vector<Fingerprint> words;
};
Bag bag_of(const Article& article, std::size_t place);

/// Two articles that share enough words: twice the shared ones as part of all words of both (Dice), 1 when
/// equal.
struct Likely
{
    std::size_t before = 0, after = 0;
    double likeness = 0;
};

/// All pairs with at least `likeness_min`, in order of place. The work is bounded: in texts of an absurd size
/// the last pairs are not looked at, and count as not alike.
std::vector<Likely> alike(const std::vector<Bag>& before, const std::vector<Bag>& after, double likeness_min);

} // namespace rondetafel
