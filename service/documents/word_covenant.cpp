// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/word_reading.hpp>

#include "alike.hpp"
#include "article_lines.hpp"
#include "word_groups.hpp"

#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel::documents
{

namespace
{

// The words as they are when everybody's changes are accepted.
std::vector<WordPiece> accepted(const WordParagraph& paragraph)
{
    std::vector<WordPiece> kept;
    for (const auto& piece : paragraph.pieces)
        if (piece.change != Change::deleted)
            kept.push_back(piece);
    return kept;
}

/// Writes the Markdown of a covenant file, section by section.
class CovenantFileWriter
{
public:
    void add(const WordParagraph& paragraph)
    {
        const auto pieces = accepted(paragraph);
        const auto words = without_noise(text_of(pieces));
        if (words.empty())
            return;
        const auto small = in_small_letters(words.substr(0, 10));
        if (title_.empty() && paragraph.heading && !is_article_heading(words) && !small.starts_with("overwe"))
            title_ = words;
        else if (is_article_heading(words))
            section(small.starts_with("bijlage") ? "Bijlage" : "Artikel", without_article_number(words));
        else if (small.starts_with("overwe") && words.size() < 40)
            begin("## Overwegingen", Section::considerations);
        else if (paragraph.heading)
            begin("## " + words, Section::left_out);
        else if (section_ == Section::considerations && in_small_letters(words).starts_with("komen het volgende overeen"))
            section_ = Section::left_out;
        else
            line(paragraph, pieces);
    }

    std::string finish(std::string title)
    {
        const auto& name = title.empty() ? title_ : title;
        return (name.empty() ? "" : "# " + name + "\n\n") + body_;
    }

private:
    enum class Section
    {
        left_out,
        considerations,
        article,
        definitions
    };

    void section(const std::string& word, const std::string& heading)
    {
        const auto small = in_small_letters(heading);
        const bool defines = small.find("begrip") != std::string::npos || small.find("definities") != std::string::npos;
        begin("## " + word + " 1 " + heading, defines ? Section::definitions : Section::article);
    }

    void begin(const std::string& heading, Section section)
    {
        body_ += (body_.empty() ? "" : "\n") + heading + "\n";
        section_ = section;
        in_member_ = false;
        after_item_ = false;
    }

    void line(const WordParagraph& paragraph, const std::vector<WordPiece>& pieces)
    {
        if (section_ == Section::left_out)
            return;
        const auto markdown = paragraph.table ? text_of(pieces) : without_noise(markdown_of(pieces));
        const auto marked = paragraph.list_mark + markdown;
        auto text = std::string(without_number(marked));
        const bool number = text != marked;
        const bool digit = number && marked[0] >= '0' && marked[0] <= '9';
        const bool letter = number && marked[0] >= 'a' && marked[0] <= 'z';
        if (section_ == Section::definitions && text.find(": ") != std::string::npos)
        {
            const auto end = text.begin() + static_cast<std::ptrdiff_t>(text.find(": "));
            text.erase(std::remove(text.begin(), end, '*'), end); // a term is a heading: it has no marks
            return item("- ", text);
        }
        if (section_ == Section::considerations)
            return item("- ", text);
        if (digit)
        {
            in_member_ = true;
            return item("1. ", text);
        }
        if (letter)
            return item(in_member_ ? "   a. " : "a. ", text);
        if (number)
            return item(in_member_ ? "   - " : "- ", text);
        body_ += '\n' + std::string(after_item_ ? "   " : "") + markdown + "\n";
    }

    void item(const char* start, const std::string& text)
    {
        body_ += (after_item_ ? "" : "\n") + std::string(start) + text + "\n";
        after_item_ = true;
    }

    std::string title_;
    std::string body_;
    Section section_ = Section::left_out;
    bool in_member_ = false;
    bool after_item_ = false;
};

} // namespace

Result<std::string> word_as_covenant_file(std::string_view pandoc_json)
{
    const auto word = read_word_paragraphs(pandoc_json);
    if (!word)
        return word.error();
    CovenantFileWriter writer;
    for (const auto& paragraph : word->paragraphs)
        writer.add(paragraph);
    return writer.finish(word->title);
}

} // namespace rondetafel::documents
