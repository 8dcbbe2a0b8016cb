// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rondetafel::documents
{

/// One value as it must stand in a CSV file: quoted where RFC 4180 asks for it, and with a leading apostrophe
/// where a spreadsheet would otherwise take it for a formula (values that begin with = + - @, TAB or CR, also
/// after blanks).
std::string csv_cell(std::string_view value);

/// A table that Excel opens with a double click in Dutch: UTF-8 with a byte order mark, ";" between values,
/// CRLF.
class Csv
{
public:
    explicit Csv(const std::vector<std::string>& header);

    /// std::logic_error when the number of cells differs from the header's.
    Csv& row(const std::vector<std::string>& cells);
    const std::string& text() const { return text_; }

private:
    void append(const std::vector<std::string>& cells);

    std::size_t columns_;
    std::string text_;
};

} // namespace rondetafel::documents
