// SPDX-License-Identifier: EUPL-1.2
#include "common_passwords.hpp"

#include <rondetafel/domain/accounts.hpp>
#include <rondetafel/domain/fields.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>
#include <utility>

namespace rondetafel
{

namespace
{

constexpr std::size_t characters_min = 12;
constexpr std::size_t characters_max = 128;
/// How much must remain beside the words that a guesser tries first. With the minimum of twelve this spares a
/// random password that happens to hold a word of four letters.
constexpr std::size_t remaining_min = 8;
constexpr std::size_t distinct_min = 5;
/// Shorter parts of a name stand in too many ordinary words.
constexpr std::size_t name_part_min = 4;

using WordList = std::vector<std::string>;

/// "w3lk0m" read as "welkom".
std::string with_letters_for_figures(std::string text)
{
    constexpr std::string_view figures = "0134578@$!";
    constexpr std::string_view letters = "oleastbasi";
    for (char& letter : text)
        if (const auto at = figures.find(letter); at != std::string_view::npos)
            letter = letters[at];
    return text;
}

std::string without(std::string text, const WordList& words)
{
    for (const auto& word : words)
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at))
            text.erase(at, word.size());
    return text;
}

bool is_little(const std::string& text)
{
    return characters(text) < remaining_min || std::set<char>(text.begin(), text.end()).size() < distinct_min;
}

/// Whether too little of the password remains without these words, written plainly or with figures for
/// letters.
bool leans_on(const std::string& password, WordList words)
{
    // Long words first, or "wachtwoord" would be left as "wacht" once "woord" is gone.
    std::stable_sort(words.begin(), words.end(),
                     [](const std::string& left, const std::string& right)
                     { return left.size() > right.size(); });
    const auto small = in_small_letters(password);
    return is_little(without(small, words)) || is_little(without(with_letters_for_figures(small), words));
}

WordList common_words()
{
    std::istringstream text{std::string(common_password_words())};
    return {std::istream_iterator<std::string>(text), {}};
}

/// Common words, and what a guesser knows of this person and this place.
WordList all_words(const Account& account)
{
    auto words = common_words();
    words.insert(words.end(), {"rondetafel", "ronde tafel", "ronde-tafel", "aalsmeer", "arbeidsmigrant",
                               "gemeente", "convenant", "uitzendbureau", "greenport"});
    std::string part;
    for (const char letter : in_small_letters(account.name + ' ' + account.email + ' '))
    {
        const bool ends = static_cast<unsigned char>(letter) < 0x80 && (letter < 'a' || letter > 'z');
        if (!ends)
            part += letter;
        else if (auto whole = std::exchange(part, {}); characters(whole) >= name_part_min)
            words.push_back(std::move(whole));
    }
    return words;
}

} // namespace

Result<Done> check_new_password(const std::string& password, const Account& account)
{
    const auto length = characters(password);
    if (length < characters_min)
        return invalid("password", "password.too_short", {{"min", std::to_string(characters_min)}});
    if (length > characters_max)
        return invalid("password", "password.too_long", {{"max", std::to_string(characters_max)}});
    if (leans_on(password, common_words()))
        return invalid("password", "password.common");
    if (leans_on(password, all_words(account)))
        return invalid("password", "password.context");
    return Done{};
}

} // namespace rondetafel
