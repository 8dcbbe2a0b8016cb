// SPDX-License-Identifier: EUPL-1.2
#include "alignment.hpp"

#include <algorithm>
#include <array>

namespace rondetafel
{

namespace
{

constexpr std::size_t words_max = 2;
/// One word more may be called changed for every twenty that are.
constexpr std::size_t economy = 20;

constexpr std::array<std::string_view, 36> little_words{
    "aan", "al", "als",  "bij", "dan", "dat", "de",  "deze", "die",  "dit",    "door", "een",
    "en",  "er", "haar", "het", "hun", "in",  "is",  "met",  "naar", "niet",   "of",   "om",
    "ook", "op", "over", "te",  "tot", "uit", "van", "voor", "wat",  "worden", "zich", "zijn"};
static_assert(std::ranges::is_sorted(little_words));

bool is_little(const TokenText& text, std::size_t at)
{
    return std::binary_search(little_words.begin(), little_words.end(), text.key(at));
}

bool ends_in_blank(std::string_view spelling)
{
    return spelling.ends_with(' ') || spelling.ends_with('\n') || spelling.ends_with("\xC2\xA0");
}

// Words as a reader counts them, between blanks: a comma behind a word is not one.
std::size_t words_between_blanks(const TokenText& text, std::size_t begin, std::size_t end, bool starts)
{
    std::size_t words = 0;
    for (auto at = begin; at < end; ++at)
        if (!text.is(TokenKind::paragraph_break, at) &&
            ((starts && at == begin) || at == 0 || ends_in_blank(text.spelling(at - 1))))
            ++words;
    return words;
}

std::size_t changed_words(const Alignment& alignment, const std::vector<Edit>& edits)
{
    std::size_t words = 0;
    for (const auto& edit : edits)
        words += words_between_blanks(alignment.before, edit.before_begin, edit.before_end, true) +
                 words_between_blanks(alignment.after, edit.after_begin, edit.after_end, true);
    return words;
}

bool is_replacement(const Edit& edit)
{
    return edit.before_end > edit.before_begin && edit.after_end > edit.after_begin;
}

/// Whether what stands between two edits is worth nothing by itself.
bool is_trifle(const TokenText& text, std::size_t begin, std::size_t end)
{
    std::size_t words = 0;
    for (auto at = begin; at < end; ++at)
        if (text.is(TokenKind::paragraph_break, at) || text.is(TokenKind::item, at))
            return false;
        else if (text.is(TokenKind::word, at) && (++words > words_max || !is_little(text, at)))
            return false;
    return true;
}

} // namespace

void join_changes_over_little_words(Alignment& alignment)
{
    const auto edits = alignment.edits();
    auto left = changed_words(alignment, edits) / economy;
    for (std::size_t at = 1; at < edits.size(); ++at)
    {
        const auto& previous = edits[at - 1];
        const auto& next = edits[at];
        if (!is_replacement(previous) || !is_replacement(next) ||
            !is_trifle(alignment.before, previous.before_end, next.before_begin))
            continue;
        const auto cost =
            words_between_blanks(alignment.before, previous.before_end, next.before_begin, false) +
            words_between_blanks(alignment.after, previous.after_end, next.after_begin, false);
        if (cost > left)
            continue;
        left -= cost;
        for (auto token = previous.before_end; token < next.before_begin; ++token)
            alignment.part(token);
    }
}

} // namespace rondetafel
