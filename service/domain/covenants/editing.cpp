// SPDX-License-Identifier: EUPL-1.2
#include "pieces.hpp"

#include <rondetafel/base/unicode.hpp>
#include <rondetafel/domain/fields.hpp>

#include <algorithm>
#include <array>

namespace rondetafel
{

namespace
{

constexpr std::size_t text_characters_max = 60'000;
constexpr std::size_t heading_characters_max = 200;

std::string indented(const std::string& body, std::size_t blanks)
{
    std::string text;
    for (std::size_t from = 0; from <= body.size();)
    {
        const auto end = std::min(body.find('\n', from), body.size());
        if (from > 0)
            text += '\n' + (end > from ? std::string(blanks, ' ') : std::string());
        text.append(body, from, end - from);
        from = end + 1;
    }
    return text;
}

std::string line_of(const Article& piece, const std::string& number, bool in_member)
{
    if (piece.kind == ArticleKind::definition)
        return "- " + piece.heading + ": " + indented(piece.body, 3);
    return std::string(in_member ? 3 : 0, ' ') + number + ". " + indented(piece.body, in_member ? 6 : 3);
}

std::string written(const CovenantText& text, const ArticleId& id)
{
    const auto pieces = branch(text, id);
    if (pieces.empty())
        return {};
    const auto numbered = numbers(text);
    std::string typed = pieces.front().body;
    for (std::size_t at = 1; at < pieces.size(); ++at)
    {
        if (!typed.empty())
            typed += at == 1 ? "\n\n" : "\n";
        typed += line_of(pieces[at], numbered.at(pieces[at].id), pieces[at].parent != id);
    }
    return typed;
}

// LF line ends, no control characters, no blanks at line ends, tabs as blanks, at most one empty line in a
// row.
std::string cleaned(std::string_view typed)
{
    std::string text;
    for (const char letter : composed(typed))
        if (letter == '\n')
        {
            text.erase(text.find_last_not_of(' ') + 1);
            if (!text.ends_with("\n\n"))
                text += '\n';
        }
        else if (letter == '\t')
            text += ' ';
        else if (static_cast<unsigned char>(letter) >= 0x20 && letter != 0x7f)
            text += letter;
    text.erase(text.find_last_not_of(" \n") + 1);
    return text;
}

// "Art.  3 , lid 2" and "artikel 3, lid 2" are one reference.
std::string reference_key(std::string_view typed)
{
    std::string key;
    for (const char letter : in_small_letters(typed))
        if (letter == ',')
            continue;
        else if (letter != ' ' || (!key.empty() && key.back() != ' '))
            key += letter;
    if (key.starts_with("art. "))
        key.replace(0, 5, "artikel ");
    else if (key.starts_with("art "))
        key.replace(0, 4, "artikel ");
    return key.substr(0, key.find_last_not_of(' ') + 1);
}

bool looks_like_reference(std::string_view key)
{
    constexpr std::array starts{"artikel ", "overweging ", "bijlage ", "begrip "};
    return std::any_of(starts.begin(), starts.end(),
                       [&](const char* start) { return key.starts_with(start); });
}

// "[artikel 3]" becomes {id}; an article that is not there is a problem, other brackets are text. A bracket that
// another one follows is text too, so that no stretch is read twice.
Result<std::string> with_ids(const CovenantText& text, std::string_view typed)
{
    std::map<std::string, ArticleId> by_citation;
    for (const auto& [id, name] : citations(text))
        by_citation.emplace(reference_key(name), id);
    std::string out;
    std::size_t from = 0;
    for (auto open = typed.find('['); open != std::string_view::npos; open = typed.find('[', open + 1))
    {
        const auto close = typed.find_first_of("[]", open + 1);
        if (close == std::string_view::npos)
            break;
        if (typed[close] == '[')
            continue;
        const auto inner = typed.substr(open + 1, close - open - 1);
        const auto key = reference_key(inner);
        const auto known = by_citation.find(key);
        if (known == by_citation.end() && looks_like_reference(key))
            return invalid("text", "article.no_such_reference", {{"reference", std::string(inner)}});
        if (known == by_citation.end())
            continue;
        out.append(typed.substr(from, open - from)).append("{" + known->second.value + "}");
        from = close + 1;
    }
    return out.append(typed.substr(from));
}

bool holds_html(std::string_view text)
{
    for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
        if (at + 1 < text.size() && (std::isalpha(static_cast<unsigned char>(text[at + 1])) != 0 ||
                                     text[at + 1] == '/' || text[at + 1] == '!' || text[at + 1] == '?'))
            return true;
    return false;
}

Result<Done> check(const CovenantText& text, const std::string& heading, const std::string& typed)
{
    FieldChecks checks;
    checks.one_line("heading", heading, heading_characters_max);
    checks.lines("text", typed, text_characters_max);
    if (is_blank(heading) && is_blank(typed))
        checks.refuse("text", "text.missing");
    if (holds_html(typed) || holds_html(heading))
        checks.refuse("text", "article.html");
    for (const auto& id : references_in(typed))
        if (find_article(text, id) == nullptr)
            checks.refuse("text", "article.no_such_reference", {{"reference", id.value}});
    return checks.outcome();
}

} // namespace

std::string source_text(const CovenantText& text, const ArticleId& id)
{
    return written(text, id);
}

std::string edited_text(const CovenantText& text, const ArticleId& id)
{
    auto bracketed = citations(text);
    for (auto& [article, name] : bracketed)
        name = '[' + name + ']';
    return resolved(written(text, id), bracketed);
}

Result<std::vector<Article>> read_article(const CovenantText& text, const Article& article,
                                          std::string_view heading, std::string_view typed,
                                          Randomness& randomness)
{
    const auto clean_heading = cleaned(heading);
    const auto clean = cleaned(typed);
    if (auto checked = check(text, clean_heading, clean); !checked)
        return checked.error();
    const auto source = with_ids(text, clean);
    if (!source)
        return source.error();
    const auto pieces = pieces_of(article.kind, *source);
    if (auto checked = check_pieces(article.kind, pieces); !checked)
        return checked.error();
    auto made = article;
    made.heading = clean_heading;
    auto read = named(made, branch(text, article.id), pieces, randomness);
    // Marks and indents are written out in full, so that what is kept may be longer than what was typed.
    FieldChecks kept;
    kept.lines("text", written({{}, {}, read}, article.id), text_characters_max);
    if (!kept.all_good())
        return kept.outcome().error();
    return read;
}

} // namespace rondetafel
