// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/letters/mime.hpp>

#include <string>
#include <vector>

namespace rondetafel::letters::samples
{

inline constexpr const char* link = "https://rondetafel.example/u/7kq2mzx4v9b3n8c5t0ahwd6egj";

/// One letter to look at; `name` is that of its golden file: "receipt-no".
struct Sample
{
    std::string name;
    LetterFacts facts;
};

/// The facts of a letter as they are in the Aalsmeer example.
LetterFacts facts(LetterKind kind, Language language = Language::nl);

/// Every kind of letter, and the variants in which some say something else.
std::vector<Sample> all(Language language);

/// The templates of this source tree, read once.
std::shared_ptr<const templates::Source> source();

MimeHeaders headers();

} // namespace rondetafel::letters::samples
