// SPDX-License-Identifier: EUPL-1.2
#include "header_values.hpp"

#include <rondetafel/base/email_address.hpp>

#include <algorithm>
#include <stdexcept>

namespace rondetafel::letters
{

namespace
{

constexpr std::size_t word_max = 15; // code points; four bytes each still fit an encoded word of 75
constexpr std::size_t message_id_max = 200;
constexpr std::string_view letters_and_digits =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

[[noreturn]] void refuse(std::string_view header)
{
    throw std::invalid_argument("this value cannot stand in the header " + std::string(header));
}

bool is_control(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool second_set =
        byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
    return byte < 0x20 || byte == 0x7F || second_set;
}

bool begins_character(char letter)
{
    return (static_cast<unsigned char>(letter) & 0xC0) != 0x80;
}

bool is_ascii(std::string_view word)
{
    return std::none_of(word.begin(), word.end(),
                        [](char letter) { return static_cast<unsigned char>(letter) >= 0x80; });
}

void append_word(std::string& into, std::string_view word)
{
    const bool whole = is_ascii(word);
    std::size_t count = 0;
    for (std::size_t at = 0; at < word.size(); ++at)
    {
        if (!whole && begins_character(word[at]) && count++ == word_max)
        {
            into += ' ';
            count = 1;
        }
        into += word[at];
        if (word.substr(at).starts_with("=?"))
            into += ' ';
    }
}

} // namespace

std::string header_text(std::string_view value, std::string_view header)
{
    std::string text;
    for (std::size_t at = 0; at < value.size();)
    {
        const auto end = std::min(value.find(' ', at), value.size());
        for (auto byte = at; byte < end; ++byte)
            if (is_control(value, byte))
                refuse(header);
        append_word(text, value.substr(at, end - at));
        if (end < value.size())
            text += ' ';
        at = end + 1;
    }
    return text;
}

std::string header_address(std::string_view value, std::string_view header)
{
    const auto address = checked_email_address(value);
    if (!address)
        refuse(header);
    return *address;
}

std::string header_message_id(std::string_view value, std::string_view header)
{
    constexpr std::string_view others = ".-_+=@";
    const auto at = value.find('@');
    const bool two_sides =
        at != std::string_view::npos && at > 0 && at + 1 < value.size() && at == value.rfind('@');
    const bool clean = std::all_of(value.begin(), value.end(),
                                   [&](char letter)
                                   {
                                       return letters_and_digits.find(letter) != std::string_view::npos ||
                                              others.find(letter) != std::string_view::npos;
                                   });
    if (!two_sides || !clean || value.size() > message_id_max)
        refuse(header);
    return std::string(value);
}

std::string header_seed(std::string_view value)
{
    if (value.size() < 8 || value.size() > 40 ||
        value.find_first_not_of(letters_and_digits) != std::string_view::npos)
        refuse("Content-Type");
    return std::string(value);
}

} // namespace rondetafel::letters
