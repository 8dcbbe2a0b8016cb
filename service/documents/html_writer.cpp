// SPDX-License-Identifier: EUPL-1.2
#include "html_writer.hpp"

#include <rondetafel/templates/templates.hpp>

namespace rondetafel::documents
{

using templates::escape_html;

void HtmlWriter::write(const Outline& outline)
{
    for (const auto& piece : outline)
        write(piece);
}

std::string HtmlWriter::finish() &&
{
    close_section();
    return std::move(html_);
}

void HtmlWriter::write(const Piece& piece)
{
    if (piece.kind != Piece::Kind::item)
        close_items(0);
    switch (piece.kind)
    {
    case Piece::Kind::title:
        if (setting_.title)
            write_heading(piece, setting_.level - 1);
        break;
    case Piece::Kind::heading:
        close_section();
        html_ += "<section class=\"rt-covenant__section\"" + id_of(piece) + ">\n";
        section_ = true;
        write_heading(piece, setting_.level);
        break;
    case Piece::Kind::lead:
        html_ += "<p class=\"rt-covenant__lead\">";
        write(piece.words);
        html_ += "</p>\n";
        break;
    case Piece::Kind::line:
        html_ += "<p class=\"rt-covenant__line\">";
        write(piece.words);
        html_ += "</p>\n";
        break;
    case Piece::Kind::body:
        write(piece.blocks);
        break;
    case Piece::Kind::item:
        write_item(piece);
    }
}

std::string HtmlWriter::id_of(const Piece& piece) const
{
    return setting_.anchors && piece.article ? " id=\"" + setting_.anchor + escape_html(piece.article.value) + '"' : "";
}

void HtmlWriter::number(const Piece& piece, const char* after)
{
    if (piece.number.empty())
        return;
    html_ += "<span class=\"rt-covenant__number\">";
    open_change(piece.change);
    html_ += escape_html(piece.number);
    close_change(piece.change);
    html_ += "</span>";
    html_ += after;
}

void HtmlWriter::write_heading(const Piece& piece, int level)
{
    const auto tag = 'h' + std::to_string(level);
    html_ += '<' + tag + " class=\"nl-heading nl-heading--level-" + std::to_string(level) + "\">";
    number(piece, piece.words.empty() ? "" : " ");
    write(piece.words);
    html_ += "</" + tag + ">\n";
}

void HtmlWriter::write_item(const Piece& piece)
{
    close_items(piece.depth + 1);
    if (open_items_ == piece.depth + 1)
        html_ += "</li>\n";
    while (open_items_ < piece.depth + 1)
    {
        // An item stands in a list; one whose parent is missing still gets its list.
        html_ += "<ol class=\"rt-covenant__items\" role=\"list\">\n";
        if (++open_items_ < piece.depth + 1)
            html_ += "<li>";
    }
    html_ += "<li" + id_of(piece) + "><p>";
    number(piece, " ");
    write_term(piece);
    write_after_number(piece.blocks);
}

// A term and its meaning stand on one line.
void HtmlWriter::write_term(const Piece& piece)
{
    if (piece.words.empty())
        return;
    auto words = piece.words;
    for (auto& word : words)
        word.strong = true;
    Span colon;
    colon.text = ": ";
    colon.change = piece.change;
    words.push_back(std::move(colon));
    write(words);
}

// The number stands in the first paragraph, so that it is read, copied and found together with the words.
void HtmlWriter::write_after_number(const Blocks& blocks)
{
    const bool together = !blocks.empty() && blocks.front().kind == Block::Kind::paragraph;
    if (together)
        write(blocks.front().spans);
    html_ += "</p>\n";
    for (std::size_t at = together ? 1 : 0; at < blocks.size(); ++at)
        write_block(blocks[at]);
}

void HtmlWriter::close_items(int depth)
{
    for (; open_items_ > depth; --open_items_)
        html_ += "</li>\n</ol>\n";
}

void HtmlWriter::close_section()
{
    close_items(0);
    if (section_)
        html_ += "</section>\n";
    section_ = false;
}

void HtmlWriter::write(const Blocks& blocks)
{
    for (const auto& block : blocks)
        write_block(block);
}

void HtmlWriter::write_block(const Block& block)
{
    if (block.kind == Block::Kind::table)
        return write_table(block);
    if (block.kind != Block::Kind::paragraph)
        return write_list(block);
    html_ += "<p>";
    write(block.spans);
    html_ += "</p>\n";
}

void HtmlWriter::write_list(const Block& list)
{
    const bool numbers = list.kind == Block::Kind::numbers;
    html_ += numbers ? "<ol class=\"rt-covenant__items\" role=\"list\">\n" : "<ul class=\"rt-covenant__items\" role=\"list\">\n";
    int next = list.first;
    for (const auto& item : list.items)
    {
        html_ += "<li><p><span class=\"rt-covenant__number\">" + (numbers ? std::to_string(next++) + '.' : "–") + "</span> ";
        write_after_number(item);
        html_ += "</li>\n";
    }
    html_ += numbers ? "</ol>\n" : "</ul>\n";
}

void HtmlWriter::write_table(const Block& table)
{
    html_ += "<table class=\"rt-covenant__table\">\n";
    for (std::size_t row = 0; row < table.rows.size(); ++row)
    {
        const bool head = row == 0;
        html_ += head ? "<thead><tr>" : row == 1 ? "<tbody><tr>" : "<tr>";
        for (const auto& cell : table.rows[row])
        {
            html_ += head ? "<th scope=\"col\">" : "<td>";
            write(cell);
            html_ += head ? "</th>" : "</td>";
        }
        html_ += head ? "</tr></thead>\n" : "</tr>\n";
    }
    html_ += table.rows.size() > 1 ? "</tbody></table>\n" : "</table>\n";
}

void HtmlWriter::write(const Spans& spans)
{
    auto change = Change::equal;
    for (const auto& span : spans)
    {
        if (span.change != change)
        {
            close_change(change);
            change = span.change;
            open_change(change);
        }
        write_span(span);
    }
    close_change(change);
}

void HtmlWriter::open_change(Change change)
{
    if (change == Change::equal)
        return;
    const bool deleted = change == Change::deleted;
    html_ += deleted ? "<del>" : "<ins>";
    html_ += "<span class=\"rt-sr\">[" + escape_html(deleted ? setting_.deleted_word : setting_.inserted_word) + ": </span>";
}

void HtmlWriter::close_change(Change change)
{
    if (change == Change::equal)
        return;
    html_ += "<span class=\"rt-sr\">]</span>";
    html_ += change == Change::deleted ? "</del>" : "</ins>";
}

void HtmlWriter::write_span(const Span& span)
{
    if (span.line_break)
    {
        html_ += "<br>";
        return;
    }
    if (span.strong)
        html_ += "<strong>";
    if (span.emphasis)
        html_ += "<em>";
    // What was deleted may cite a piece that is gone: no link leads there.
    const bool link = span.reference && span.change != Change::deleted;
    if (link)
        html_ += "<a class=\"nl-link\" href=\"" + setting_.reference_base + '#' + setting_.anchor +
                 escape_html(span.reference.value) + "\">";
    html_ += escape_html(span.text);
    if (link)
        html_ += "</a>";
    if (span.emphasis)
        html_ += "</em>";
    if (span.strong)
        html_ += "</strong>";
}

} // namespace rondetafel::documents
