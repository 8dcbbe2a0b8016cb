// SPDX-License-Identifier: EUPL-1.2
#include "letter_parts.hpp"

#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel::letters
{

namespace
{

constexpr std::size_t columns = 72;
constexpr std::string_view signature = "-- ";

std::string_view without_end_blanks(std::string_view line)
{
    return line.substr(0, line.find_last_not_of(' ') + 1);
}

/// The blanks that a line which continues this one begins with; behind the dash of a list point.
std::string indent_of(std::string_view line)
{
    auto at = std::min(line.find_first_not_of(' '), line.size());
    if (line.substr(at).starts_with("- "))
        at += 2;
    return std::string(at, ' ');
}

/// Where to break a line: its last blank within the width, or else the first one after it, so that a link
/// stays whole; npos when there is none.
std::size_t break_of(std::string_view line, std::size_t indent)
{
    auto cut = std::string_view::npos;
    for (auto blank = line.find(' ', indent); blank != std::string_view::npos;
         blank = line.find(' ', blank + 1))
    {
        if (cut != std::string_view::npos && characters(line.substr(0, blank)) > columns)
            break;
        cut = blank;
    }
    return cut;
}

void append_wrapped(std::string& into, std::string_view line)
{
    const auto indent = indent_of(line);
    std::string rest{line};
    while (characters(rest) > columns)
    {
        const auto cut = break_of(rest, indent.size());
        if (cut == std::string::npos)
            break;
        into.append(without_end_blanks(std::string_view(rest).substr(0, cut))).append("\n");
        rest = indent + rest.substr(cut + 1);
    }
    into.append(rest).append("\n");
}

} // namespace

std::string wrapped(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();)
    {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        at = end + 1;
        if (line == signature)
            result.append(signature).append("\n");
        else if (const auto bare = without_end_blanks(line); !bare.empty())
            append_wrapped(result, bare);
        else if (!result.empty() && !result.ends_with("\n\n"))
            result += '\n';
    }
    result.erase(result.find_last_not_of('\n') + 1);
    return result + '\n';
}

} // namespace rondetafel::letters
