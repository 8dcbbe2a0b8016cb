// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/language.hpp>
#include <rondetafel/base/problem.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace rondetafel
{

/// Every sentence a person reads, per language, from `nl.toml`, `en.toml`, `pl.toml` and the like in a folder.
/// Keys are dotted: "meeting.invite.button". A text may quote named values in braces: "{count} genodigden",
/// and may have forms per plural category of `count`: keys "….one", "….few", "….many", "….other".
/// Immutable after construction; safe to share between threads.
class Texts
{
public:
    /// Reads every `*.<language>.toml` and `<language>.toml` below `folder`.
    /// Throws std::runtime_error naming file and line when one is broken or a key stands twice.
    explicit Texts(const std::filesystem::path& folder);

    /// The text of `key`; the Dutch one when `language` has none. Throws std::out_of_range when Dutch has none.
    const std::string& get(Language language, std::string_view key) const;
    bool has(Language language, std::string_view key) const;
    /// The text with its named values filled in. Unknown names stay visible, so that a test finds them.
    std::string fill(Language language, std::string_view key, const Arguments& arguments) const;
    /// The form of `key` for a number, with {count} and `arguments` filled in.
    std::string count(Language language, std::string_view key, long long number, Arguments arguments = {}) const;

    using Catalogue = std::map<std::string, std::string, std::less<>>;
    const Catalogue& all(Language language) const { return catalogues_.at(language); }

private:
    std::map<Language, Catalogue> catalogues_;
};

} // namespace rondetafel
