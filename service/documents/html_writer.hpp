// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "outline.hpp"

#include <rondetafel/documents/covenant_html.hpp>

#include <string>

namespace rondetafel::documents
{

/// Writes pieces of a covenant as HTML, everything that is not ours escaped.
class HtmlWriter
{
public:
    explicit HtmlWriter(const HtmlSetting& setting) : setting_(setting) {}

    void write(const Outline& outline);
    void write(const Blocks& blocks);
    void write(const Spans& spans);
    std::string finish() &&;

private:
    void write(const Piece& piece);
    void write_heading(const Piece& piece, int level);
    void write_item(const Piece& piece);
    void write_term(const Piece& piece);
    void write_after_number(const Blocks& blocks);
    void write_block(const Block& block);
    void write_list(const Block& list);
    void write_table(const Block& table);
    void write_span(const Span& span);
    void open_change(Change change);
    void close_change(Change change);
    void close_items(int depth);
    void close_section();
    std::string id_of(const Piece& piece) const;
    void number(const Piece& piece, const char* after);

    const HtmlSetting& setting_;
    std::string html_;
    int open_items_ = 0; ///< how many lists of items are open
    bool section_ = false;
};

} // namespace rondetafel::documents
