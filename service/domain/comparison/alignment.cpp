// SPDX-License-Identifier: EUPL-1.2
#include "alignment.hpp"

#include "text_script.hpp"

#include <algorithm>

namespace rondetafel
{

namespace
{

bool ends_sentence(const TokenText& text, std::size_t at)
{
    const auto key = text.key(at);
    return text.is(TokenKind::punctuation, at) &&
           (key == "." || key == ";" || key == ":" || key == "?" || key == "!");
}

/// How well a stretch of inserted or deleted tokens hangs together; more is better.
int rank(const TokenText& text, std::size_t begin, std::size_t end)
{
    const auto is_break = [&](std::size_t at) { return text.is(TokenKind::paragraph_break, at); };
    const bool after_break = begin == 0 || is_break(begin - 1);
    const bool before_break = end == text.size() || is_break(end);
    if ((after_break && is_break(end - 1)) || (is_break(begin) && before_break) ||
        (after_break && before_break))
        return 4;
    if ((after_break || ends_sentence(text, begin - 1)) && ends_sentence(text, end - 1))
        return 3;
    if (begin > 0 && text.is(TokenKind::punctuation, begin - 1) && text.is(TokenKind::punctuation, end - 1))
        return 2;
    return text.is(TokenKind::word, begin) ? 1 : 0;
}

/// One text of an alignment, seen as the one in which a stretch stands that the other lacks.
struct Side
{
    const TokenText& text;
    std::vector<std::int32_t>& partner;
    std::vector<std::int32_t>& back;
};

// The script has the last of the places where the same words can be called new. This looks back as far as
// they repeat, and never over another change.
void settle(Side side, std::size_t begin, std::size_t end)
{
    auto best_back = std::size_t{0};
    auto best = rank(side.text, begin, end);
    std::size_t back = 1;
    for (; back <= begin && side.partner[begin - back] != Alignment::none; ++back)
    {
        if (side.text.key(begin - back) != side.text.key(end - back))
            break;
        const auto other = static_cast<std::size_t>(side.partner[begin - back]);
        if (begin == back || other == 0 || side.partner[begin - back - 1] == Alignment::none ||
            side.back[other - 1] == Alignment::none)
        {
            // The very start is a good place; against another change is not.
            if (begin != back || other != 0)
                break;
        }
        if (const auto here = rank(side.text, begin - back, end - back); here > best)
        {
            best = here;
            best_back = back;
        }
    }
    for (std::size_t step = 1; step <= best_back; ++step)
    {
        const auto other = side.partner[begin - step];
        side.partner[end - step] = other;
        side.partner[begin - step] = Alignment::none;
        side.back[static_cast<std::size_t>(other)] = static_cast<std::int32_t>(end - step);
    }
}

} // namespace

void Alignment::pair(std::size_t before_at, std::size_t after_at)
{
    in_after[before_at] = static_cast<std::int32_t>(after_at);
    in_before[after_at] = static_cast<std::int32_t>(before_at);
}

void Alignment::part(std::size_t before_at)
{
    auto& partner = in_after[before_at];
    in_before[static_cast<std::size_t>(partner)] = none;
    partner = none;
}

std::vector<Edit> Alignment::edits() const
{
    std::vector<Edit> found;
    std::size_t old_at = 0;
    std::size_t new_at = 0;
    while (old_at < in_after.size() || new_at < in_before.size())
    {
        Edit edit{old_at, old_at, new_at, new_at};
        while (edit.before_end < in_after.size() && in_after[edit.before_end] == none)
            ++edit.before_end;
        while (edit.after_end < in_before.size() && in_before[edit.after_end] == none)
            ++edit.after_end;
        if (edit.before_end > edit.before_begin || edit.after_end > edit.after_begin)
            found.push_back(edit);
        old_at = std::min(edit.before_end + 1, in_after.size());
        new_at = std::min(edit.after_end + 1, in_before.size());
    }
    return found;
}

Alignment align(std::string_view before, std::string_view after, const SameArticles& same)
{
    Alignment found{tokens_of(before), tokens_of(after, same), {}, {}};
    found.in_after.assign(found.before.size(), Alignment::none);
    found.in_before.assign(found.after.size(), Alignment::none);
    const auto script = text_script(found.before, found.after);
    for_each_equal(script, found.before.size(), [&](std::size_t old_at, std::size_t new_at) {
        // Fingerprints may be equal where the keys are not.
        if (found.before.key(old_at) == found.after.key(new_at))
            found.pair(old_at, new_at);
    });
    for (const auto& edit : script)
        if (edit.before_begin == edit.before_end)
            settle({found.after, found.in_before, found.in_after}, edit.after_begin, edit.after_end);
        else if (edit.after_begin == edit.after_end)
            settle({found.before, found.in_after, found.in_before}, edit.before_begin, edit.before_end);
    return found;
}

} // namespace rondetafel
