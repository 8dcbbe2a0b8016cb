// SPDX-License-Identifier: EUPL-1.2
#include "change_marks.hpp"

namespace rondetafel::documents
{

namespace
{

// U+12470, U+12471 and U+12472 differ in their last byte.
constexpr std::string_view mark_stem = "\xF0\x92\x91";
constexpr std::size_t mark_bytes = 4;
constexpr char first_mark = '\xB0';

std::string mark_of(Change change)
{
    return std::string(mark_stem) + static_cast<char>(first_mark + static_cast<int>(change));
}

bool is_mark(std::string_view text)
{
    return text.size() >= mark_bytes && text.starts_with(mark_stem) && text[3] >= first_mark && text[3] <= first_mark + 2;
}

std::size_t next_mark(std::string_view text)
{
    for (auto at = text.find(mark_stem); at != std::string_view::npos; at = text.find(mark_stem, at + 1))
        if (is_mark(text.substr(at)))
            return at;
    return std::string_view::npos;
}

// The bytes at the start of a line that say what it is: blanks, a bullet, a number. A mark before them would hide them.
std::size_t line_prefix(std::string_view line)
{
    std::size_t end = 0;
    while (end < line.size() && (line[end] == ' ' || line[end] == '\n'))
        ++end;
    auto next = end;
    while (next < line.size() && line[next] >= '0' && line[next] <= '9')
        ++next;
    const bool number = next > end && next + 1 < line.size() && (line[next] == '.' || line[next] == ')');
    const bool bullet = next == end && next + 1 < line.size() && (line[next] == '-' || line[next] == '*' || line[next] == '+');
    if ((number || bullet) && line[next + 1] == ' ')
        return next + 2;
    return end;
}

} // namespace

std::string with_change_marks(const std::vector<Run>& runs)
{
    std::string woven;
    for (const auto& run : runs)
    {
        const auto text = without_change_marks(run.change == Change::deleted ? run.before : run.after);
        const bool at_line_start = woven.empty() || woven.ends_with('\n');
        const auto prefix = at_line_start || text.starts_with('\n') ? line_prefix(text) : 0;
        woven += text.substr(0, prefix);
        woven += mark_of(run.change);
        woven += text.substr(prefix);
    }
    return woven;
}

std::string without_change_marks(std::string_view text)
{
    std::string clean;
    for (auto at = next_mark(text); at != std::string_view::npos; at = next_mark(text))
    {
        clean += text.substr(0, at);
        clean += "\xEF\xBF\xBD";
        text.remove_prefix(at + mark_bytes);
    }
    clean += text;
    return clean;
}

std::vector<ChangedPiece> by_change(std::string_view text, Change now)
{
    std::vector<ChangedPiece> pieces;
    while (true)
    {
        const auto at = next_mark(text);
        pieces.push_back({text.substr(0, at), now});
        if (at == std::string_view::npos)
            return pieces;
        now = static_cast<Change>(text[at + 3] - first_mark);
        text.remove_prefix(at + mark_bytes);
    }
}

} // namespace rondetafel::documents
