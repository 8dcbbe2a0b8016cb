// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/covenants.hpp>

#include <algorithm>
#include <set>

namespace rondetafel
{

namespace
{

constexpr std::size_t id_letters = 12;

auto position_of(const std::vector<Article>& articles, const ArticleId& id)
{
    return std::find_if(articles.begin(), articles.end(),
                        [&](const Article& article) { return article.id == id; });
}

// Where the branch that begins at `first` ends: at the first piece whose parent lies outside it.
std::size_t end_of_branch(const std::vector<Article>& articles, std::size_t first)
{
    std::set<ArticleId> inside{articles[first].id};
    auto at = first + 1;
    while (at < articles.size() && articles[at].parent && inside.contains(*articles[at].parent))
        inside.insert(articles[at++].id);
    return at;
}

Version numbered(int major, int minor)
{
    Version version;
    version.major = major;
    version.minor = minor;
    return version;
}

} // namespace

ArticleId new_article_id(Randomness& randomness)
{
    return ArticleId{base32(randomness.bytes(8)).substr(0, id_letters)};
}

bool is_article_id(std::string_view text)
{
    return text.size() == id_letters &&
           text.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz") == std::string_view::npos;
}

const Article* find_article(const CovenantText& text, const ArticleId& id)
{
    const auto found = position_of(text.articles, id);
    return found == text.articles.end() ? nullptr : &*found;
}

const Article* first_level_of(const CovenantText& text, const ArticleId& id)
{
    const auto* article = find_article(text, id);
    while (article != nullptr && article->parent)
        article = find_article(text, *article->parent);
    return article;
}

std::vector<Article> branch(const CovenantText& text, const ArticleId& id)
{
    const auto found = position_of(text.articles, id);
    if (found == text.articles.end())
        return {};
    const auto first = static_cast<std::size_t>(found - text.articles.begin());
    const auto end = end_of_branch(text.articles, first);
    return {found, text.articles.begin() + static_cast<std::ptrdiff_t>(end)};
}

void replace_branch(CovenantText& text, const std::vector<Article>& pieces)
{
    if (pieces.empty())
        return;
    const auto found = position_of(text.articles, pieces.front().id);
    if (found == text.articles.end())
        return;
    const auto first = found - text.articles.begin();
    const auto end =
        static_cast<std::ptrdiff_t>(end_of_branch(text.articles, static_cast<std::size_t>(first)));
    text.articles.erase(found, text.articles.begin() + end);
    text.articles.insert(text.articles.begin() + first, pieces.begin(), pieces.end());
}

Version next_issued(const std::vector<Version>& versions)
{
    auto next = numbered(0, 0);
    for (const auto& version : versions)
        if (std::pair{version.major, version.minor} > std::pair{next.major, next.minor})
            next = numbered(version.major, version.minor);
    return numbered(next.major, next.minor + 1);
}

Version next_adopted(const std::vector<Version>& versions)
{
    int major = 0;
    for (const auto& version : versions)
        major = std::max(major, version.major);
    return numbered(major + 1, 0);
}

} // namespace rondetafel
