// SPDX-License-Identifier: EUPL-1.2
#include "outline.hpp"

#include <algorithm>

namespace rondetafel::documents
{

namespace
{

Spans words(std::string text, Change change = Change::equal, bool strong = false)
{
    if (text.empty())
        return {};
    Span span;
    span.text = std::move(text);
    span.change = change;
    span.strong = strong;
    return {std::move(span)};
}

Piece framed(Piece::Kind kind, std::string text)
{
    Piece piece;
    piece.kind = kind;
    piece.words = words(std::move(text));
    return piece;
}

Piece party_item(const PartyText& party, std::size_t number, bool last, Change change)
{
    Spans spans = words(party.legal_name, change, true);
    std::string rest;
    if (!party.registration.empty())
        rest += ", ingeschreven in het handelsregister onder nummer " + party.registration;
    if (!party.represented_by.empty())
        rest += ", vertegenwoordigd door " + party.represented_by;
    if (!party.capacity.empty())
        rest += ", " + party.capacity;
    if (!party.authority.empty())
        rest += ", op grond van " + party.authority;
    if (!party.short_name.empty())
        rest += ", hierna te noemen: " + party.short_name;
    rest += last ? "," : ";";
    for (auto& span : words(std::move(rest), change))
        spans.push_back(std::move(span));
    Piece piece;
    piece.kind = Piece::Kind::item;
    piece.number = std::to_string(number) + '.';
    piece.change = change;
    piece.blocks.emplace_back().spans = std::move(spans);
    return piece;
}

std::string number_words(ArticleKind kind, const std::string& number)
{
    switch (kind)
    {
    case ArticleKind::article:
    case ArticleKind::definitions:
        return "Artikel " + number;
    case ArticleKind::annex:
        return "Bijlage " + number;
    case ArticleKind::definition:
        return {};
    default:
        return number.empty() ? number : number + '.';
    }
}

bool has_heading(ArticleKind kind)
{
    return kind == ArticleKind::article || kind == ArticleKind::definitions || kind == ArticleKind::annex;
}

// A first-level article is a heading; its own items do not stand inside another one.
int depth_of(const TextIndex::Place& place) { return std::max(0, place.level - 1); }

/// Heading, term and body of a piece, however they were made.
struct Content
{
    Spans heading;
    Blocks blocks;
    std::string number;
    Change change = Change::equal;
    int depth = 0;
};

void add_article(Outline& outline, const Article& article, Content content)
{
    Piece piece;
    piece.article = article.id;
    piece.number = number_words(article.kind, content.number);
    piece.change = content.change;
    piece.words = std::move(content.heading);
    if (!has_heading(article.kind))
    {
        piece.kind = Piece::Kind::item;
        piece.depth = content.depth;
        piece.blocks = std::move(content.blocks);
        outline.push_back(std::move(piece));
        return;
    }
    piece.kind = Piece::Kind::heading;
    outline.push_back(std::move(piece));
    if (content.blocks.empty())
        return;
    Piece body;
    body.blocks = std::move(content.blocks);
    body.article = article.id;
    outline.push_back(std::move(body));
}

void add_plain(Outline& outline, const TextIndex& index, const Article& article,
               const std::map<ArticleId, std::string>& all_numbers)
{
    const auto number = all_numbers.find(article.id);
    const auto place = index.place_of(article);
    add_article(outline, article,
                {words(article.heading), read_marked(article.body, {index, place.in_annex}),
                 number == all_numbers.end() ? std::string() : number->second, Change::equal, depth_of(place)});
}

void add_changed(Outline& outline, const ArticleChange& change, const TextIndex& newer, const TextIndex& older)
{
    const auto& article = change.after ? *change.after : *change.before;
    const auto place = (change.after ? newer : older).place_of(article);
    const auto kind = change.fate == Fate::inserted ? Change::inserted
                      : change.fate == Fate::deleted ? Change::deleted
                                                     : Change::equal;
    add_article(outline, article,
                {changed_line(change.heading), read_changed(change.body, {newer, place.in_annex}, older),
                 change.after ? change.number_after : change.number_before, kind, depth_of(place)});
}

/// Adds the sentences between which the articles stand, at the moment the reading gets there.
class Frame
{
public:
    explicit Frame(Outline& outline) : outline_(outline) {}

    void before(const Article& article)
    {
        if (article.kind == ArticleKind::consideration && !considered_)
        {
            considered_ = true;
            outline_.push_back(framed(Piece::Kind::heading, "Overwegend dat:"));
        }
        if (!article.parent && article.kind != ArticleKind::consideration && !agreed_)
            agree();
        if (!article.parent && article.kind == ArticleKind::annex)
            sign();
    }
    void agree()
    {
        agreed_ = true;
        outline_.push_back(framed(Piece::Kind::lead, "Komen het volgende overeen:"));
    }
    void sign()
    {
        if (signed_)
            return;
        signed_ = true;
        outline_.push_back(framed(Piece::Kind::heading, "Ondertekening"));
        outline_.push_back(framed(Piece::Kind::lead, "Aldus overeengekomen en ondertekend door:"));
        for (const auto& party : parties_)
            sign(*party);
    }
    void add_party(const PartyText& party) { parties_.push_back(&party); }

private:
    void sign(const PartyText& party)
    {
        Piece name = framed(Piece::Kind::lead, {});
        name.words = words(party.legal_name, Change::equal, true);
        auto who = party.represented_by;
        if (!party.capacity.empty())
            who += (who.empty() ? "" : ", ") + party.capacity;
        for (auto& span : words(who.empty() ? who : ", " + who))
            name.words.push_back(std::move(span));
        outline_.push_back(std::move(name));
        outline_.push_back(framed(Piece::Kind::line, "Plaats en datum:"));
        outline_.push_back(framed(Piece::Kind::line, "Handtekening:"));
    }

    Outline& outline_;
    std::vector<const PartyText*> parties_;
    bool considered_ = false;
    bool agreed_ = false;
    bool signed_ = false;
};

} // namespace

Outline outline_of(const CovenantText& text)
{
    Outline outline;
    outline.push_back(framed(Piece::Kind::title, text.title));
    Frame frame(outline);
    if (!text.parties.empty())
        outline.push_back(framed(Piece::Kind::heading, "De ondergetekenden:"));
    for (std::size_t at = 0; at < text.parties.size(); ++at)
    {
        const bool last = at + 1 == text.parties.size();
        outline.push_back(party_item(text.parties[at], at + 1, last, Change::equal));
        frame.add_party(text.parties[at]);
    }
    if (!text.parties.empty())
        outline.push_back(framed(Piece::Kind::lead, "hierna gezamenlijk te noemen: partijen,"));
    const auto all_numbers = numbers(text);
    const TextIndex index(text);
    for (const auto& article : text.articles)
    {
        frame.before(article);
        add_plain(outline, index, article, all_numbers);
    }
    frame.sign();
    return outline;
}

Outline outline_of(const CovenantText& text, const ArticleId& article)
{
    Outline outline;
    const auto all_numbers = numbers(text);
    const TextIndex index(text);
    for (const auto& piece : branch(text, article))
        add_plain(outline, index, piece, all_numbers);
    return outline;
}

Outline outline_of(const Comparison& comparison)
{
    const auto newer = after_of(comparison);
    const auto older = before_of(comparison);
    Outline outline;
    outline.push_back(framed(Piece::Kind::title, {}));
    outline.back().words = changed_line(comparison.title);
    if (!comparison.parties.empty())
        outline.push_back(framed(Piece::Kind::heading, "De ondergetekenden:"));
    std::size_t number = 0;
    for (const auto& party : comparison.parties)
    {
        if (party.before && party.fate != Fate::equal)
            outline.push_back(party_item(*party.before, number + 1, false, Change::deleted));
        if (!party.after)
            continue;
        ++number;
        outline.push_back(party_item(*party.after, number, number == newer.parties.size(),
                                     party.fate == Fate::equal ? Change::equal : Change::inserted));
    }
    Frame frame(outline);
    for (const auto& party : newer.parties)
        frame.add_party(party);
    if (!comparison.parties.empty())
        outline.push_back(framed(Piece::Kind::lead, "hierna gezamenlijk te noemen: partijen,"));
    const TextIndex newer_index(newer);
    const TextIndex older_index(older);
    for (const auto& change : comparison.articles)
    {
        frame.before(change.after ? *change.after : *change.before);
        add_changed(outline, change, newer_index, older_index);
    }
    frame.sign();
    return outline;
}

Outline outline_of(const ArticleChange& change, const TextIndex& newer, const TextIndex& older)
{
    Outline outline;
    add_changed(outline, change, newer, older);
    return outline;
}

} // namespace rondetafel::documents
