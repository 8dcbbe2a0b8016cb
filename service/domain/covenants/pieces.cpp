// SPDX-License-Identifier: EUPL-1.2
#include "pieces.hpp"

#include <rondetafel/base/trimmed.hpp>

#include <algorithm>
#include <cctype>

namespace rondetafel
{

namespace
{

constexpr std::size_t indent_member_max = 2;
constexpr std::size_t indent_part_max = 5;

std::string_view without_indent(std::string_view line, std::size_t most)
{
    const auto blanks = std::min({line.find_first_not_of(' '), most, line.size()});
    return line.substr(blanks);
}

// What follows "12. " or "b. " at the start of a line; nothing when it starts otherwise.
std::optional<std::string_view> after_mark(std::string_view line, bool (*is_mark)(std::string_view))
{
    const auto dot = line.find(". ");
    if (dot == std::string_view::npos || !is_mark(line.substr(0, dot)))
        return std::nullopt;
    return line.substr(std::min(line.find_first_not_of(' ', dot + 1), line.size()));
}

bool is_number(std::string_view mark)
{
    return !mark.empty() && mark.size() <= 3 &&
           mark.find_first_not_of("0123456789") == std::string_view::npos;
}

// One letter, or the same twice: "nl. dat" is a sentence.
bool is_letter(std::string_view mark)
{
    return (mark.size() == 1 || (mark.size() == 2 && mark[0] == mark[1])) && mark[0] >= 'a' && mark[0] <= 'z';
}

/// Reads line by line; remembers in which piece it is.
class Reading
{
public:
    explicit Reading(ArticleKind kind) : kind_(kind) { pieces_.push_back({kind, 0, {}, {}}); }

    void line(std::string_view line)
    {
        if (!begins_piece(line))
            pieces_.back().body.append("\n").append(without_indent(line, continuation_indent()));
    }

    std::vector<Piece> finish()
    {
        for (auto& piece : pieces_)
            piece.body = trimmed(piece.body);
        return std::move(pieces_);
    }

private:
    std::size_t continuation_indent() const
    {
        return pieces_.back().level == 0 ? 0 : pieces_.back().level == 1 ? 3 : 6;
    }

    bool begins_piece(std::string_view line)
    {
        const auto indent = std::min(line.find_first_not_of(' '), line.size());
        if (kind_ == ArticleKind::definitions)
            return indent == 0 && begins_definition(line);
        if (kind_ != ArticleKind::article)
            return false;
        if (indent <= indent_member_max)
            if (const auto rest = after_mark(line.substr(indent), is_number))
            {
                inside_member_ = true;
                return begin({ArticleKind::member, 1, {}, std::string(*rest)});
            }
        if (indent <= indent_part_max)
            if (const auto rest = after_mark(line.substr(indent), is_letter))
                return begin({ArticleKind::part, inside_member_ ? 2 : 1, {}, std::string(*rest)});
        return false;
    }

    bool begins_definition(std::string_view line)
    {
        const auto colon = line.find(": ");
        if (!line.starts_with("- ") || colon == std::string_view::npos)
            return false;
        return begin({ArticleKind::definition, 1, trimmed(line.substr(2, colon - 2)),
                      std::string(line.substr(colon + 2))});
    }

    bool begin(Piece piece)
    {
        pieces_.push_back(std::move(piece));
        return true;
    }

    ArticleKind kind_;
    bool inside_member_ = false;
    std::vector<Piece> pieces_;
};

} // namespace

std::vector<Piece> pieces_of(ArticleKind kind, std::string_view typed)
{
    Reading reading(kind);
    for (std::size_t from = 0; from <= typed.size();)
    {
        const auto end = std::min(typed.find('\n', from), typed.size());
        reading.line(typed.substr(from, end - from));
        from = end + 1;
    }
    return reading.finish();
}

} // namespace rondetafel
