// SPDX-License-Identifier: EUPL-1.2
#include "pipe_table.hpp"

#include <rondetafel/base/trimmed.hpp>

#include <algorithm>

namespace rondetafel::documents
{

namespace
{

bool is_row(std::string_view line) { return trimmed_part(line).starts_with('|'); }

bool is_rule(std::string_view line)
{
    const auto text = trimmed_part(line);
    return text.starts_with('|') && text.find('-') != std::string_view::npos &&
           text.find_first_not_of("|-: ") == std::string_view::npos;
}

std::vector<std::string> cells_of(std::string_view line)
{
    auto text = trimmed_part(line);
    text.remove_prefix(1);
    std::vector<std::string> cells(1);
    for (std::size_t at = 0; at < text.size(); ++at)
    {
        if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] == '|')
            cells.back() += text[++at];
        else if (text[at] == '|')
            cells.emplace_back();
        else
            cells.back() += text[at];
    }
    if (text.ends_with('|') && !text.ends_with("\\|"))
        cells.pop_back();
    if (cells.empty())
        cells.emplace_back();
    for (auto& cell : cells)
        cell = trimmed_part(cell);
    return cells;
}

// As many cells as the head has; what is too much stays readable in the last one.
std::vector<std::string> fitted(std::vector<std::string> cells, std::size_t count)
{
    for (auto at = count; at < cells.size(); ++at)
        cells[count - 1] += " | " + cells[at];
    cells.resize(count);
    return cells;
}

std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty())
    {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

// The line after the table that begins at `at`; `at` itself where none begins.
std::size_t table_end(const std::vector<std::string_view>& lines, std::size_t at)
{
    if (!is_row(lines[at]) || at + 1 == lines.size() || !is_rule(lines[at + 1]))
        return at;
    auto end = at + 2;
    while (end < lines.size() && is_row(lines[end]))
        ++end;
    return end;
}

} // namespace

std::vector<TablePiece> split_tables(std::string_view markdown)
{
    std::vector<TablePiece> pieces;
    std::string plain;
    const auto keep_plain = [&] {
        if (!trimmed_part(plain).empty())
            pieces.push_back({plain, {}});
        plain.clear();
    };
    const auto lines = lines_of(markdown);
    auto cells_left = table_cells_max;
    for (std::size_t at = 0; at < lines.size();)
    {
        const auto end = table_end(lines, at);
        const auto columns = end == at ? 0 : cells_of(lines[at]).size();
        const auto cells = columns * (end - at - 1); // the rule is no row
        if (end == at || columns > table_columns_max || cells > cells_left)
        {
            for (const auto after = std::max(end, at + 1); at < after; ++at)
                plain.append(lines[at]) += '\n';
            continue;
        }
        keep_plain();
        cells_left -= cells;
        TablePiece table;
        table.rows.push_back(cells_of(lines[at]));
        for (at += 2; at < end; ++at)
            table.rows.push_back(fitted(cells_of(lines[at]), columns));
        pieces.push_back(std::move(table));
    }
    keep_plain();
    return pieces;
}

std::string cell_of(std::string_view words)
{
    std::string cell;
    for (const char letter : words)
    {
        if (letter == '|')
            cell += '\\';
        cell += letter;
    }
    return cell;
}

} // namespace rondetafel::documents
