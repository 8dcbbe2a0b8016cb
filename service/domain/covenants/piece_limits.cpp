// SPDX-License-Identifier: EUPL-1.2
#include "pieces.hpp"

#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel
{

namespace
{

// What the marks "999." and "zz." can still say: whatever is numbered must be read back.
constexpr int members_max = 999;
constexpr int parts_max = 52;
constexpr std::size_t term_characters_max = 200;
constexpr std::size_t table_columns_max = 40;
constexpr std::size_t table_cells_max = 5'000;

/// Cells of the stretch of lines with bars that is being read, short rows counted as wide as the widest.
struct Table
{
    std::size_t columns = 0;
    std::size_t lines = 0;

    // One line is the rule under the head; a line on its own is no table.
    std::size_t cells() const { return lines < 2 ? 0 : columns * (lines - 1); }
};

std::size_t columns_of(std::string_view line)
{
    std::size_t bars = 0;
    for (std::size_t at = 0; at < line.size(); ++at)
        if (line[at] == '|' && (at == 0 || line[at - 1] != '\\'))
            ++bars;
    return line.ends_with('|') && !line.ends_with("\\|") ? bars - 1 : bars;
}

bool holds_too_large_table(std::string_view body)
{
    std::size_t cells = 0;
    Table table;
    for (std::size_t from = 0; from <= body.size();)
    {
        const auto end = std::min(body.find('\n', from), body.size());
        auto line = body.substr(from, end - from);
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        if (line.starts_with('|'))
            table = {std::max(table.columns, columns_of(line)), table.lines + 1};
        if (!line.starts_with('|') || end == body.size())
        {
            if (table.cells() > 0 && table.columns > table_columns_max)
                return true;
            cells += table.cells();
            table = {};
        }
        from = end + 1;
    }
    return cells > table_cells_max;
}

Arguments at_most(std::size_t count)
{
    return {{"max", std::to_string(count)}};
}

} // namespace

Result<Done> check_pieces(ArticleKind kind, const std::vector<Piece>& pieces)
{
    int members = 0;
    int parts = 0;
    for (const auto& piece : pieces)
    {
        if (piece.kind == ArticleKind::member)
        {
            ++members;
            parts = 0;
        }
        if (piece.kind == ArticleKind::part)
            ++parts;
        if (members > members_max)
            return invalid("text", "article.too_many_members", at_most(members_max));
        if (parts > parts_max)
            return invalid("text", "article.too_many_parts", at_most(parts_max));
        if (characters(piece.heading) > term_characters_max)
            return invalid("text", "article.term_too_long", at_most(term_characters_max));
        if (kind == ArticleKind::annex && holds_too_large_table(piece.body))
            return invalid("text", "article.table_too_large",
                           {{"columns", std::to_string(table_columns_max)},
                            {"cells", std::to_string(table_cells_max)}});
    }
    return Done{};
}

} // namespace rondetafel
