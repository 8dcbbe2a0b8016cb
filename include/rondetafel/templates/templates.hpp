// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/texts.hpp>
#include <rondetafel/templates/view.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace rondetafel::templates
{

/// The text of every template in a folder, per language, with the catalogue's texts already in place.
/// A file `meetings/show.mustache` is the template "meetings/show". `{{> name}}` takes in another file as it stands;
/// `[[key]]` becomes the catalogue's text, whose {names} become `{{names}}`. Files called `text.mustache` and
/// `subject.mustache` are plain text, all others HTML. Immutable and shared between threads.
class Source
{
public:
    /// Throws std::runtime_error naming the file when a partial or a key is missing, or the syntax is broken.
    Source(const std::filesystem::path& folder, const Texts& texts);

    const std::string& text(Language language, std::string_view name) const;
    static bool is_plain(std::string_view name);

    /// All template names, for the test that looks at every one.
    std::vector<std::string> names() const;

private:
    std::map<Language, std::map<std::string, std::string, std::less<>>> texts_;
};

/// Fills templates. Parsed copies are kept inside and rendering changes them, so each thread has its own.
class Templates
{
public:
    explicit Templates(std::shared_ptr<const Source> source);
    ~Templates();
    Templates(Templates&&) noexcept;

    /// Throws std::logic_error naming template and value when the view lacks a name.
    std::string render(Language language, const std::string& name, const View& view);

private:
    struct Parsed;
    std::shared_ptr<const Source> source_;
    std::unique_ptr<Parsed> parsed_;
};

/// Escapes for HTML text and attributes.
std::string escape_html(std::string_view text);

} // namespace rondetafel::templates
