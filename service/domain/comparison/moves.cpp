// SPDX-License-Identifier: EUPL-1.2
#include "moves.hpp"

#include <algorithm>

namespace rondetafel
{

std::vector<bool> moved_among(const std::vector<std::size_t>& old_places)
{
    constexpr auto none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> last_of_length; // where the stretch of each length ends that ends lowest
    std::vector<std::size_t> previous(old_places.size(), none);
    for (std::size_t at = 0; at < old_places.size(); ++at)
    {
        const auto longer =
            std::lower_bound(last_of_length.begin(), last_of_length.end(), old_places[at],
                             [&](std::size_t end, std::size_t place) { return old_places[end] < place; });
        if (longer != last_of_length.begin())
            previous[at] = *(longer - 1);
        if (longer == last_of_length.end())
            last_of_length.push_back(at);
        else
            *longer = at;
    }
    std::vector<bool> moved(old_places.size(), true);
    for (auto at = last_of_length.empty() ? none : last_of_length.back(); at != none; at = previous[at])
        moved[at] = false;
    return moved;
}

} // namespace rondetafel
