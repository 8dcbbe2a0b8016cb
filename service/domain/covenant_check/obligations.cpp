// SPDX-License-Identifier: EUPL-1.2
#include "reading.hpp"

#include <algorithm>
#include <set>

namespace rondetafel::covenant_check
{

namespace
{

// Everybody together, or an organ that the covenant makes: bound without being a party.
const std::set<std::string> joint_actors{"partij", "regiegroep", "stuurgroep", "kernwerkgroep"};

/// Who a piece says something of, if it begins with an actor: "De werkgever wijst …" gives "werkgever" and
/// "wijst".
struct Duty
{
    std::string actor;
    std::string verb;
};

std::optional<Duty> duty_of(const ReadPiece& piece, const std::set<std::string>& actors)
{
    const auto words = words_of(piece.small);
    if (words.size() < 3)
        return std::nullopt;
    if (words[0] == "partijen")
        return Duty{"partij", words[1]};
    if (words[0] != "de" && words[0] != "het" && words[0] != "iedere" && words[0] != "elke")
        return std::nullopt;
    const auto actor = role_name(words[1]);
    if (!actors.contains(actor) && !joint_actors.contains(actor))
        return std::nullopt;
    return Duty{actor, words[2]};
}

bool binds(const std::string& verb)
{
    static const std::set<std::string> free_verbs{"kan",    "kunnen", "mag",   "mogen",  "wil",  "willen",
                                                  "hoeft",  "hoeven", "is",    "zijn",   "heet", "die",
                                                  "vinden", "vindt",  "wordt", "worden", "en"};
    return !free_verbs.contains(verb);
}

// What must never happen needs no day either.
bool says_when(std::string_view small)
{
    return has_any_word(
        small, {"geen",         "niet",      "nooit",      "alleen",    "binnen",       "vóór",
                "voor 1",       "uiterlijk", "vanaf",      "ieder",     "iedere",       "jaarlijks",
                "per jaar",     "per maand", "per week",   "per dag",   "maandelijks",  "elk",
                "eerste",       "eerst",     "direct",     "meteen",    "zolang",       "tot",
                "dag en nacht", "dagelijks", "kwartaal",   "wekelijks", "bij de start", "één keer",
                "twee keer",    "na",        "op verzoek", "week",      "weken",        "werkdagen",
                "maand",        "maanden",   "steeds",     "altijd",    "pas",          "inschrijfdag"});
}

// Actors are the roles of parties and the defined terms that do something; a term that is only a thing never
// begins a duty.
std::set<std::string> actors_of(const CovenantText& text)
{
    std::set<std::string> actors{"gemeente"};
    for (const auto& party : text.parties)
        actors.insert(role_name(party.short_name.empty() ? party.legal_name : party.short_name));
    for (const auto& article : text.articles)
        if (article.kind == ArticleKind::definition)
            actors.insert(role_name(article.heading));
    for (const char* usual :
         {"werkgever", "uitzendbureau", "huisvester", "ontwikkelaar", "zorgpartner", "inlener"})
        actors.insert(role_name(usual));
    actors.erase(role_name("arbeidsmigrant"));
    return actors;
}

std::set<std::string> roles_of(const CovenantText& text)
{
    std::set<std::string> roles = joint_actors;
    for (const auto& party : text.parties)
    {
        roles.insert(role_name(party.short_name));
        roles.insert(role_name(party.legal_name));
    }
    return roles;
}

} // namespace

void find_obligation_gaps(const CovenantText& text, const std::vector<ReadArticle>& articles,
                          std::vector<Finding>& findings)
{
    const auto actors = actors_of(text);
    const auto roles = roles_of(text);
    const auto names = citations(text);
    std::set<std::string> strangers;
    for (const auto& read : articles)
    {
        if (read.article->kind != ArticleKind::article)
            continue;
        for (const auto& piece : read.pieces)
        {
            const auto duty = duty_of(piece, actors);
            if (!duty || !binds(duty->verb))
                continue;
            const Arguments where{{"place", names.at(piece.article->id)}, {"actor", duty->actor}};
            if (!says_when(piece.small))
                findings.push_back(
                    {"obligation.no_term", read.article->id, names.at(piece.article->id), where});
            if (!text.parties.empty() && !roles.contains(duty->actor) && strangers.insert(duty->actor).second)
                findings.push_back({"obligation.not_a_party", read.article->id, duty->actor, where});
        }
    }
}

} // namespace rondetafel::covenant_check
