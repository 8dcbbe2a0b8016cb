// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/templates/templates.hpp>

#include <rondetafel/base/trimmed.hpp>

#include <kainjow/mustache.hpp>

#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>

namespace rondetafel::templates
{

namespace
{

constexpr int partial_depth_max = 8;

using Files = std::map<std::string, std::string, std::less<>>;

Files read_files(const std::filesystem::path& folder)
{
    Files files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    {
        if (entry.path().extension() != ".mustache")
            continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        auto name = std::filesystem::relative(entry.path(), folder).replace_extension().generic_string();
        files[name] = std::string{std::istreambuf_iterator<char>(stream), {}};
    }
    return files;
}

// One sentence of the catalogue as a piece of template: escaped, and its {names} turned into variables.
std::string as_template(const std::string& text, bool plain)
{
    std::string piece;
    for (std::size_t at = 0; at < text.size(); ++at)
    {
        const auto close = text[at] == '{' ? text.find('}', at) : std::string::npos;
        if (close != std::string::npos)
        {
            piece += "{{" + text.substr(at + 1, close - at - 1) + "}}";
            at = close;
        }
        else
            piece += plain ? std::string(1, text[at]) : escape_html(std::string_view(&text[at], 1));
    }
    return piece;
}

// Calls `replace` with what stands between `open` and `close`, and puts its answer in that place.
template <class Replace>
std::string replace_marks(const std::string& text, std::string_view open, std::string_view close,
                          const Replace& replace)
{
    std::string result;
    std::size_t at = 0;
    while (true)
    {
        const auto begin = text.find(open, at);
        const auto end = begin == std::string::npos ? begin : text.find(close, begin);
        if (end == std::string::npos)
            return result.append(text, at);
        result.append(text, at, begin - at);
        result += replace(text.substr(begin + open.size(), end - begin - open.size()));
        at = end + close.size();
    }
}

std::string with_partials(const Files& files, const std::string& name, int depth)
{
    const auto file = files.find(name);
    if (file == files.end() || depth > partial_depth_max)
        throw std::runtime_error("there is no template " + name);
    auto text = file->second;
    if (depth > 0 && !text.empty() && text.back() == '\n')
        text.pop_back();
    return replace_marks(text, "{{>", "}}",
                         [&](const std::string& partial) { return with_partials(files, trimmed(partial), depth + 1); });
}

// Line ends and indents between tags say nothing in HTML, and every line costs the renderer time.
std::string on_one_line(const std::string& text)
{
    static const std::regex indent{"\\s*\\n\\s*"};
    return std::regex_replace(text, indent, "\n");
}

} // namespace

bool Source::is_plain(std::string_view name)
{
    const auto base = name.substr(name.find_last_of('/') + 1);
    return base == "text" || base == "subject" || base.ends_with("_text");
}

Source::Source(const std::filesystem::path& folder, const Texts& texts)
{
    const auto files = read_files(folder);
    for (const auto language : languages)
        for (const auto& [name, unused] : files)
        {
            const bool plain = is_plain(name);
            try
            {
                const auto text = with_partials(files, name, 0);
                const auto full = replace_marks(text, "[[", "]]", [&](const std::string& key) {
                    return as_template(texts.get(language, trimmed(key)), plain);
                });
                const kainjow::mustache::mustache parsed{full};
                if (!parsed.is_valid())
                    throw std::runtime_error(parsed.error_message());
                texts_[language][name] = plain ? full : on_one_line(full);
            }
            catch (const std::exception& error)
            {
                throw std::runtime_error("template " + name + ": " + error.what());
            }
        }
}

const std::string& Source::text(Language language, std::string_view name) const
{
    const auto& all = texts_.at(language);
    const auto found = all.find(name);
    if (found == all.end())
        throw std::logic_error("there is no template " + std::string(name));
    return found->second;
}

std::vector<std::string> Source::names() const
{
    std::vector<std::string> all;
    for (const auto& [name, unused] : texts_.at(Language::nl))
        all.push_back(name);
    return all;
}

} // namespace rondetafel::templates
