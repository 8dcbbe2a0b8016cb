// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/covenants.hpp>

#include <algorithm>
#include <stdexcept>

namespace rondetafel
{

namespace
{

constexpr std::string_view first_line = "rondetafel-covenant 1";

void write(std::string& bytes, std::string_view name, std::string_view value)
{
    if (std::any_of(value.begin(), value.end(),
                    [](char letter) { return static_cast<unsigned char>(letter) < 0x20; }))
        throw std::invalid_argument("a covenant's line holds a control character: " + std::string(name));
    bytes.append(name).append(": ").append(value).append("\n");
}

void write(std::string& bytes, const PartyText& party)
{
    write(bytes, "party", party.legal_name);
    write(bytes, "short-name", party.short_name);
    write(bytes, "registration", party.registration);
    write(bytes, "represented-by", party.represented_by);
    write(bytes, "capacity", party.capacity);
    write(bytes, "authority", party.authority);
}

void write(std::string& bytes, const Article& article)
{
    const auto parent = article.parent ? article.parent->value : "-";
    write(bytes, "article", article.id.value + ' ' + std::string(word(article.kind)) + ' ' + parent);
    write(bytes, "heading", article.heading);
    if (article.body.empty())
        return;
    for (std::size_t from = 0; from <= article.body.size();)
    {
        const auto end = std::min(article.body.find('\n', from), article.body.size());
        write(bytes, "text", std::string_view(article.body).substr(from, end - from));
        from = end + 1;
    }
}

/// The lines of canonical bytes, asked for one by one; what is not as expected throws.
class Lines
{
public:
    explicit Lines(std::string_view bytes) : bytes_(bytes) {}

    bool next_is(std::string_view name) const
    {
        return bytes_.size() > name.size() + 1 && bytes_.starts_with(name) &&
               bytes_.substr(name.size(), 2) == ": ";
    }
    std::string value(std::string_view name)
    {
        if (!next_is(name))
            throw std::invalid_argument("not canonical: expected " + std::string(name));
        return line().substr(name.size() + 2);
    }
    std::string line()
    {
        const auto end = bytes_.find('\n');
        if (end == std::string_view::npos)
            throw std::invalid_argument("not canonical: a line does not end");
        const std::string text(bytes_.substr(0, end));
        bytes_.remove_prefix(end + 1);
        return text;
    }
    bool at_end() const { return bytes_.empty(); }

private:
    std::string_view bytes_;
};

PartyText read_party(Lines& lines)
{
    PartyText party;
    party.legal_name = lines.value("party");
    party.short_name = lines.value("short-name");
    party.registration = lines.value("registration");
    party.represented_by = lines.value("represented-by");
    party.capacity = lines.value("capacity");
    party.authority = lines.value("authority");
    return party;
}

Article read_piece(Lines& lines)
{
    const auto names = lines.value("article");
    const auto first = names.find(' ');
    const auto second = names.find(' ', first + 1);
    if (first == std::string::npos || second == std::string::npos)
        throw std::invalid_argument("not canonical: article");
    const auto kind = from_word<ArticleKind>(names.substr(first + 1, second - first - 1));
    const auto parent = names.substr(second + 1);
    if (!kind || !is_article_id(names.substr(0, first)) || (parent != "-" && !is_article_id(parent)))
        throw std::invalid_argument("not canonical: article");
    Article article;
    article.id = ArticleId{names.substr(0, first)};
    article.kind = *kind;
    if (parent != "-")
        article.parent = ArticleId{parent};
    article.heading = lines.value("heading");
    for (bool first_text = true; lines.next_is("text"); first_text = false)
        article.body += (first_text ? "" : "\n") + lines.value("text");
    return article;
}

} // namespace

std::string canonical(const CovenantText& text)
{
    std::string bytes(first_line);
    bytes += '\n';
    write(bytes, "title", text.title);
    for (const auto& party : text.parties)
        write(bytes, party);
    for (const auto& article : text.articles)
        write(bytes, article);
    return bytes + "end\n";
}

CovenantText read_canonical(std::string_view bytes)
{
    Lines lines(bytes);
    if (lines.line() != first_line)
        throw std::invalid_argument("not a canonical covenant");
    CovenantText text;
    text.title = lines.value("title");
    while (lines.next_is("party"))
        text.parties.push_back(read_party(lines));
    while (lines.next_is("article"))
        text.articles.push_back(read_piece(lines));
    if (lines.line() != "end" || !lines.at_end() || canonical(text) != bytes)
        throw std::invalid_argument("not canonical: something follows or differs");
    return text;
}

std::string branch_sha256(const CovenantText& text, const ArticleId& id)
{
    std::string bytes;
    for (const auto& article : branch(text, id))
        write(bytes, article);
    return sha256_hex(bytes);
}

} // namespace rondetafel
