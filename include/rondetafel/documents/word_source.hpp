// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/time.hpp>
#include <rondetafel/domain/comparison.hpp>
#include <rondetafel/domain/covenants.hpp>

#include <string>
#include <string_view>

namespace rondetafel::documents
{

/// The style that carries an article's id through Word: on the number of each first-level piece, unseen.
inline constexpr std::string_view id_style = "Rondetafel ";

/// A covenant as pandoc's JSON, from which the press makes a Word or ODT file: real headings and styles, numbers as text.
/// `subtitle` stands under the title: version, date and short hash.
std::string word_source(const CovenantText& text, const std::string& subtitle);

/// Whom Word names as the author of tracked changes, and when.
struct ChangeAuthor
{
    std::string name;
    Instant at;
};

/// A comparison as a file with tracked changes, so that accepting all gives the newer text.
std::string word_source(const Comparison& comparison, const std::string& subtitle, const ChangeAuthor& author);

} // namespace rondetafel::documents
