// SPDX-License-Identifier: EUPL-1.2
#include "generated.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace rondetafel
{

namespace
{

constexpr auto words = std::to_array<std::string_view>({"de",           "het",         "een",
                                                        "van",          "en",          "in",
                                                        "op",           "aan",         "met",
                                                        "voor",         "bij",         "uit",
                                                        "te",           "om",          "die",
                                                        "dat",          "werkgever",   "werknemer",
                                                        "huisvester",   "gemeente",    "convenant",
                                                        "partijen",     "woning",      "loon",
                                                        "betaalt",      "registreert", "meldt",
                                                        "binnen",       "dagen",       "maanden",
                                                        "jaarlijks",    "overleg",     "zzp'er",
                                                        "e-mail",       "coördinatie", "financiële",
                                                        "ruïne",        "1.000,50",    "2024",
                                                        "artikel",      "inlener",     "uitzendbureau",
                                                        "contract",     "taal",        "inschrijving",
                                                        "BRP",          "toezicht",    "evaluatie",
                                                        "verplicht",    "vrijwillig",  "goede",
                                                        "slechte",      "tijdelijke",  "vaste",
                                                        "schriftelijk", "mondeling",   "informeert",
                                                        "ondertekent",  "verstrekt",   "ontvangt",
                                                        "beëindigt",    "verlengt",    "arbeidsmigrant",
                                                        "privé"});

std::string& some_text(Generated& generated, Article& article)
{
    return article.heading.empty() || !generated.random.once_in(4) ? article.body : article.heading;
}

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

// Takes a branch out of the text.
std::vector<Article> cut(CovenantText& text, std::size_t place)
{
    const auto pieces = branch(text, text.articles[place].id);
    const auto first = text.articles.begin() + static_cast<std::ptrdiff_t>(place);
    text.articles.erase(first, first + static_cast<std::ptrdiff_t>(pieces.size()));
    return pieces;
}

void put(CovenantText& text, std::size_t place, const std::vector<Article>& pieces)
{
    text.articles.insert(text.articles.begin() + static_cast<std::ptrdiff_t>(place), pieces.begin(),
                         pieces.end());
}

} // namespace

std::string Seeded::bytes(std::size_t count)
{
    std::string made;
    while (made.size() < count)
        made += static_cast<char>(engine_() & 0xFFU);
    return made;
}

std::string Generated::word()
{
    return random.once_in(3)   ? std::string(words[random.up_to(15)])
           : random.once_in(6) ? "woord" + std::to_string(random.up_to(400))
                               : std::string(words[random.up_to(words.size() - 1)]);
}

std::string Generated::sentence()
{
    std::string text = "De";
    for (auto left = 3 + random.up_to(14); left > 0; --left)
    {
        text += random.once_in(12) ? ", " : " ";
        text += random.once_in(25)   ? "\"" + word() + "\""
                : random.once_in(40) ? "**" + word() + "**"
                                     : word();
    }
    return text + (random.once_in(9) ? ";" : ".");
}

std::string Generated::paragraph()
{
    auto text = sentence();
    for (auto left = random.up_to(3); left > 0; --left)
        text += ' ' + sentence();
    return text;
}

Article Generated::first_level(ArticleKind kind)
{
    Article article{new_article_id(random), std::nullopt, kind, {}, {}};
    if (kind != ArticleKind::consideration)
        article.heading = word() + ' ' + word();
    if (kind == ArticleKind::consideration || !random.once_in(3))
        article.body = paragraph();
    if (kind == ArticleKind::annex || random.once_in(4))
        article.body += (article.body.empty() ? "- " : "\n\n- ") + sentence() + "\n- " + sentence() + "\n\n" +
                        paragraph();
    return article;
}

void Generated::add_inside(CovenantText& text, const Article& article)
{
    const auto add = [&](const ArticleId& parent, ArticleKind kind, std::string heading) {
        text.articles.push_back({new_article_id(random), parent, kind, std::move(heading), sentence()});
        return text.articles.back().id;
    };
    const auto count = random.up_to(4);
    for (std::size_t member = 0; member < count && article.kind == ArticleKind::article; ++member)
    {
        const auto id = add(article.id, ArticleKind::member, {});
        for (auto parts = random.once_in(3) ? 1 + random.up_to(3) : 0; parts > 0; --parts)
            add(id, ArticleKind::part, {});
    }
    for (std::size_t term = 0; term < count && article.kind == ArticleKind::definitions; ++term)
        add(article.id, ArticleKind::definition, word());
}

CovenantText Generated::covenant()
{
    CovenantText text;
    if (random.once_in(40))
        return text;
    text.title = "Convenant " + word() + ' ' + word();
    for (auto left = 1 + random.up_to(3); left > 0; --left)
        text.parties.push_back({"Partij " + std::to_string(random.up_to(1000)),
                                "de " + word(),
                                {},
                                "mevrouw De Vries",
                                "directeur",
                                {}});
    const auto many = random.once_in(100) ? 90 : 1 + random.up_to(14);
    for (auto left = random.up_to(5); left > 0; --left)
        text.articles.push_back(first_level(ArticleKind::consideration));
    for (std::size_t at = 0; at < many; ++at)
    {
        const auto article = first_level(at == 0 ? ArticleKind::definitions : ArticleKind::article);
        text.articles.push_back(article);
        add_inside(text, article);
        if (random.once_in(5))
            text.articles.back().body += (text.articles.back().body.empty() ? "Zie {" : " Zie {") +
                                         text.articles[random.up_to(text.articles.size() - 1)].id.value +
                                         "}.";
    }
    for (auto left = random.up_to(2); left > 0; --left)
        text.articles.push_back(first_level(ArticleKind::annex));
    return text;
}

void Generated::change_words(std::string& text, std::size_t times)
{
    for (; times > 0; --times)
    {
        const auto from = text.empty() ? 0 : text.find(' ', random.up_to(text.size() - 1));
        if (text.empty() || from == std::string::npos)
            text += (text.empty() ? "" : " ") + word();
        else if (random.once_in(3))
            text.insert(from, ' ' + word());
        else if (const auto end = std::min(text.find_first_of(" \n", from + 1), text.size());
                 random.once_in(2))
            text.erase(from, end - from);
        else
            text.replace(from + 1, end - from - 1, word() + (random.once_in(6) ? "," : ""));
    }
}

void Generated::change_words_somewhere(CovenantText& text)
{
    if (!text.articles.empty())
        change_words(some_text(*this, text.articles[random.up_to(text.articles.size() - 1)]),
                     1 + random.up_to(5));
}

void Generated::change_noise(CovenantText& text)
{
    for (auto& article : text.articles)
        for (auto* part : {&article.heading, &article.body})
            switch (random.up_to(6))
            {
            case 0:
                replace_all(*part, " \"", " “");
                replace_all(*part, "\" ", "” ");
                break;
            case 1:
                replace_all(*part, "'", "’");
                break;
            case 2:
                replace_all(*part, " van ", " van\xC2\xA0");
                break;
            case 3:
                replace_all(*part, ". ", ".  ");
                break;
            case 4:
                replace_all(*part, " werkgever ", " *werkgever* ");
                break;
            case 5:
                if (!part->empty())
                    *part += random.once_in(2) ? "\n" : " ";
                break;
            default:
                break;
            }
}

ArticleId Generated::move_first_level(CovenantText& text)
{
    const auto places = first_level_places(text);
    if (places.size() < 2)
        return {};
    const auto from = random.up_to(places.size() - 1);
    auto to = random.up_to(places.size() - 2);
    const auto pieces = cut(text, places[from]);
    const auto left = first_level_places(text);
    if (to >= from)
        ++to; // never back to where it stood
    put(text, to < left.size() ? left[to] : text.articles.size(), pieces);
    return pieces.front().id;
}

void Generated::move_member(CovenantText& text)
{
    std::vector<std::size_t> members;
    std::vector<std::size_t> articles;
    for (std::size_t at = 0; at < text.articles.size(); ++at)
        if (text.articles[at].kind == ArticleKind::member)
            members.push_back(at);
    if (members.empty())
        return;
    auto pieces = cut(text, members[random.up_to(members.size() - 1)]);
    for (std::size_t at = 0; at < text.articles.size(); ++at)
        if (text.articles[at].kind == ArticleKind::article)
            articles.push_back(at);
    const auto to = articles[random.up_to(articles.size() - 1)];
    pieces.front().parent = text.articles[to].id;
    put(text, to + 1, pieces);
}

void Generated::insert_first_level(CovenantText& text)
{
    const auto places = first_level_places(text);
    CovenantText made;
    const auto article = first_level(random.once_in(4) ? ArticleKind::consideration : ArticleKind::article);
    made.articles.push_back(article);
    add_inside(made, article);
    const auto at = random.up_to(places.size());
    put(text, at < places.size() ? places[at] : text.articles.size(), made.articles);
}

void Generated::remove_first_level(CovenantText& text)
{
    if (const auto places = first_level_places(text); !places.empty())
        cut(text, places[random.up_to(places.size() - 1)]);
}

void Generated::split_article(CovenantText& text)
{
    for (std::size_t at = 0; at < text.articles.size(); ++at)
    {
        const auto middle = text.articles[at].body.find(". De ");
        if (text.articles[at].parent || middle == std::string::npos)
            continue;
        Article second{new_article_id(random), std::nullopt, text.articles[at].kind,
                       text.articles[at].heading, text.articles[at].body.substr(middle + 2)};
        text.articles[at].body.erase(middle + 1);
        put(text, at + branch(text, text.articles[at].id).size(), {second});
        return;
    }
}

void Generated::join_articles(CovenantText& text)
{
    const auto places = first_level_places(text);
    if (places.size() < 2)
        return;
    const auto first = random.up_to(places.size() - 2);
    const auto second = cut(text, places[first + 1]);
    auto& body = text.articles[places[first]].body;
    body += (body.empty() ? "" : "\n\n") + second.front().body;
}

void Generated::duplicate_article(CovenantText& text)
{
    const auto places = first_level_places(text);
    if (places.empty())
        return;
    auto copy = text.articles[places[random.up_to(places.size() - 1)]];
    copy.id = new_article_id(random);
    put(text, places[random.up_to(places.size() - 1)], {copy});
}

void Generated::rewrite_paragraph(CovenantText& text)
{
    if (!text.articles.empty())
        text.articles[random.up_to(text.articles.size() - 1)].body = paragraph();
}

void Generated::change_parties(CovenantText& text)
{
    if (!text.parties.empty() && random.once_in(2))
        text.parties.erase(text.parties.begin() +
                           static_cast<std::ptrdiff_t>(random.up_to(text.parties.size() - 1)));
    if (!text.parties.empty())
        text.parties.back().capacity = word();
    if (text.parties.size() > 1)
        std::swap(text.parties.front(), text.parties.back());
    text.parties.insert(text.parties.begin(), {"Partij " + word(), "de partij", {}, {}, {}, {}});
}

void Generated::lose_ids(CovenantText& text)
{
    std::map<std::string, std::string> renamed;
    for (const auto& article : text.articles)
        renamed[article.id.value] = new_article_id(random).value;
    for (auto& article : text.articles)
    {
        article.id.value = renamed[article.id.value];
        if (article.parent)
            article.parent->value = renamed[article.parent->value];
        for (const auto& id : references_in(article.body))
            if (const auto found = renamed.find(id.value); found != renamed.end())
                replace_all(article.body, id.value, found->second);
    }
}

void Generated::change(CovenantText& text)
{
    using Change = void (Generated::*)(CovenantText&);
    constexpr auto changes = std::to_array<Change>(
        {&Generated::change_words_somewhere, &Generated::change_words_somewhere,
         &Generated::change_words_somewhere, &Generated::change_noise, &Generated::move_member,
         &Generated::insert_first_level, &Generated::remove_first_level, &Generated::split_article,
         &Generated::join_articles, &Generated::duplicate_article, &Generated::rewrite_paragraph,
         &Generated::change_parties});
    for (auto left = random.up_to(6); left > 0; --left)
        (this->*changes[random.up_to(changes.size() - 1)])(text);
    if (random.once_in(3))
        move_first_level(text);
    if (random.once_in(10))
        lose_ids(text);
    if (random.once_in(50))
        text = {};
}

std::vector<std::size_t> first_level_places(const CovenantText& text)
{
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < text.articles.size(); ++at)
        if (!text.articles[at].parent)
            places.push_back(at);
    return places;
}

std::string written_out(const CovenantText& text)
{
    std::string out = text.title;
    for (const auto& article : text.articles)
        for (const auto& part : {article.heading, article.body})
            if (!part.empty())
                out += (out.empty() ? "" : "\n\n") + part;
    return out;
}

std::string without_noise(std::string_view text)
{
    std::string plain(text);
    for (const auto& [from, to] :
         std::initializer_list<std::pair<std::string_view, std::string_view>>{{"“", "\""},
                                                                              {"”", "\""},
                                                                              {"’", "'"},
                                                                              {"\xC2\xA0", " "},
                                                                              {"*", ""},
                                                                              {"\n\n", "\x01"},
                                                                              {"\n", " "},
                                                                              {"  ", " "}})
        replace_all(plain, from, to);
    while (plain.ends_with(' '))
        plain.pop_back();
    return plain;
}

} // namespace rondetafel
