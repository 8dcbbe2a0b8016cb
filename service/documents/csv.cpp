// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/csv.hpp>

#include <stdexcept>

namespace rondetafel::documents
{

namespace
{

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr char separator = ';';

bool looks_like_formula(std::string_view value)
{
    const auto first = value.find_first_not_of(' ');
    return first != std::string_view::npos &&
           std::string_view("=+-@\t\r\n").find(value[first]) != std::string_view::npos;
}

} // namespace

std::string csv_cell(std::string_view value)
{
    std::string cell = looks_like_formula(value) ? "'" : "";
    cell += value;
    if (cell.find_first_of(";,\"\r\n\t") == std::string::npos && !cell.starts_with(' ') &&
        !cell.ends_with(' '))
        return cell;
    std::string quoted = "\"";
    for (const char letter : cell)
        quoted.append(letter == '"' ? 2 : 1, letter);
    return quoted + '"';
}

Csv::Csv(const std::vector<std::string>& header) : columns_(header.size()), text_(byte_order_mark)
{
    append(header);
}

Csv& Csv::row(const std::vector<std::string>& cells)
{
    if (cells.size() != columns_)
        throw std::logic_error("a row of " + std::to_string(cells.size()) + " cells in a table of " +
                               std::to_string(columns_) + " columns");
    append(cells);
    return *this;
}

void Csv::append(const std::vector<std::string>& cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i)
    {
        if (i > 0)
            text_ += separator;
        text_ += csv_cell(cells[i]);
    }
    text_ += "\r\n";
}

} // namespace rondetafel::documents
