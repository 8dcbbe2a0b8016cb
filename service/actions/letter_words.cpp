// SPDX-License-Identifier: EUPL-1.2
#include "letter_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

// What a person typed must not begin a line of its own.
std::string on_one_line(std::string value)
{
    std::replace_if(
        value.begin(), value.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x20; },
        ' ');
    return value;
}

std::string lines_about(const Meeting& before)
{
    auto text = fmt::format("before_starts={}\nbefore_ends={}\nbefore_zone={}\n", iso(before.starts),
                            iso(before.ends), before.zone);
    for (const auto& [name, value] : {std::pair{"before_place", before.place},
                                      {"before_address", before.address},
                                      {"before_online_url", before.online_url}})
        if (!value.empty())
            text += std::string(name) + '=' + on_one_line(value) + '\n';
    return text;
}

// Takes a word about the meeting as it was; leaves all others alone.
void read_before(LetterWords& words, const std::string& name, const std::string& value)
{
    if (!name.starts_with("before_"))
        return;
    if (!words.before)
        words.before.emplace();
    auto& before = *words.before;
    if (name == "before_starts")
        before.starts = local_from_iso(value).value_or(before.starts);
    else if (name == "before_ends")
        before.ends = local_from_iso(value).value_or(before.ends);
    else if (name == "before_zone")
        before.zone = value;
    else if (name == "before_place")
        before.place = value;
    else if (name == "before_address")
        before.address = value;
    else if (name == "before_online_url")
        before.online_url = value;
}

} // namespace

std::string to_lines(const LetterWords& words)
{
    std::string text;
    if (words.answers_reset)
        text += "answers_reset=1\n";
    if (words.answer != Answer::none)
        text += "answer=" + std::string(word(words.answer)) + '\n';
    if (words.test)
        text += "test=1\n";
    if (words.before)
        text += lines_about(*words.before);
    for (const auto& [name, value] :
         {std::pair{"substitute", words.substitute}, {"on_behalf_of", words.on_behalf_of}})
        if (!value.empty())
            text += std::string(name) + '=' + on_one_line(value) + '\n';
    return text;
}

LetterWords letter_words(const std::string& text)
{
    LetterWords words;
    for (std::size_t at = 0; at < text.size();)
    {
        const auto end = text.find('\n', at);
        const auto line = text.substr(at, end - at);
        const auto equals = line.find('=');
        const auto name = line.substr(0, equals);
        const auto value = line.substr(equals + 1);
        if (name == "answers_reset")
            words.answers_reset = true;
        else if (name == "test")
            words.test = true;
        else if (name == "answer")
            words.answer = from_word<Answer>(value).value_or(Answer::none);
        else if (name == "substitute")
            words.substitute = value;
        else if (name == "on_behalf_of")
            words.on_behalf_of = value;
        else
            read_before(words, std::string(name), value);
        at = end + 1;
    }
    return words;
}

} // namespace rondetafel::actions
