// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/clean_text.hpp>

#include <cstdint>

namespace rondetafel::documents
{

namespace
{

constexpr char32_t replacement = 0xFFFD;

/// The code point that begins at `at`, which moves past it; U+FFFD for a byte that begins none (RFC 3629).
char32_t next(std::string_view text, std::size_t& at)
{
    const auto byte = [&](std::size_t index) { return static_cast<std::uint8_t>(text[index]); };
    const auto lead = byte(at++);
    if (lead < 0x80)
        return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC2 || lead > 0xF4 || at + static_cast<std::size_t>(more) > text.size())
        return replacement;
    char32_t point = lead & (0x3F >> more);
    for (int i = 0; i < more; ++i)
    {
        const auto follower = byte(at + static_cast<std::size_t>(i));
        if ((follower & 0xC0) != 0x80)
            return replacement;
        point = (point << 6) | (follower & 0x3F);
    }
    constexpr char32_t least[]{0, 0x80, 0x800, 0x10000};
    if (point < least[more] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
        return replacement;
    at += static_cast<std::size_t>(more);
    return point;
}

bool is_line_end(char32_t point)
{
    return point == '\n' || point == '\r' || point == 0x0B || point == 0x0C || point == 0x85 ||
           point == 0x2028 || point == 0x2029;
}

bool is_control(char32_t point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

/// Marks without width that turn the direction of reading: they make a text look like another.
bool turns_direction(char32_t point)
{
    return point == 0x200E || point == 0x200F || point == 0x061C || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
}

void trim_blanks(std::string& text)
{
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
}

/// Collects cleaned text; blanks at the ends of lines and in a row do not survive.
class Cleaned
{
public:
    void blank()
    {
        if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n')
            text_ += ' ';
    }

    void line_end()
    {
        trim_blanks(text_);
        if (!text_.empty() && !text_.ends_with("\n\n"))
            text_ += '\n';
    }

    void piece(std::string_view bytes) { text_ += bytes; }

    std::string finish()
    {
        while (!text_.empty() && (text_.back() == ' ' || text_.back() == '\n'))
            text_.pop_back();
        return std::move(text_);
    }

private:
    std::string text_;
};

std::string cleaned(std::string_view text, bool lines)
{
    Cleaned result;
    for (std::size_t at = 0; at < text.size();)
    {
        const auto begin = at;
        const auto point = next(text, at);
        if (lines && point == '\r' && at < text.size() && text[at] == '\n')
            continue;
        if (lines && is_line_end(point))
            result.line_end();
        else if (point == ' ' || is_control(point) || is_line_end(point))
            result.blank();
        else if (point == replacement)
            result.piece("\uFFFD");
        else if (!turns_direction(point))
            result.piece(text.substr(begin, at - begin));
    }
    return result.finish();
}

} // namespace

std::string one_line(std::string_view text)
{
    return cleaned(text, false);
}

std::string several_lines(std::string_view text)
{
    return cleaned(text, true);
}

} // namespace rondetafel::documents
