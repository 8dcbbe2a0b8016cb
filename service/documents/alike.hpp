// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rondetafel::documents
{

/// A text without what a word processor changes by itself: kinds of blanks and quotes, soft hyphens, blanks in a row.
std::string without_noise(std::string_view text);

/// Without "1.", "b)", "–" and such at the start.
std::string_view without_number(std::string_view text);

/// For each of `after` the one of `before` that it was, in order on both sides: equal texts first of all, else texts that
/// share two fifths of their words. Very many texts are matched by equality only.
std::vector<std::optional<std::size_t>> align(const std::vector<std::string>& before, const std::vector<std::string>& after);

} // namespace rondetafel::documents
