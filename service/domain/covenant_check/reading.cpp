// SPDX-License-Identifier: EUPL-1.2
#include "reading.hpp"

#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel::covenant_check
{

namespace
{

bool is_letter(char letter)
{
    const auto byte = static_cast<unsigned char>(letter);
    return byte >= 0x80 || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9');
}

} // namespace

std::string ReadArticle::small() const
{
    auto all = in_small_letters(article->heading);
    for (const auto& piece : pieces)
        all += '\n' + piece.small;
    return all;
}

std::vector<ReadArticle> read(const CovenantText& text)
{
    const auto names = citations(text);
    std::vector<ReadArticle> articles;
    for (const auto& article : text.articles)
    {
        if (!article.parent)
            articles.push_back({&article, {}});
        if (articles.empty())
            continue;
        auto words = resolved(article.body, names);
        auto small = in_small_letters(words);
        articles.back().pieces.push_back({&article, std::move(words), std::move(small)});
    }
    return articles;
}

bool has_word(std::string_view small, std::string_view word)
{
    for (auto at = small.find(word); at != std::string_view::npos; at = small.find(word, at + 1))
    {
        const auto end = at + word.size();
        if ((at == 0 || !is_letter(small[at - 1])) && (end == small.size() || !is_letter(small[end])))
            return true;
    }
    return false;
}

bool has_any_word(std::string_view small, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return has_word(small, word); });
}

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words;
    for (std::size_t from = 0; from < text.size();)
    {
        if (!is_letter(text[from]))
        {
            ++from;
            continue;
        }
        auto end = from;
        while (end < text.size() && (is_letter(text[end]) || text[end] == '-' || text[end] == '\''))
            ++end;
        words.emplace_back(text.substr(from, end - from));
        from = end;
    }
    return words;
}

std::vector<std::string> sentences_of(std::string_view text)
{
    std::vector<std::string> sentences;
    std::size_t from = 0;
    for (std::size_t at = 0; at <= text.size(); ++at)
    {
        const bool ends = at == text.size() || text[at] == '\n' || text[at] == ';' ||
                          ((text[at] == '.' || text[at] == '?' || text[at] == '!') &&
                           (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n'));
        if (!ends)
            continue;
        if (auto sentence = std::string(text.substr(from, at - from)); !words_of(sentence).empty())
            sentences.push_back(std::move(sentence));
        from = at + 1;
    }
    return sentences;
}

std::string role_name(std::string_view name)
{
    auto role = in_small_letters(name);
    role.erase(0, std::min(role.find_first_not_of(" '\""), role.size()));
    for (const std::string_view start : {"de ", "het ", "een ", "iedere ", "elke "})
        if (role.starts_with(start))
            role.erase(0, start.size());
    if (role.ends_with("en") && role.size() > 5)
        role.erase(role.size() - 2);
    else if (role.ends_with("s") && role.size() > 4)
        role.erase(role.size() - 1);
    return role;
}

} // namespace rondetafel::covenant_check
