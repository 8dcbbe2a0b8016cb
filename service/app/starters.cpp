// SPDX-License-Identifier: EUPL-1.2
#include "starters.hpp"

#include <fstream>
#include <iterator>

namespace rondetafel::app
{

std::map<CovenantSubject, std::string> read_starters(const std::filesystem::path& folder)
{
    std::map<CovenantSubject, std::string> starters;
    for (const auto& [subject, text] : Words<CovenantSubject>::all)
    {
        std::ifstream stream(folder / (std::string(text) + ".md"), std::ios::binary);
        if (stream)
            starters[subject] =
                std::string(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>{});
    }
    return starters;
}

} // namespace rondetafel::app
