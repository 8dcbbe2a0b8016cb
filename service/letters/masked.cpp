// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/letters/letter.hpp>

namespace rondetafel::letters
{

std::string masked(std::string_view text, std::string_view link)
{
    constexpr std::string_view hidden = "•••";
    const auto slash = link.find_last_of('/');
    const auto secret = slash == std::string_view::npos ? link : link.substr(slash + 1);
    std::string result;
    std::size_t at = 0;
    while (!secret.empty())
    {
        const auto found = text.find(secret, at);
        if (found == std::string_view::npos)
            break;
        result.append(text.substr(at, found - at)).append(hidden);
        at = found + secret.size();
    }
    return result.append(text.substr(at));
}

} // namespace rondetafel::letters
