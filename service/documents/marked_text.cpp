// SPDX-License-Identifier: EUPL-1.2
#include "marked_text.hpp"

#include "change_marks.hpp"
#include "pipe_table.hpp"

#include <cmark.h>

#include <memory>

namespace rondetafel::documents
{

namespace
{

constexpr std::size_t reference_bytes = 14; ///< twelve letters between braces
/// Deeper than any text that is meant to be read; each level costs stack.
constexpr int depth_max = 40;

/// What citations are taken from: deleted words cite the older text.
struct Texts
{
    const TextIndex& newer;
    const TextIndex& older;
    const TextIndex& of(Change change) const { return change == Change::deleted ? older : newer; }
};

/// Turns cmark's tree into our blocks; keeps the change that holds at this point of the reading order.
class Reader
{
public:
    explicit Reader(const Texts& texts) : texts_(texts) {}

    Blocks blocks(cmark_node* parent)
    {
        Blocks all;
        const Deeper deeper(*this);
        if (depth_ > depth_max)
        {
            all.push_back(flat(parent));
            return all;
        }
        for (auto* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node))
            add_block(all, node);
        return all;
    }

private:
    struct Look
    {
        bool strong = false;
        bool emphasis = false;
    };

    /// Counts how deep the reading is.
    struct Deeper
    {
        explicit Deeper(Reader& reader_) : reader(reader_) { ++reader.depth_; }
        ~Deeper() { --reader.depth_; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;
        Reader& reader;
    };

    // Everything below a node as one paragraph, without going deeper.
    Block flat(cmark_node* parent)
    {
        Block block;
        const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(parent), cmark_iter_free);
        while (cmark_iter_next(walk.get()) != CMARK_EVENT_DONE)
            if (const auto text = literal(cmark_iter_get_node(walk.get())); !text.empty())
                add_text(block.spans, text + ' ', {});
        return block;
    }

    static std::string literal(cmark_node* node)
    {
        const char* text = cmark_node_get_literal(node);
        return text == nullptr ? std::string() : std::string(text);
    }

    void add_block(Blocks& all, cmark_node* node)
    {
        Block block;
        switch (cmark_node_get_type(node))
        {
        case CMARK_NODE_LIST:
            block.kind = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Block::Kind::numbers : Block::Kind::bullets;
            block.first = cmark_node_get_list_start(node);
            for (auto* item = cmark_node_first_child(node); item != nullptr; item = cmark_node_next(item))
                block.items.push_back(blocks(item));
            break;
        case CMARK_NODE_BLOCK_QUOTE:
            for (auto& inner : blocks(node))
                all.push_back(std::move(inner));
            return;
        case CMARK_NODE_CODE_BLOCK:
        case CMARK_NODE_HTML_BLOCK:
            add_lines(block.spans, literal(node));
            break;
        case CMARK_NODE_THEMATIC_BREAK:
            add_text(block.spans, "***", {});
            break;
        default:
            add_inlines(block.spans, node, {});
        }
        all.push_back(std::move(block));
    }

    void add_lines(Spans& spans, std::string_view text)
    {
        while (text.ends_with('\n'))
            text.remove_suffix(1);
        while (!text.empty())
        {
            const auto end = std::min(text.find('\n'), text.size());
            add_text(spans, text.substr(0, end), {});
            text.remove_prefix(std::min(end + 1, text.size()));
            if (!text.empty())
                add_break(spans);
        }
    }

    void add_inlines(Spans& spans, cmark_node* parent, Look look)
    {
        const Deeper deeper(*this);
        if (depth_ > depth_max)
        {
            for (auto& span : flat(parent).spans)
                spans.push_back(std::move(span));
            return;
        }
        for (auto* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node))
            add_inline(spans, node, look);
    }

    void add_inline(Spans& spans, cmark_node* node, Look look)
    {
        switch (cmark_node_get_type(node))
        {
        case CMARK_NODE_SOFTBREAK:
            return add_text(spans, " ", look);
        case CMARK_NODE_LINEBREAK:
            return add_break(spans);
        case CMARK_NODE_STRONG:
            return add_inlines(spans, node, {true, look.emphasis});
        case CMARK_NODE_EMPH:
            return add_inlines(spans, node, {look.strong, true});
        case CMARK_NODE_LINK:
        case CMARK_NODE_IMAGE:
            add_inlines(spans, node, look);
            return add_text(spans, std::string(" (") + cmark_node_get_url(node) + ')', look);
        default: // text, code and HTML are the words that were typed
            return add_text(spans, literal(node), look);
        }
    }

    void add_break(Spans& spans) const
    {
        Span span;
        span.line_break = true;
        span.change = change_;
        spans.push_back(std::move(span));
    }

    void add_text(Spans& spans, std::string_view text, Look look)
    {
        for (const auto& piece : by_change(text, change_))
        {
            change_ = piece.change;
            add_references(spans, piece.text, look);
        }
    }

    void add_references(Spans& spans, std::string_view text, Look look)
    {
        std::size_t from = 0;
        for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
        {
            const auto whole = text.substr(at, reference_bytes);
            if (!whole.ends_with('}') || !is_article_id(whole.substr(1, whole.size() - 2)))
                continue;
            const ArticleId id{std::string(whole.substr(1, whole.size() - 2))};
            const auto* cited = texts_.of(change_).citation(id);
            if (cited == nullptr)
                continue;
            add_words(spans, text.substr(from, at - from), look, {});
            add_words(spans, *cited, look, id);
            from = at + reference_bytes;
        }
        add_words(spans, text.substr(from), look, {});
    }

    void add_words(Spans& spans, std::string_view text, Look look, ArticleId reference) const
    {
        if (text.empty())
            return;
        if (!spans.empty())
        {
            auto& last = spans.back();
            if (!reference && !last.reference && !last.line_break && last.change == change_ &&
                last.strong == look.strong && last.emphasis == look.emphasis)
            {
                last.text += text;
                return;
            }
        }
        spans.push_back({std::string(text), look.strong, look.emphasis, change_, std::move(reference), false});
    }

    const Texts& texts_;
    Change change_ = Change::equal;
    int depth_ = 0;
};

using Tree = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

Blocks read_plain(std::string_view markdown, const Texts& texts)
{
    const Tree tree(cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT), cmark_node_free);
    cmark_consolidate_text_nodes(tree.get());
    return Reader(texts).blocks(tree.get());
}

Spans read_cell(std::string_view cell, const Texts& texts)
{
    Spans spans;
    for (auto& block : read_plain(cell, texts))
        for (auto& span : block.spans)
            spans.push_back(std::move(span));
    return spans;
}

Blocks read(std::string_view markdown, bool tables, const Texts& texts)
{
    if (!tables)
        return read_plain(markdown, texts);
    Blocks all;
    for (const auto& piece : split_tables(markdown))
    {
        if (piece.rows.empty())
        {
            for (auto& block : read_plain(piece.text, texts))
                all.push_back(std::move(block));
            continue;
        }
        Block table;
        table.kind = Block::Kind::table;
        for (const auto& row : piece.rows)
        {
            auto& cells = table.rows.emplace_back();
            for (const auto& cell : row)
                cells.push_back(read_cell(cell, texts));
        }
        all.push_back(std::move(table));
    }
    return all;
}

void mark(Blocks& blocks, Change change)
{
    for (auto& block : blocks)
    {
        for (auto& span : block.spans)
            span.change = change;
        for (auto& item : block.items)
            mark(item, change);
        for (auto& row : block.rows)
            for (auto& cell : row)
                for (auto& span : cell)
                    span.change = change;
    }
}

bool has_table(std::string_view markdown)
{
    for (const auto& piece : split_tables(markdown))
        if (!piece.rows.empty())
            return true;
    return false;
}

} // namespace

Blocks read_marked(std::string_view markdown, const Setting& setting)
{
    return read(without_change_marks(markdown), setting.tables, {setting.text, setting.text});
}

Blocks read_changed(const std::vector<Run>& runs, const Setting& setting, const TextIndex& older)
{
    std::string before;
    std::string after;
    for (const auto& run : runs)
    {
        before += run.before;
        after += run.after;
    }
    if (!differs(runs))
        return read_marked(after, setting);
    if (!setting.tables || (!has_table(before) && !has_table(after)))
        return read(with_change_marks(runs), false, {setting.text, older});
    auto blocks = read_marked(before, {older, true});
    mark(blocks, Change::deleted);
    auto inserted = read_marked(after, setting);
    mark(inserted, Change::inserted);
    blocks.insert(blocks.end(), inserted.begin(), inserted.end());
    return blocks;
}

Spans changed_line(const std::vector<Run>& runs)
{
    Spans spans;
    for (const auto& run : runs)
    {
        Span span;
        span.text = run.change == Change::deleted ? run.before : run.after;
        span.change = run.change;
        spans.push_back(std::move(span));
    }
    return spans;
}

} // namespace rondetafel::documents
