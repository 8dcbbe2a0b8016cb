// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "edit_script.hpp"
#include "tokens.hpp"

#include <cstdint>
#include <vector>

namespace rondetafel
{

/// Which token of the old text stands for which of the new one. Pairs never cross.
struct Alignment
{
    static constexpr std::int32_t none = -1;

    TokenText before;
    TokenText after;
    std::vector<std::int32_t> in_after;  ///< for each token before: the equal one after, or none
    std::vector<std::int32_t> in_before; ///< and the other way round

    void pair(std::size_t before_at, std::size_t after_at);
    void part(std::size_t before_at);
    /// The stretches that are not paired, in order.
    std::vector<Edit> edits() const;
};

/// The tokens that stay in the script of both texts, with each insertion and deletion moved to where a reader
/// expects it: after a paragraph, a sentence or a comma rather than in the middle of two.
Alignment align(std::string_view before, std::string_view after, const SameArticles& same = {});

/// Takes words apart again that stayed equal by chance in a paragraph of which more than 0.6 changed, so that
/// it is shown whole, old and new.
void show_rewritten_paragraphs_whole(Alignment& alignment);

/// Takes a comma or a little word apart that stands alone between changed words: "de" and "en" between two
/// replacements help no reader. Costs at most a twentieth of the changed words.
void join_changes_over_little_words(Alignment& alignment);

} // namespace rondetafel
