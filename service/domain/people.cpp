// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/people.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace rondetafel
{

namespace
{

// A name that begins with an apostrophe keeps its small letter: 't Hart.
std::string with_capital(std::string name)
{
    if (!name.empty() && name.front() >= 'a' && name.front() <= 'z')
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

// "d'" and "l'" stand against the name that follows.
std::string joined(const std::string& left, const std::string& right)
{
    if (left.empty() || right.empty())
        return left + right;
    const bool elided = left.ends_with('\'') || left.ends_with("’");
    return elided ? left + right : left + ' ' + right;
}

/// The family name with its infix as it stands when nothing precedes: "Van Dalen". Only an infix gets a
/// capital; the family name stays as its bearer writes it.
std::string family_alone(const PersonName& name)
{
    return joined(with_capital(name.infix), name.family);
}

std::string dutch(const PersonName& name)
{
    if (name.family.empty())
        return "Geachte heer of mevrouw,";
    switch (name.form)
    {
    case AddressForm::sir:
        return "Geachte heer " + family_alone(name) + ",";
    case AddressForm::madam:
        return "Geachte mevrouw " + family_alone(name) + ",";
    default:
        return "Geachte " + (name.given.empty() ? "heer of mevrouw " : std::string{}) + full_name(name) + ",";
    }
}

std::string english(const PersonName& name)
{
    if (name.family.empty())
        return "Dear Sir or Madam,";
    switch (name.form)
    {
    case AddressForm::sir:
        return "Dear Mr " + family_alone(name) + ",";
    case AddressForm::madam:
        return "Dear Ms " + family_alone(name) + ",";
    default:
        return "Dear " + (name.given.empty() ? "Mr or Ms " : std::string{}) + full_name(name) + ",";
    }
}

// Polish declines names in the vocative; the form without a name is both polite and always right.
std::string polish(const PersonName& name)
{
    if (!name.family.empty() && name.form == AddressForm::sir)
        return "Szanowny Panie,";
    if (!name.family.empty() && name.form == AddressForm::madam)
        return "Szanowna Pani,";
    return "Szanowni Państwo,";
}

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words;
    constexpr std::string_view blanks = " \t\r\n";
    for (auto at = text.find_first_not_of(blanks); at != std::string_view::npos;)
    {
        const auto end = std::min(text.find_first_of(blanks, at), text.size());
        words.emplace_back(text.substr(at, end - at));
        at = text.find_first_not_of(blanks, end);
    }
    return words;
}

bool is_infix(const std::string& word)
{
    static constexpr std::array<std::string_view, 22> infixes{
        "van", "de", "der", "den", "het", "'t",  "’t",  "ten", "ter", "te", "op",
        "in",  "la", "le",  "von", "zu",  "zur", "dos", "da",  "di",  "du", "el"};
    return std::find(infixes.begin(), infixes.end(), word) != infixes.end();
}

std::string sentence(const std::vector<std::string>& words, std::size_t from, std::size_t to)
{
    std::string text;
    for (auto at = from; at < to; ++at)
        text += (at == from ? "" : " ") + words[at];
    return text;
}

} // namespace

std::string full_name(const PersonName& name)
{
    return name.given.empty() ? family_alone(name) : joined(name.given, joined(name.infix, name.family));
}

std::string sort_name(const PersonName& name)
{
    const auto rest = joined(name.given, name.infix);
    if (name.family.empty() || rest.empty())
        return name.family + rest;
    return name.family + ", " + rest;
}

std::string salutation(const PersonName& name, Language language)
{
    switch (language)
    {
    case Language::en:
        return english(name);
    case Language::pl:
        return polish(name);
    default:
        return dutch(name);
    }
}

PersonName name_from(std::string_view typed)
{
    const auto words = words_of(typed);
    if (words.empty())
        return {};
    // The last word is always of the family name, also of somebody called Bo Den.
    const auto last = words.size() - 1;
    auto begin = static_cast<std::size_t>(
        std::find_if(words.begin(), words.begin() + static_cast<long>(last), is_infix) - words.begin());
    auto end = begin;
    while (end < last && is_infix(words[end]))
        ++end;
    return {sentence(words, 0, begin), sentence(words, begin, end), sentence(words, end, words.size()),
            AddressForm::name};
}

} // namespace rondetafel
