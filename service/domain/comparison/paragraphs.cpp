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

std::vector<std::size_t> words_per_paragraph(const TokenText& text)
{
    std::vector<std::size_t> words;
    const auto& begins = text.paragraphs();
    for (std::size_t paragraph = 0; paragraph + 1 < begins.size(); ++paragraph)
    {
        words.push_back(0);
        for (auto at = begins[paragraph]; at < begins[paragraph + 1]; ++at)
            words.back() += text.is(TokenKind::word, at) ? 1 : 0;
    }
    return words;
}

bool is_same_paragraph(std::size_t shared, std::size_t words_before, std::size_t words_after)
{
    const auto equal = static_cast<double>(shared);
    return words_before + words_after == 0 ||
           2 * equal >= shared_min * static_cast<double>(words_before + words_after) ||
           (shared > 0 && equal >= contained_min * static_cast<double>(std::min(words_before, words_after)));
}

/// Goes through the old paragraphs, and through the new ones that they share words with.
class Rewritten
{
public:
    explicit Rewritten(Alignment& alignment)
        : alignment_(alignment), old_begins_(alignment.before.paragraphs()),
          new_begins_(alignment.after.paragraphs()), old_words_(words_per_paragraph(alignment.before)),
          new_words_(words_per_paragraph(alignment.after))
    {
    }

    void take_apart()
    {
        for (; old_ < old_words_.size(); ++old_)
            for (auto at = old_begins_[old_]; at < old_begins_[old_ + 1];)
                if (is_loose(at))
                    ++at;
                else
                    at = take_apart_from(at);
    }

private:
    // A break belongs to no paragraph's words.
    bool is_loose(std::size_t at) const
    {
        return alignment_.in_after[at] == Alignment::none ||
               alignment_.before.is(TokenKind::paragraph_break, at);
    }

    bool in_new_paragraph(std::size_t at) const
    {
        return static_cast<std::size_t>(alignment_.in_after[at]) < new_begins_[new_ + 1];
    }

    // All tokens that the same two paragraphs share follow each other, since pairs never cross. Gives their
    // end.
    std::size_t take_apart_from(std::size_t first)
    {
        while (!in_new_paragraph(first))
            ++new_;
        std::size_t shared = 0;
        auto end = first;
        for (; end < old_begins_[old_ + 1] && (is_loose(end) || in_new_paragraph(end)); ++end)
            shared += !is_loose(end) && alignment_.before.is(TokenKind::word, end) ? 1 : 0;
        if (!is_same_paragraph(shared, old_words_[old_], new_words_[new_]))
            for (auto at = first; at < end; ++at)
                if (!is_loose(at))
                    alignment_.part(at);
        return end;
    }

    Alignment& alignment_;
    const std::vector<std::size_t>& old_begins_;
    const std::vector<std::size_t>& new_begins_;
    std::vector<std::size_t> old_words_;
    std::vector<std::size_t> new_words_;
    std::size_t old_ = 0; ///< paragraph
    std::size_t new_ = 0;
};

} // namespace

void show_rewritten_paragraphs_whole(Alignment& alignment)
{
    Rewritten(alignment).take_apart();
}

} // namespace rondetafel
