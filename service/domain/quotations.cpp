// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/reactions.hpp>

#include <rondetafel/base/trimmed.hpp>

#include <algorithm>

namespace rondetafel
{

namespace
{

constexpr std::size_t context_characters = 32;
constexpr std::size_t telling_bytes = 24; ///< a quotation this long is found by itself, without its surroundings
constexpr std::size_t alike_bytes = 8;

/// A text without what a reader does not see or cannot type: one blank for any white space, straight quotation marks,
/// no emphasis, brackets or list marks. `at[i]` is where byte i stood.
struct Plain
{
    std::string text;
    std::vector<std::size_t> at;

    void add(char letter, std::size_t where)
    {
        text += letter;
        at.push_back(where);
    }
};

struct Spelling
{
    std::string_view written;
    std::string_view plain;
};
constexpr Spelling spellings[] = {{"\u00a0", " "}, {"\u202f", " "}, {"\u2018", "'"}, {"\u2019", "'"},
                                  {"\u201c", "\""}, {"\u201d", "\""}, {"\u201e", "\""}, {"\u2011", "-"}};

bool is_blank_byte(char letter) { return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r'; }

/// The length of "1. ", "a. " or "- " at the start of a line, its indent included; 0 when there is none.
std::size_t list_mark(std::string_view line)
{
    auto end = std::min(line.find_first_not_of(' '), line.size());
    if (line.substr(end).starts_with("- "))
        return end + 2;
    const auto begin = end;
    while (end < line.size() && end - begin < 3 &&
           ((line[end] >= '0' && line[end] <= '9') || (line[end] >= 'a' && line[end] <= 'z')))
        ++end;
    return end > begin && line.substr(end).starts_with(". ") ? end + 2 : 0;
}

Plain plain_of(std::string_view text)
{
    Plain plain;
    for (std::size_t at = 0; at < text.size();)
    {
        if (at == 0 || text[at - 1] == '\n')
            if (const auto mark = list_mark(text.substr(at)); mark > 0)
            {
                at += mark;
                continue;
            }
        const auto* spelling = std::find_if(std::begin(spellings), std::end(spellings), [&](const Spelling& candidate) {
            return text.substr(at).starts_with(candidate.written);
        });
        const bool special = spelling != std::end(spellings);
        const char letter = special ? spelling->plain.front() : text[at];
        const auto width = special ? spelling->written.size() : 1;
        const bool dropped = letter == '*' || letter == '[' || letter == ']';
        if (is_blank_byte(letter))
        {
            if (!plain.text.empty() && plain.text.back() != ' ')
                plain.add(' ', at);
        }
        else if (!dropped)
            plain.add(letter, at);
        at += width;
    }
    return plain;
}

std::size_t common_end(std::string_view left, std::string_view right)
{
    const auto limit = std::min(left.size(), right.size());
    std::size_t same = 0;
    while (same < limit && left[left.size() - 1 - same] == right[right.size() - 1 - same])
        ++same;
    return same;
}

std::size_t common_start(std::string_view left, std::string_view right)
{
    const auto end = std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first;
    return static_cast<std::size_t>(end - left.begin());
}

bool starts_character(char letter) { return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U; }

/// The last characters before a place, or the first from it.
std::string_view before(std::string_view text, std::size_t place)
{
    auto begin = place;
    for (std::size_t count = 0; begin > 0 && count < context_characters; --begin)
        count += starts_character(text[begin - 1]) ? 1 : 0;
    return text.substr(begin, place - begin);
}

std::string_view after(std::string_view text, std::size_t place)
{
    auto end = place;
    for (std::size_t count = 0; end < text.size(); ++end)
        if (starts_character(text[end]) && ++count > context_characters)
            break;
    return text.substr(place, end - place);
}

/// The end of a plain stretch in the text it came from, so that a character of several bytes stays whole.
std::size_t end_in(std::string_view text, const Plain& plain, std::size_t last)
{
    auto end = plain.at[last] + 1;
    while (end < text.size() && !starts_character(text[end]))
        ++end;
    return end;
}

} // namespace

std::optional<Anchor> find_quote(std::string_view text, std::string_view quote, std::string_view prefix,
                                 std::string_view suffix)
{
    const auto plain = plain_of(text);
    const auto quoted = plain_of(quote);
    const auto words = trimmed_part(quoted.text);
    if (words.empty())
        return std::nullopt;
    const auto wanted_before = plain_of(prefix).text;
    const auto wanted_after = plain_of(suffix).text;
    std::optional<std::size_t> best;
    std::size_t best_likeness = 0;
    for (auto found = plain.text.find(words); found != std::string::npos; found = plain.text.find(words, found + 1))
    {
        const auto ahead = trimmed_part(std::string_view(plain.text).substr(0, found));
        const auto behind = trimmed_part(std::string_view(plain.text).substr(found + words.size()));
        const auto likeness = common_end(ahead, trimmed_part(wanted_before)) +
                              common_start(behind, trimmed_part(wanted_after));
        if (!best || likeness > best_likeness)
        {
            best = found;
            best_likeness = likeness;
        }
    }
    const bool has_surroundings = !wanted_before.empty() || !wanted_after.empty();
    const bool alike = best_likeness >= std::min(alike_bytes, wanted_before.size() + wanted_after.size());
    if (!best || (has_surroundings && words.size() < telling_bytes && !alike))
        return std::nullopt;
    return Anchor{plain.at[*best], end_in(text, plain, *best + words.size() - 1)};
}

std::optional<Quotation> quotation_of(std::string_view text, std::string_view typed)
{
    const auto place = find_quote(text, typed, {}, {});
    if (!place)
        return std::nullopt;
    return Quotation{std::string(text.substr(place->begin, place->end - place->begin)),
                     std::string(before(text, place->begin)), std::string(after(text, place->end))};
}

} // namespace rondetafel
