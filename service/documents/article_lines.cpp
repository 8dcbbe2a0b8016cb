// SPDX-License-Identifier: EUPL-1.2
#include "article_lines.hpp"

#include "alike.hpp"
#include "pipe_table.hpp"

#include <array>

namespace rondetafel::documents
{

namespace
{

using Role = ArticleLine::Role;

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char letter : text)
    {
        if (letter == '*' || letter == '\\' || letter == '`')
            out += '\\';
        out += letter;
    }
    return out;
}

// Marks stand against words, never against a blank: "**vet** ", not "**vet **".
std::string marked(std::string_view text, const char* mark)
{
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return std::string(text);
    const auto last = text.find_last_not_of(' ') + 1;
    return std::string(text.substr(0, first)) + mark + std::string(text.substr(first, last - first)) + mark +
           std::string(text.substr(last));
}

std::string looked(std::string text, bool strong, bool emphasis)
{
    if (emphasis)
        text = marked(text, "*");
    if (strong)
        text = marked(text, "**");
    return text;
}

/// Gathers the lines of one article from its outline.
class Gather
{
public:
    Gather(const CovenantText& text, const ArticleId& article) : text_(text), article_(article) {}

    std::vector<ArticleLine> lines()
    {
        for (const auto& piece : outline_of(text_, article_))
            add(piece);
        return std::move(lines_);
    }

private:
    void add(const Piece& piece)
    {
        if (piece.kind == Piece::Kind::heading)
            return line(Role::heading, piece.number, piece.words, plain(piece.words));
        if (piece.kind == Piece::Kind::body)
            return blocks(piece.blocks, Role::body, Role::body, {});
        const auto* article = find_article(text_, piece.article);
        switch (article->kind)
        {
        case ArticleKind::member:
            return blocks(piece.blocks, Role::member, Role::more_of_member, piece.number);
        case ArticleKind::part:
            return article->parent == article_
                       ? blocks(piece.blocks, Role::own_part, Role::more_of_member, piece.number)
                       : blocks(piece.blocks, Role::part, Role::more_of_part, piece.number);
        case ArticleKind::definition:
            return definition(piece);
        default:
            return blocks(piece.blocks, Role::body, Role::body, piece.number);
        }
    }

    static std::string plain(const Spans& spans)
    {
        std::string text;
        for (const auto& span : spans)
            text += span.line_break ? " " : span.text;
        return text;
    }

    void line(Role role, const std::string& number, const Spans& spans, std::string markdown)
    {
        ArticleLine line;
        line.role = role;
        line.markdown = std::move(markdown);
        const auto words = plain(spans);
        line.words = without_noise(number.empty() ? words : number + ' ' + words);
        line.bare = without_noise(words);
        for (const auto& span : spans)
            if (span.reference)
                line.references.emplace_back(span.text, span.reference);
        lines_.push_back(std::move(line));
    }

    void definition(const Piece& piece)
    {
        auto spans = piece.words;
        Span colon;
        colon.text = ": ";
        spans.push_back(colon);
        auto markdown = plain(piece.words) + ": ";
        if (!piece.blocks.empty())
        {
            spans.insert(spans.end(), piece.blocks.front().spans.begin(), piece.blocks.front().spans.end());
            markdown += markdown_of(piece.blocks.front().spans);
        }
        line(Role::definition, {}, spans, markdown);
        if (piece.blocks.size() > 1)
            blocks({piece.blocks.begin() + 1, piece.blocks.end()}, Role::more_of_member, Role::more_of_member, {});
    }

    void blocks(const Blocks& all, Role first, Role further, const std::string& number)
    {
        bool begun = false;
        // A piece without a paragraph of its own still has its number.
        if (!number.empty() && (all.empty() || all.front().kind != Block::Kind::paragraph))
        {
            line(first, number, {}, {});
            begun = true;
        }
        for (const auto& block : all)
        {
            if (block.kind == Block::Kind::table)
                table(block);
            else if (block.kind != Block::Kind::paragraph)
                list(block, further);
            else
                line(begun ? further : first, begun ? std::string() : number, block.spans, markdown_of(block.spans));
            begun = true;
        }
    }

    void list(const Block& list, Role further)
    {
        int next = list.first;
        for (const auto& item : list.items)
        {
            const bool numbers = list.kind == Block::Kind::numbers;
            const auto number = numbers ? std::to_string(next++) + '.' : std::string("–");
            blocks(item, numbers ? Role::number : Role::bullet, further, number);
        }
    }

    static std::string cells(const std::vector<Spans>& row, bool as_markdown)
    {
        std::string line = "|";
        for (const auto& cell : row)
            line += ' ' + cell_of(as_markdown ? markdown_of(cell) : plain(cell)) + " |";
        return line;
    }

    void table(const Block& block)
    {
        std::string markdown;
        std::string words;
        for (std::size_t row = 0; row < block.rows.size(); ++row)
        {
            markdown += (row > 0 ? "\n" : "") + cells(block.rows[row], true);
            words += (row > 0 ? "\n" : "") + cells(block.rows[row], false);
            if (row > 0)
                continue;
            std::string rule = "\n|";
            for (std::size_t cell = 0; cell < block.rows[row].size(); ++cell)
                rule += "---|";
            markdown += rule;
            words += rule;
        }
        line(Role::table, {}, {}, markdown);
        lines_.back().words = lines_.back().bare = without_noise(words);
    }

    const CovenantText& text_;
    const ArticleId& article_;
    std::vector<ArticleLine> lines_;
};

struct Shape
{
    Role role;
    const char* start;
    bool paragraph; ///< stands apart by an empty line
};

constexpr std::array shapes{
    Shape{Role::body, "", true},           Shape{Role::bullet, "- ", false},
    Shape{Role::number, "1. ", false},     Shape{Role::member, "1. ", false},
    Shape{Role::part, "   a. ", false},    Shape{Role::own_part, "a. ", false},
    Shape{Role::definition, "- ", false},  Shape{Role::more_of_member, "   ", true},
    Shape{Role::more_of_part, "      ", true}, Shape{Role::table, "", true}};

const Shape& shape_of(Role role)
{
    for (const auto& shape : shapes)
        if (shape.role == role)
            return shape;
    return shapes.front();
}

} // namespace

std::vector<ArticleLine> lines_of(const CovenantText& text, const ArticleId& article)
{
    return Gather(text, article).lines();
}

std::string typed(const std::vector<ArticleLine>& lines)
{
    std::string text;
    bool after_paragraph = false;
    for (const auto& line : lines)
    {
        if (line.role == Role::heading)
            continue;
        const auto& shape = shape_of(line.role);
        if (!text.empty())
            text += shape.paragraph || after_paragraph ? "\n\n" : "\n";
        text += shape.start + line.markdown;
        after_paragraph = line.role == Role::body || line.role == Role::table;
    }
    return text;
}

std::string markdown_of(const Spans& spans)
{
    std::string text;
    for (const auto& span : spans)
    {
        if (span.line_break)
            text += "\\\n";
        else if (span.reference)
            text += looked('{' + span.reference.value + '}', span.strong, span.emphasis);
        else
            text += looked(escaped(span.text), span.strong, span.emphasis);
    }
    return text;
}

std::string markdown_of(const std::vector<WordPiece>& pieces)
{
    // Words of different authors that look the same are one stretch.
    std::string text;
    for (std::size_t at = 0; at < pieces.size();)
    {
        std::string words;
        const auto& first = pieces[at];
        for (; at < pieces.size() && pieces[at].strong == first.strong && pieces[at].emphasis == first.emphasis; ++at)
            words += pieces[at].text;
        text += looked(escaped(words), first.strong, first.emphasis);
    }
    return text;
}

} // namespace rondetafel::documents
