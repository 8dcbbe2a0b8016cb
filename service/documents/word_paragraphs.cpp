// SPDX-License-Identifier: EUPL-1.2
#include "word_paragraphs.hpp"

#include "pipe_table.hpp"

#include <rondetafel/documents/clean_text.hpp>
#include <rondetafel/documents/word_source.hpp>

#include <boost/json.hpp>

#include <algorithm>
#include <map>

namespace rondetafel::documents
{

namespace
{

namespace json = boost::json;

constexpr int depth_max = 100;
constexpr std::size_t around_bytes = 32;
constexpr std::size_t quote_bytes_max = 1'000; ///< enough to find the place; comments may span the same words

struct TooDeep
{
};
struct TooMany
{
};

std::string_view text_at(const json::value& value) { return {value.as_string().data(), value.as_string().size()}; }

/// Attributes of pandoc: [id, classes, [[name, value], …]].
struct Attributes
{
    explicit Attributes(const json::value& value) : parts(value.as_array()) {}
    bool has_class(std::string_view name) const
    {
        return std::ranges::any_of(parts.at(1).as_array(), [&](const auto& one) { return text_at(one) == name; });
    }
    std::string get(std::string_view name) const
    {
        for (const auto& pair : parts.at(2).as_array())
            if (text_at(pair.at(0)) == name)
                return one_line(text_at(pair.at(1)));
        return {};
    }
    const json::array& parts;
};

/// Walks the tree and writes down paragraphs.
class Walk
{
public:
    explicit Walk(WordText& text) : text_(text) {}

    void blocks(const json::array& all, const std::string& style, int depth)
    {
        if (depth > depth_max)
            throw TooDeep{};
        for (const auto& block : all)
            add_block(block.as_object(), style, depth);
    }

    std::string plain(const json::array& all)
    {
        WordParagraph paragraph;
        inlines(paragraph, all, {}, 0);
        return paragraph.before();
    }

private:
    void add_block(const json::object& block, const std::string& style, int depth)
    {
        const auto kind = text_at(block.at("t"));
        if (kind == "Para" || kind == "Plain")
            add_paragraph(block.at("c").as_array(), style, false);
        else if (kind == "Header")
            add_paragraph(block.at("c").at(2).as_array(), style, true);
        else if (kind == "Div")
        {
            const auto own = Attributes(block.at("c").at(0)).get("custom-style");
            blocks(block.at("c").at(1).as_array(), own.empty() ? style : own, depth + 1);
        }
        else if (kind == "BlockQuote")
            blocks(block.at("c").as_array(), style, depth + 1);
        else if (kind == "BulletList")
            list(block.at("c").as_array(), "- ", style, depth);
        else if (kind == "OrderedList")
        {
            const auto letters = text_at(block.at("c").at(0).at(1).at("t")).find("Alpha") != std::string_view::npos;
            list(block.at("c").at(1).as_array(), letters ? "a. " : "1. ", style, depth);
        }
        else if (kind == "Table")
            add_table(block.at("c").as_array());
        else if (kind == "CodeBlock" || kind == "RawBlock")
            add_words(std::string(text_at(block.at("c").at(1))), style);
    }

    void list(const json::array& items, const char* mark, const std::string& style, int depth)
    {
        for (const auto& item : items)
        {
            const auto first = text_.paragraphs.size();
            blocks(item.as_array(), style, depth + 1);
            if (first < text_.paragraphs.size() && text_.paragraphs[first].list_mark.empty())
                text_.paragraphs[first].list_mark = mark;
        }
    }

    WordParagraph& next(const std::string& style)
    {
        if (text_.paragraphs.size() == word_paragraphs_max)
            throw TooMany{};
        auto& paragraph = text_.paragraphs.emplace_back();
        paragraph.style = style;
        return paragraph;
    }

    void add_words(std::string words, const std::string& style)
    {
        next(style).pieces.push_back({one_line(words), false, false, Change::equal, {}});
    }

    void add_paragraph(const json::array& all, const std::string& style, bool heading)
    {
        auto& paragraph = next(style);
        paragraph.heading = heading;
        open_.clear();
        inlines(paragraph, all, {}, 0);
        const auto before = paragraph.before();
        for (auto& comment : paragraph.comments)
            if (const auto at = before.find(comment.quote); !comment.quote.empty() && at != std::string::npos)
            {
                comment.prefix = tail(before.substr(0, at));
                comment.suffix = head(std::string_view(before).substr(at + comment.quote.size()), around_bytes);
            }
    }

    // Whole letters only: a cut inside one would not be text any more.
    static std::string tail(const std::string& text)
    {
        auto from = text.size() - std::min(text.size(), around_bytes);
        while (from < text.size() && (text[from] & '\xC0') == '\x80')
            ++from;
        return text.substr(from);
    }
    static std::string head(std::string_view text, std::size_t bytes)
    {
        auto end = std::min(text.size(), bytes);
        while (end > 0 && end < text.size() && (text[end] & '\xC0') == '\x80')
            --end;
        return std::string(text.substr(0, end));
    }

    void inlines(WordParagraph& paragraph, const json::array& all, WordPiece look, int depth)
    {
        if (depth > depth_max)
            throw TooDeep{};
        for (const auto& one : all)
            add_inline(paragraph, one.as_object(), look, depth);
    }

    void add_inline(WordParagraph& paragraph, const json::object& one, const WordPiece& look, int depth)
    {
        const auto kind = text_at(one.at("t"));
        if (kind == "Str")
            add(paragraph, text_at(one.at("c")), look);
        else if (kind == "Space" || kind == "SoftBreak" || kind == "LineBreak")
            add(paragraph, " ", look);
        else if (kind == "Strong" || kind == "Emph")
        {
            auto inner = look;
            (kind == "Strong" ? inner.strong : inner.emphasis) = true;
            inlines(paragraph, one.at("c").as_array(), inner, depth + 1);
        }
        else if (kind == "Underline" || kind == "Strikeout" || kind == "Superscript" || kind == "Subscript" ||
                 kind == "SmallCaps")
            inlines(paragraph, one.at("c").as_array(), look, depth + 1);
        else if (kind == "Quoted" || kind == "Link" || kind == "Cite")
            inlines(paragraph, one.at("c").at(1).as_array(), look, depth + 1);
        else if (kind == "Code" || kind == "Math")
            add(paragraph, text_at(one.at("c").at(1)), look);
        else if (kind == "Span")
            add_span(paragraph, one.at("c").as_array(), look, depth);
        // What else there is (images, footnotes) has no place in a covenant.
    }

    void add_span(WordParagraph& paragraph, const json::array& span, WordPiece look, int depth)
    {
        const Attributes about(span.at(0));
        const auto& content = span.at(1).as_array();
        if (about.has_class("comment-start"))
            return begin_comment(paragraph, about, content);
        if (about.has_class("comment-end"))
        {
            open_.erase(std::string(text_at(span.at(0).at(0))) + about.get("id"));
            return;
        }
        if (const auto style = about.get("custom-style"); style.starts_with(id_style))
            paragraph.article = style.substr(id_style.size());
        const bool inserted = about.has_class("insertion");
        const bool deleted = about.has_class("deletion");
        if (inserted || deleted)
        {
            look.author = about.get("author");
            if (look.author.empty())
                look.author = "?";
            look.change = inserted ? Change::inserted : Change::deleted;
            text_.authors.insert(look.author);
        }
        inlines(paragraph, content, look, depth + 1);
    }

    void begin_comment(WordParagraph& paragraph, const Attributes& about, const json::array& content)
    {
        WordComment comment;
        comment.author = about.get("author");
        comment.text = several_lines(plain(content));
        if (comments_++ >= word_comments_max)
        {
            text_.further_comments.push_back(std::move(comment));
            return;
        }
        open_[std::string(text_at(about.parts.at(0))) + about.get("id")] = paragraph.comments.size();
        paragraph.comments.push_back(std::move(comment));
    }

    void add(WordParagraph& paragraph, std::string_view text, const WordPiece& look)
    {
        if (look.change != Change::inserted)
            quote(paragraph, text);
        auto& pieces = paragraph.pieces;
        if (!pieces.empty() && pieces.back().strong == look.strong && pieces.back().emphasis == look.emphasis &&
            pieces.back().change == look.change && pieces.back().author == look.author)
        {
            pieces.back().text += text;
            return;
        }
        pieces.push_back(look);
        pieces.back().text = text;
    }

    void quote(WordParagraph& paragraph, std::string_view text)
    {
        std::erase_if(open_, [&](const auto& one) {
            if (one.second >= paragraph.comments.size()) // this is the text of a comment itself
                return false;
            auto& words = paragraph.comments[one.second].quote;
            const auto room = quote_bytes_max - words.size();
            words += head(text, room);
            return text.size() >= room;
        });
    }

    // The words of a cell, as they are after all changes.
    std::string cell_text(const json::array& cell)
    {
        WordText inside;
        Walk(inside).blocks(cell.at(4).as_array(), {}, 0);
        std::string text;
        for (const auto& paragraph : inside.paragraphs)
            for (const auto& piece : paragraph.pieces)
                if (piece.change != Change::deleted)
                    text += piece.text;
        return cell_of(one_line(text));
    }

    void add_row(std::string& table, const json::value& row, bool head)
    {
        const auto& cells = row.at(1).as_array();
        std::string line = "|";
        std::string rule = "|";
        for (const auto& cell : cells)
        {
            line += ' ' + cell_text(cell.as_array()) + " |";
            rule += "---|";
        }
        table += (table.empty() ? "" : "\n") + line;
        if (head)
            table += '\n' + rule;
    }

    void add_table(const json::array& content)
    {
        std::string table;
        for (const auto& row : content.at(3).at(1).as_array())
            add_row(table, row, table.empty());
        for (const auto& body : content.at(4).as_array())
        {
            for (const auto& row : body.at(2).as_array())
                add_row(table, row, table.empty());
            for (const auto& row : body.at(3).as_array())
                add_row(table, row, table.empty());
        }
        auto& paragraph = next({});
        paragraph.table = true;
        paragraph.pieces.push_back({table, false, false, Change::equal, {}});
    }

    WordText& text_;
    std::map<std::string, std::size_t> open_; ///< comments whose quotation runs, by their number
    std::size_t comments_ = 0;
};

// pandoc puts the blanks at both ends of a tracked change outside it. Where words were left out, a blank may now stand
// before a comma or point, where none belongs.
void join(std::vector<WordPiece>& kept, WordPiece piece)
{
    const auto first = piece.text.find_first_not_of(' ');
    const bool mark = first != std::string::npos && std::string_view(".,;:!?)").find(piece.text[first]) != std::string_view::npos;
    if (mark && !kept.empty())
    {
        piece.text.erase(0, first);
        auto& last = kept.back().text;
        last.erase(last.find_last_not_of(' ') + 1);
    }
    kept.push_back(std::move(piece));
}

} // namespace

std::string text_of(const std::vector<WordPiece>& pieces)
{
    std::string text;
    for (const auto& piece : pieces)
        text += piece.text;
    return text;
}

std::string WordParagraph::before() const { return text_of(as_changed_by({})); }

std::string WordParagraph::all() const { return text_of(pieces); }

bool WordParagraph::has_changes_of(const std::string& author) const
{
    return std::ranges::any_of(
        pieces, [&](const auto& piece) { return piece.change != Change::equal && piece.author == author; });
}

std::vector<WordPiece> WordParagraph::as_changed_by(const std::string& author) const
{
    std::vector<WordPiece> kept;
    for (const auto& piece : pieces)
        if (piece.change == Change::equal || (piece.change == Change::inserted) == (piece.author == author))
            join(kept, piece);
    return kept;
}

Result<WordText> read_word_paragraphs(std::string_view text)
{
    try
    {
        json::parse_options options;
        options.max_depth = 500;
        const auto tree = json::parse(json::string_view(text.data(), text.size()), {}, options);
        WordText word;
        Walk walk(word);
        if (const auto* title = tree.at("meta").as_object().if_contains("title");
            title != nullptr && text_at(title->at("t")) == "MetaInlines")
            word.title = one_line(walk.plain(title->at("c").as_array()));
        walk.blocks(tree.at("blocks").as_array(), {}, 0);
        return word;
    }
    catch (const TooMany&)
    {
        return invalid("file", "word.too_large");
    }
    catch (const TooDeep&)
    {
        return invalid("file", "word.broken");
    }
    catch (const std::exception&) // not the JSON we expect
    {
        return invalid("file", "word.broken");
    }
}

} // namespace rondetafel::documents
