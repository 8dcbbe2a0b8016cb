// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/covenant_html.hpp>

#include "html_writer.hpp"
#include "outline.hpp"

namespace rondetafel::documents
{

namespace
{

template <class Content>
std::string written(const Content& content, const HtmlSetting& setting)
{
    HtmlWriter writer(setting);
    writer.write(content);
    return std::move(writer).finish();
}

void add_words(std::string& all, const Spans& spans)
{
    for (const auto& span : spans)
        all += span.line_break ? "\n" : span.text;
}

void add_words(std::string& all, const Blocks& blocks)
{
    for (const auto& block : blocks)
    {
        if (block.kind == Block::Kind::paragraph)
        {
            add_words(all, block.spans);
            all += '\n';
        }
        int next = block.first;
        for (const auto& item : block.items)
        {
            all += block.kind == Block::Kind::numbers ? std::to_string(next++) + ". " : "– ";
            add_words(all, item);
        }
        for (const auto& row : block.rows)
            for (const auto& cell : row)
            {
                add_words(all, cell);
                all += '\n';
            }
    }
}

} // namespace

std::string covenant_html(const CovenantText& text, const HtmlSetting& setting)
{
    return written(outline_of(text), setting);
}

std::string article_html(const CovenantText& text, const ArticleId& article, const HtmlSetting& setting)
{
    return written(outline_of(text, article), setting);
}

std::string body_html(const CovenantText& text, const Article& article, const HtmlSetting& setting)
{
    const TextIndex index(text);
    return written(read_marked(article.body, {index, index.place_of(article).in_annex}), setting);
}

std::string comparison_html(const Comparison& comparison, const HtmlSetting& setting)
{
    return written(outline_of(comparison), setting);
}

ChangeHtml::ChangeHtml(const CovenantText& newer, const CovenantText& older, HtmlSetting setting)
    : newer_(std::make_unique<TextIndex>(newer)), older_(std::make_unique<TextIndex>(older)), setting_(std::move(setting))
{
}

ChangeHtml::~ChangeHtml() = default;

std::string ChangeHtml::piece(const ArticleChange& change) const
{
    return written(outline_of(change, *newer_, *older_), setting_);
}

std::string ChangeHtml::body(const ArticleChange& change) const
{
    const auto place = change.after ? newer_->place_of(*change.after) : older_->place_of(*change.before);
    return written(read_changed(change.body, {*newer_, place.in_annex}, *older_), setting_);
}

std::string runs_html(const std::vector<Run>& runs, const HtmlSetting& setting)
{
    return written(changed_line(runs), setting);
}

std::string covenant_words(const CovenantText& text)
{
    std::string all;
    for (const auto& piece : outline_of(text))
    {
        all += piece.number;
        if (!piece.number.empty())
            all += ' ';
        add_words(all, piece.words);
        if (piece.kind == Piece::Kind::item)
            all += piece.words.empty() ? "" : ": ";
        else if (piece.kind != Piece::Kind::body)
            all += '\n';
        add_words(all, piece.blocks);
    }
    return all;
}

} // namespace rondetafel::documents
