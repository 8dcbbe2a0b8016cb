// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/covenants.hpp>

namespace rondetafel
{

namespace
{

// 1 is a, 26 is z, 27 is aa, 28 is bb: one letter repeated, so that "onder aa" is never taken for a word.
std::string letter(int number)
{
    return std::string(static_cast<std::size_t>((number - 1) / 26 + 1),
                       static_cast<char>('a' + (number - 1) % 26));
}

// What is counted together: considerations, articles of both kinds, annexes; and each kind inside its parent.
ArticleKind series_of(ArticleKind kind)
{
    return kind == ArticleKind::definitions ? ArticleKind::article : kind;
}

bool is_lettered(ArticleKind kind)
{
    return kind == ArticleKind::consideration || kind == ArticleKind::part || kind == ArticleKind::definition;
}

std::string citation_of(const Article& article, const std::string& number, const Citations& done)
{
    const auto inside = [&]
    {
        const auto parent = article.parent ? done.find(*article.parent) : done.end();
        return parent == done.end() ? std::string() : parent->second + ", ";
    };
    switch (article.kind)
    {
    case ArticleKind::consideration:
        return "overweging " + number;
    case ArticleKind::article:
    case ArticleKind::definitions:
        return "artikel " + number;
    case ArticleKind::definition:
        return "begrip " + article.heading;
    case ArticleKind::member:
        return inside() + "lid " + number;
    case ArticleKind::part:
        return inside() + "onder " + number;
    case ArticleKind::annex:
        return "bijlage " + number;
    }
    return number;
}

// The next {id} at or after `from`: where it begins, and its id. Anything else in braces is text.
std::optional<std::pair<std::size_t, ArticleId>> next_reference(std::string_view body, std::size_t from)
{
    constexpr std::size_t letters = 12;
    for (auto at = body.find('{', from); at != std::string_view::npos; at = body.find('{', at + 1))
        if (at + letters + 1 < body.size() && body[at + letters + 1] == '}' &&
            is_article_id(body.substr(at + 1, letters)))
            return std::pair{at, ArticleId{std::string(body.substr(at + 1, letters))}};
    return std::nullopt;
}

} // namespace

std::map<ArticleId, std::string> numbers(const CovenantText& text)
{
    std::map<std::pair<ArticleId, ArticleKind>, int> counted;
    std::map<ArticleId, std::string> numbers;
    for (const auto& article : text.articles)
    {
        const auto count = ++counted[{article.parent.value_or(ArticleId{}), series_of(article.kind)}];
        numbers[article.id] = is_lettered(article.kind) ? letter(count) : std::to_string(count);
    }
    return numbers;
}

Citations citations(const CovenantText& text)
{
    const auto numbered = numbers(text);
    Citations done;
    for (const auto& article : text.articles)
        done[article.id] = citation_of(article, numbered.at(article.id), done);
    return done;
}

std::string citation(const CovenantText& text, const ArticleId& id)
{
    const auto all = citations(text);
    const auto found = all.find(id);
    return found == all.end() ? std::string() : found->second;
}

std::vector<ArticleId> references_in(std::string_view body)
{
    std::vector<ArticleId> found;
    for (auto next = next_reference(body, 0); next; next = next_reference(body, next->first + 1))
        found.push_back(next->second);
    return found;
}

std::string resolved(std::string_view body, const Citations& citations)
{
    std::string text;
    std::size_t from = 0;
    for (auto next = next_reference(body, 0); next; next = next_reference(body, next->first + 1))
    {
        const auto& [at, id] = *next;
        const auto known = citations.find(id);
        if (known == citations.end())
            continue;
        text.append(body.substr(from, at - from));
        text += known->second;
        from = at + id.value.size() + 2;
    }
    return text.append(body.substr(from));
}

} // namespace rondetafel
