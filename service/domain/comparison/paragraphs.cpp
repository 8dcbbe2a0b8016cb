// SPDX-License-Identifier: EUPL-1.2
#include "alignment.hpp"

#include <algorithm>

namespace rondetafel
{

namespace
{

/// Two paragraphs of which less is shared are not the same paragraph: more than 0.6 changed.
constexpr double shared_min = 0.4;
/// Unless nearly all of the shorter one stands in the longer: then one was split, joined, extended or
/// shortened.
constexpr double contained_min = 0.7;

/// The paragraph of each token, and how many words each paragraph has. A break belongs to no paragraph's
/// words.
struct Paragraphs
{
    std::vector<std::uint32_t> of_token;
    std::vector<std::uint32_t> words;
};

Paragraphs paragraphs_of(const TokenText& text)
{
    Paragraphs found{{}, {0}};
    found.of_token.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at)
    {
        found.of_token.push_back(static_cast<std::uint32_t>(found.words.size() - 1));
        if (text.is(TokenKind::word, at))
            ++found.words.back();
        else if (text.is(TokenKind::paragraph_break, at))
            found.words.push_back(0);
    }
    return found;
}

bool is_same_paragraph(std::size_t shared, std::size_t words_before, std::size_t words_after)
{
    const auto equal = static_cast<double>(shared);
    return words_before + words_after == 0 ||
           2 * equal >= shared_min * static_cast<double>(words_before + words_after) ||
           (shared > 0 && equal >= contained_min * static_cast<double>(std::min(words_before, words_after)));
}

} // namespace

void show_rewritten_paragraphs_whole(Alignment& alignment)
{
    const auto before = paragraphs_of(alignment.before);
    const auto after = paragraphs_of(alignment.after);
    const auto old_size = alignment.in_after.size();
    const auto is_loose = [&](std::size_t at) {
        return alignment.in_after[at] == Alignment::none ||
               alignment.before.is(TokenKind::paragraph_break, at);
    };
    const auto pair_of = [&](std::size_t at) {
        return std::pair{before.of_token[at],
                         after.of_token[static_cast<std::size_t>(alignment.in_after[at])]};
    };
    for (std::size_t first = 0; first < old_size;)
    {
        if (is_loose(first))
        {
            ++first;
            continue;
        }
        // All tokens that the same two paragraphs share follow each other, since pairs never cross.
        const auto [old_paragraph, new_paragraph] = pair_of(first);
        std::size_t shared = 0;
        auto end = first;
        for (; end < old_size && before.of_token[end] == old_paragraph; ++end)
            if (!is_loose(end))
            {
                if (pair_of(end).second != new_paragraph)
                    break;
                shared += alignment.before.is(TokenKind::word, end) ? 1 : 0;
            }
        if (!is_same_paragraph(shared, before.words[old_paragraph], after.words[new_paragraph]))
            for (auto at = first; at < end; ++at)
                if (!is_loose(at))
                    alignment.part(at);
        first = end;
    }
}

} // namespace rondetafel
