// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/texts.hpp>

#include <rondetafel/base/wording.hpp>

#include <toml++/toml.h>

#include <algorithm>
#include <stdexcept>

namespace rondetafel
{

namespace
{

void flatten(const toml::table& table, const std::string& prefix, const std::string& file, Texts::Catalogue& into)
{
    for (const auto& [name, node] : table)
    {
        const auto key = prefix.empty() ? std::string(name.str()) : prefix + '.' + std::string(name.str());
        if (const auto* nested = node.as_table())
            flatten(*nested, key, file, into);
        else if (const auto text = node.value<std::string>())
        {
            if (!into.emplace(key, *text).second)
                throw std::runtime_error(file + ": the text " + key + " stands twice");
        }
        else
            throw std::runtime_error(file + ": " + key + " is no text");
    }
}

toml::table parsed(const std::filesystem::path& file)
{
    try
    {
        return toml::parse_file(file.string());
    }
    catch (const toml::parse_error& error)
    {
        throw std::runtime_error(file.string() + ", line " + std::to_string(error.source().begin.line) + ": " +
                                 std::string(error.description()));
    }
}

} // namespace

Texts::Texts(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".toml")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto language : languages)
    {
        auto& catalogue = catalogues_[language];
        for (const auto& file : files)
        {
            const auto stem = file.stem().string();
            if (stem == code(language) || stem.ends_with('.' + code(language)))
                flatten(parsed(file), "", file.string(), catalogue);
        }
    }
}

bool Texts::has(Language language, std::string_view key) const
{
    const auto& catalogue = catalogues_.at(language);
    return catalogue.find(key) != catalogue.end();
}

const std::string& Texts::get(Language language, std::string_view key) const
{
    const auto& catalogue = catalogues_.at(language);
    if (const auto found = catalogue.find(key); found != catalogue.end())
        return found->second;
    if (language != Language::nl)
        return get(Language::nl, key);
    throw std::out_of_range("there is no text " + std::string(key));
}

std::string Texts::fill(Language language, std::string_view key, const Arguments& arguments) const
{
    const auto& text = get(language, key);
    std::string filled;
    for (std::size_t at = 0; at < text.size();)
    {
        const auto open = text.find('{', at);
        const auto close = open == std::string::npos ? open : text.find('}', open);
        if (close == std::string::npos)
            return filled.append(text, at);
        filled.append(text, at, open - at);
        const auto name = text.substr(open + 1, close - open - 1);
        const auto argument =
            std::find_if(arguments.begin(), arguments.end(), [&](const auto& pair) { return pair.first == name; });
        filled += argument == arguments.end() ? text.substr(open, close - open + 1) : argument->second;
        at = close + 1;
    }
    return filled;
}

std::string Texts::count(Language language, std::string_view key, long long number, Arguments arguments) const
{
    const auto base = std::string(key);
    auto form = base + '.' + plural_form(number, language);
    if (!has(language, form))
        form = base + ".other";
    // A Dutch text has Dutch forms: 3 is "few" in Polish and "other" in Dutch.
    if (!has(language, form) && language != Language::nl)
        return count(Language::nl, key, number, std::move(arguments));
    arguments.emplace_back("count", std::to_string(number));
    return fill(language, form, arguments);
}

} // namespace rondetafel
