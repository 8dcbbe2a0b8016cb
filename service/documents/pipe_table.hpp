// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rondetafel::documents
{

/// A stretch of a body: either ordinary Markdown, or the cells of a table.
struct TablePiece
{
    std::string text;                           ///< empty for a table
    std::vector<std::vector<std::string>> rows; ///< the first is the head; all have as many cells as the head
};

/// Short rows are filled up to the width of the head, so a few typed bytes could ask for millions of cells.
inline constexpr std::size_t table_columns_max = 40;
inline constexpr std::size_t table_cells_max = 5'000; ///< of all tables of a body together

/// Cuts out the tables of a body. A table is a line with bars, a line of hyphens and bars (at least "|-|"), and the
/// lines with bars that follow; a bar in a cell is written as \|. cmark knows no tables, hence this reader. A table
/// beyond the limits stays ordinary text.
std::vector<TablePiece> split_tables(std::string_view markdown);

/// Words as they must stand in a cell.
std::string cell_of(std::string_view words);

} // namespace rondetafel::documents
