// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace rondetafel
{

/// Lines [before_begin, before_end) became lines [after_begin, after_end); one of the two may be empty, never
/// both.
struct Edit
{
    std::size_t before_begin = 0, before_end = 0;
    std::size_t after_begin = 0, after_end = 0;

    friend bool operator==(const Edit&, const Edit&) = default;
};

/// What to delete and insert to make one list of lines the other, in order; between two edits at least one
/// line is equal. Each line ends with a line feed. Bounded on any input: xdiff settles for a longer script
/// when the shortest takes too long. The only place that knows libgit2; safe to use from several threads.
std::vector<Edit> word_script(std::string_view before_lines, std::string_view after_lines);

} // namespace rondetafel
