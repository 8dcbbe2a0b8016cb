// SPDX-License-Identifier: EUPL-1.2
#include "alike.hpp"

#include <rondetafel/base/unicode.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace rondetafel::documents
{

namespace
{

constexpr double likeness_min = 0.4;
/// Beyond this many pairs only equal texts are matched.
constexpr std::size_t pairs_max = 40'000;

struct Same
{
    std::string_view from;
    std::string_view to;
};

constexpr std::array noise{
    Same{"\xC2\xA0", " "},     Same{"\xE2\x80\xAF", " "}, Same{"\xE2\x80\x89", " "}, Same{"\xE2\x80\x82", " "},
    Same{"\t", " "},           Same{"\n", " "},           Same{"\xE2\x80\x98", "'"}, Same{"\xE2\x80\x99", "'"},
    Same{"\xE2\x80\x9A", "'"}, Same{"\xE2\x80\x9C", "\""}, Same{"\xE2\x80\x9D", "\""}, Same{"\xE2\x80\x9E", "\""},
    Same{"\xC2\xAD", ""},      Same{"\xE2\x80\x8B", ""}};

using Bag = std::map<std::string, int>;

Bag bag_of(const std::string& text)
{
    Bag bag;
    for (std::size_t from = 0; from < text.size();)
    {
        const auto end = std::min(text.find(' ', from), text.size());
        if (end > from)
            ++bag[text.substr(from, end - from)];
        from = end + 1;
    }
    return bag;
}

double likeness(const Bag& left, const Bag& right)
{
    int all = 0;
    int shared = 0;
    for (const auto& [word, count] : left)
    {
        all += count;
        if (const auto other = right.find(word); other != right.end())
            shared += std::min(count, other->second);
    }
    for (const auto& [word, count] : right)
        all += count;
    return all == 0 ? 0 : 2.0 * shared / all;
}

} // namespace

std::string without_noise(std::string_view text)
{
    const auto whole = composed(text);
    std::string clean;
    for (std::size_t at = 0; at < whole.size();)
    {
        const auto rest = std::string_view(whole).substr(at);
        const auto* same = std::ranges::find_if(noise, [&](const Same& one) { return rest.starts_with(one.from); });
        const auto letter = same == noise.end() ? rest.substr(0, 1) : same->to;
        at += same == noise.end() ? 1 : same->from.size();
        if (letter != " " || (!clean.empty() && clean.back() != ' '))
            clean += letter;
    }
    if (clean.ends_with(' '))
        clean.pop_back();
    return clean;
}

std::string_view without_number(std::string_view text)
{
    for (const std::string_view mark : {"– ", "- ", "• ", "* "})
        if (text.starts_with(mark))
            return text.substr(mark.size());
    std::size_t end = 0;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
        ++end;
    const bool digits = end > 0;
    while (end < text.size() && end < 4 && text[end] >= 'a' && text[end] <= 'z')
        ++end;
    const bool short_enough = end > 0 && (digits ? end <= 4 : end <= 2);
    if (short_enough && end + 1 < text.size() && (text[end] == '.' || text[end] == ')') && text[end + 1] == ' ')
        return text.substr(end + 2);
    return text;
}

std::vector<std::optional<std::size_t>> align(const std::vector<std::string>& before, const std::vector<std::string>& after)
{
    const auto rows = before.size();
    const auto columns = after.size();
    std::vector<std::optional<std::size_t>> found(columns);
    if (rows * columns > pairs_max)
    {
        std::size_t from = 0;
        for (std::size_t column = 0; column < columns; ++column)
            if (const auto at = std::find(before.begin() + static_cast<std::ptrdiff_t>(from), before.end(), after[column]);
                at != before.end())
            {
                found[column] = static_cast<std::size_t>(at - before.begin());
                from = *found[column] + 1;
            }
        return found;
    }
    std::vector<Bag> old_words, new_words;
    for (const auto& text : before)
        old_words.push_back(bag_of(text));
    for (const auto& text : after)
        new_words.push_back(bag_of(text));
    const auto worth = [&](std::size_t row, std::size_t column) {
        if (before[row] == after[column])
            return 3.0;
        const auto like = likeness(old_words[row], new_words[column]);
        return like >= likeness_min ? 1.0 + like : -1.0;
    };
    // best[r][c] is the best that the texts from r and c on can do.
    std::vector<std::vector<double>> best(rows + 1, std::vector<double>(columns + 1, 0));
    std::vector<std::vector<double>> worths(rows, std::vector<double>(columns, 0));
    for (auto row = rows; row-- > 0;)
        for (auto column = columns; column-- > 0;)
        {
            worths[row][column] = worth(row, column);
            best[row][column] = std::max(best[row + 1][column], best[row][column + 1]);
            if (worths[row][column] > 0)
                best[row][column] = std::max(best[row][column], worths[row][column] + best[row + 1][column + 1]);
        }
    for (std::size_t row = 0, column = 0; row < rows && column < columns;)
    {
        if (worths[row][column] > 0 && best[row][column] == worths[row][column] + best[row + 1][column + 1])
            found[column++] = row++;
        else if (best[row][column] == best[row + 1][column])
            ++row;
        else
            ++column;
    }
    return found;
}

} // namespace rondetafel::documents
