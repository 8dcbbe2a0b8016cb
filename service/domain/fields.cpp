// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel
{

namespace
{

constexpr std::string_view blanks = " \t\r\n";

bool is_control(char letter)
{
    const auto byte = static_cast<unsigned char>(letter);
    return byte < 0x20 || byte == 0x7f;
}

bool is_line_control(char letter)
{
    return is_control(letter) && blanks.find(letter) == std::string_view::npos;
}

/// Characters that may stand in an address unescaped; whatever else is in it could break out of a link or a
/// header.
bool fits_in_url(char letter)
{
    return static_cast<unsigned char>(letter) > 0x20 && letter != 0x7f &&
           std::string_view("\"<>\\^`{|}").find(letter) == std::string_view::npos;
}

} // namespace

std::size_t characters(std::string_view text)
{
    const auto is_first_byte = [](char letter)
    { return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_first_byte));
}

bool is_blank(std::string_view text)
{
    return text.find_first_not_of(blanks) == std::string_view::npos;
}

std::string in_small_letters(std::string_view text)
{
    std::string result{text};
    for (char& letter : result)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return result;
}

void FieldChecks::refuse(std::string field, std::string code, Arguments arguments)
{
    fields_.push_back({std::move(field), std::move(code), std::move(arguments)});
}

void FieldChecks::required(const std::string& field, std::string_view text)
{
    if (is_blank(text))
        refuse(field, field + ".missing");
}

bool FieldChecks::one_line(const std::string& field, std::string_view text, std::size_t characters_max)
{
    return readable(field, text, characters_max, is_control);
}

bool FieldChecks::lines(const std::string& field, std::string_view text, std::size_t characters_max)
{
    return readable(field, text, characters_max, is_line_control);
}

bool FieldChecks::readable(const std::string& field, std::string_view text, std::size_t characters_max,
                           bool (*is_refused)(char))
{
    if (std::any_of(text.begin(), text.end(), is_refused))
        refuse(field, "text.control_byte");
    else if (characters(text) > characters_max)
        refuse(field, "text.too_long", {{"max", std::to_string(characters_max)}});
    else
        return true;
    return false;
}

void FieldChecks::https_url(const std::string& field, std::string_view text)
{
    constexpr std::string_view scheme = "https://";
    if (text.empty())
        return;
    // The character after the scheme begins the host's name; an address without host is no address.
    const bool good = text.starts_with(scheme) && text.size() > scheme.size() &&
                      std::string_view("/?#:@.").find(text[scheme.size()]) == std::string_view::npos &&
                      std::all_of(text.begin(), text.end(), fits_in_url);
    if (!good)
        refuse(field, "url.not_https");
}

Result<Done> FieldChecks::outcome() const
{
    if (all_good())
        return Done{};
    return Problem{Refusal::invalid, "form.invalid", fields_, {}};
}

} // namespace rondetafel
