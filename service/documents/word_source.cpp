// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/word_source.hpp>

#include "outline.hpp"

#include <boost/json.hpp>

namespace rondetafel::documents
{

namespace
{

namespace json = boost::json;

/// Writes an outline as pandoc's document tree (pandoc-types 1.22).
class PandocWriter
{
public:
    PandocWriter(std::string subtitle, const ChangeAuthor* author) : subtitle_(std::move(subtitle)), author_(author) {}

    std::string write(const Outline& outline)
    {
        for (const auto& piece : outline)
            add(piece);
        json::object meta{{"title", node("MetaInlines", inlines(title_))},
                          {"lang", node("MetaString", "nl-NL")},
                          {"subtitle", node("MetaInlines", json::array{words(subtitle_)})}};
        return json::serialize(json::object{
            {"pandoc-api-version", json::array{1, 22}}, {"meta", std::move(meta)}, {"blocks", std::move(blocks_)}});
    }

private:
    static json::object node(const char* type, json::value content)
    {
        return json::object{{"t", type}, {"c", std::move(content)}};
    }

    static json::array attributes(json::array classes, json::array pairs)
    {
        return json::array{"", std::move(classes), std::move(pairs)};
    }

    static json::value words(std::string_view text) { return node("Str", json::string(text)); }

    static json::array styled(std::string_view style)
    {
        return attributes({}, json::array{json::array{"custom-style", json::string(style)}});
    }

    json::value changed(const char* kind, json::array content) const
    {
        json::array who{json::array{"author", json::string(author_->name)},
                        json::array{"date", json::string(iso(author_->at))}};
        return node("Span", json::array{attributes(json::array{kind}, std::move(who)), std::move(content)});
    }

    json::value one(const Span& span) const
    {
        json::value inner = span.line_break ? json::value(json::object{{"t", "LineBreak"}}) : words(span.text);
        if (span.emphasis)
            inner = node("Emph", json::array{std::move(inner)});
        if (span.strong)
            inner = node("Strong", json::array{std::move(inner)});
        if (span.change == Change::equal || author_ == nullptr)
            return inner;
        return changed(span.change == Change::inserted ? "insertion" : "deletion", json::array{std::move(inner)});
    }

    json::array inlines(const Spans& spans) const
    {
        json::array all;
        for (const auto& span : spans)
            all.push_back(one(span));
        return all;
    }

    // A paragraph that came or went as a whole takes its end along.
    json::value paragraph(const Spans& spans, Change number_change = Change::equal) const
    {
        auto all = inlines(spans);
        auto change = spans.empty() ? number_change : spans.front().change;
        for (const auto& span : spans)
            if (span.change != change)
                change = Change::equal;
        if (change != Change::equal && author_ != nullptr)
            all.push_back(changed(change == Change::inserted ? "paragraph-insertion" : "paragraph-deletion", {}));
        return node("Para", std::move(all));
    }

    void add_styled(std::string_view style, json::array content)
    {
        blocks_.push_back(node("Div", json::array{styled(style), std::move(content)}));
    }

    static Span span_of(std::string text, Change change)
    {
        Span span;
        span.text = std::move(text);
        span.change = change;
        return span;
    }

    void add(const Piece& piece)
    {
        switch (piece.kind)
        {
        case Piece::Kind::title:
            title_ = piece.words;
            return;
        case Piece::Kind::heading:
            return add_heading(piece);
        case Piece::Kind::lead:
            return add_styled("Convenantkader", json::array{paragraph(piece.words)});
        case Piece::Kind::line:
            return add_styled("Convenantinvulregel", json::array{paragraph(piece.words)});
        case Piece::Kind::body:
            return add_blocks("Convenanttekst", piece.blocks);
        case Piece::Kind::item:
            return add_item(piece);
        }
    }

    // The number with the style that tells which piece this is.
    void add_number(json::array& all, const Piece& piece) const
    {
        if (piece.number.empty())
            return;
        auto number = one(span_of(piece.number, piece.change));
        if (piece.article && piece.depth == 0)
            number = node("Span", json::array{styled(std::string(id_style) + piece.article.value),
                                              json::array{std::move(number)}});
        all.push_back(std::move(number));
        all.push_back(one(span_of(" ", piece.change)));
    }

    void add_heading(const Piece& piece)
    {
        json::array all;
        add_number(all, piece);
        for (auto& inner : inlines(piece.words))
            all.push_back(std::move(inner));
        blocks_.push_back(node("Header", json::array{1, attributes({}, {}), std::move(all)}));
    }

    void add_item(const Piece& piece)
    {
        auto blocks = piece.blocks;
        if (blocks.empty() || blocks.front().kind != Block::Kind::paragraph)
            blocks.emplace(blocks.begin());
        auto& first = blocks.front().spans;
        if (!piece.words.empty())
        {
            first.insert(first.begin(), span_of(": ", piece.change));
            first.insert(first.begin(), piece.words.begin(), piece.words.end());
            for (std::size_t at = 0; at < piece.words.size(); ++at)
                first[at].strong = true;
        }
        auto start = paragraph(first, piece.change).as_object();
        json::array all;
        add_number(all, piece);
        for (auto& inner : start["c"].as_array())
            all.push_back(std::move(inner));
        const auto* style = piece.depth == 0 ? "Convenantlid" : "Convenantonderdeel";
        add_styled(style, json::array{node("Para", std::move(all))});
        blocks.erase(blocks.begin());
        add_blocks(piece.depth == 0 ? "Convenantlidvervolg" : "Convenantonderdeelvervolg", blocks);
    }

    void add_blocks(std::string_view style, const Blocks& blocks)
    {
        for (const auto& block : blocks)
        {
            if (block.kind == Block::Kind::paragraph)
                add_styled(style, json::array{paragraph(block.spans)});
            else if (block.kind == Block::Kind::table)
                add_table(block);
            else
                add_list(block);
        }
    }

    // Bullets and numbers are words here too, so that they come back as they went.
    void add_list(const Block& list)
    {
        int next = list.first;
        for (const auto& item : list.items)
        {
            auto number = list.kind == Block::Kind::numbers ? std::to_string(next++) + ". " : std::string("– ");
            auto blocks = item;
            if (blocks.empty() || blocks.front().kind != Block::Kind::paragraph)
                blocks.emplace(blocks.begin());
            auto& first = blocks.front().spans;
            first.insert(first.begin(), span_of(std::move(number), first.empty() ? Change::equal : first.front().change));
            add_blocks("Convenantopsomming", blocks);
        }
    }

    json::array row(const std::vector<Spans>& cells) const
    {
        json::array all;
        for (const auto& cell : cells)
            all.push_back(json::array{attributes({}, {}), json::object{{"t", "AlignDefault"}}, 1, 1,
                                      json::array{node("Plain", inlines(cell))}});
        return json::array{attributes({}, {}), std::move(all)};
    }

    void add_table(const Block& table)
    {
        json::array columns;
        const auto width = 1.0 / static_cast<double>(table.rows.front().size());
        for (std::size_t at = 0; at < table.rows.front().size(); ++at)
            columns.push_back(json::array{json::object{{"t", "AlignDefault"}}, node("ColWidth", width)});
        json::array rows;
        for (std::size_t at = 1; at < table.rows.size(); ++at)
            rows.push_back(row(table.rows[at]));
        blocks_.push_back(node(
            "Table", json::array{attributes({}, {}), json::array{nullptr, json::array{}}, std::move(columns),
                                 json::array{attributes({}, {}), json::array{row(table.rows.front())}},
                                 json::array{json::array{attributes({}, {}), 0, json::array{}, std::move(rows)}},
                                 json::array{attributes({}, {}), json::array{}}}));
    }

    std::string subtitle_;
    const ChangeAuthor* author_;
    Spans title_;
    json::array blocks_;
};

} // namespace

std::string word_source(const CovenantText& text, const std::string& subtitle)
{
    return PandocWriter(subtitle, nullptr).write(outline_of(text));
}

std::string word_source(const Comparison& comparison, const std::string& subtitle, const ChangeAuthor& author)
{
    return PandocWriter(subtitle, &author).write(outline_of(comparison));
}

} // namespace rondetafel::documents
