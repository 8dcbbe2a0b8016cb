// SPDX-License-Identifier: EUPL-1.2
#include "reading.hpp"

#include <algorithm>

namespace rondetafel::covenant_check
{

namespace
{

/// A clause that a covenant needs: how it is recognised, and what must stand in it.
struct Clause
{
    const char* missing; ///< the rule when no article has it
    std::initializer_list<std::string_view> heading;
    std::initializer_list<std::string_view> body;
    const char* incomplete; ///< the rule when `needs` is nowhere in it; null when nothing more is asked
    std::initializer_list<std::string_view> needs;
};

// In the order of the guidance: 6 accession, 14 and 15 monitoring, 16 enforceable or not, 17 disputes, 18
// evaluation, 19 term, 20 termination, 21 change, 25 publication.
const Clause clauses[] = {
    {"purpose.missing",
     {"doel", "doelen", "doelstelling"},
     {"doel van dit convenant", "partijen willen"},
     nullptr,
     {}},
    {"monitoring.missing",
     {"monitoring", "voortgang", "rapportage"},
     {"jaarbericht", "rapporteert"},
     nullptr,
     {}},
    {"evaluation.missing",
     {"evaluatie"},
     {"evalueert", "evalueren"},
     "evaluation.no_time",
     {"binnen", "na een jaar", "na twee jaar", "ieder jaar", "jaarlijks", "uiterlijk", "vóór"}},
    {"evaluation.missing_owner",
     {"evaluatie"},
     {"evalueert", "evalueren"},
     "evaluation.no_owner",
     {"regiegroep", "stuurgroep", "gemeente", "partijen"}},
    {"enforceability.missing",
     {"afdwingbaarheid"},
     {"in rechte afdwingbaar", "in rechte afdwingen", "rechtens afdwingbaar", "niet afdwingbaar"},
     nullptr,
     {}},
    {"disputes.missing",
     {"geschil", "geschillen"},
     {"geschil", "geschillen", "verschil van mening"},
     nullptr,
     {}},
    {"accession.missing", {"toetreding", "toetreden"}, {"kan partij worden", "toetreden"}, nullptr, {}},
    {"change.missing",
     {"wijziging", "wijzigen", "wijzigingen"},
     {"om wijziging", "te wijzigen"},
     "change.no_consent",
     {"instemming", "instemmen", "akkoord", "schriftelijke instemming"}},
    {"termination.missing",
     {"opzegging", "opzeggen", "beëindiging"},
     {"opzeggen"},
     "termination.no_effects",
     {"andere partijen", "overige partijen", "eindigt voor allen"}},
    {"term.missing",
     {"looptijd", "duur", "inwerkingtreding"},
     {"treedt in werking"},
     "term.no_end",
     {"eindigt", "geldt voor", "tot en met", "looptijd van"}},
    {"publication.missing", {"openbaarmaking", "publicatie"}, {"openbaar", "staatscourant"}, nullptr, {}},
};

bool is_about(const ReadArticle& article, const Clause& clause)
{
    if (article.article->kind != ArticleKind::article)
        return false;
    const auto all = article.small();
    const auto heading = std::string_view(all).substr(0, all.find('\n'));
    return has_any_word(heading, clause.heading) || has_any_word(all, clause.body);
}

} // namespace

void find_missing_clauses(const std::vector<ReadArticle>& articles, std::vector<Finding>& findings)
{
    const auto has_kind = [&](ArticleKind kind)
    {
        return std::any_of(articles.begin(), articles.end(),
                           [&](const auto& read) { return read.article->kind == kind; });
    };
    if (!has_kind(ArticleKind::consideration))
        findings.push_back({"considerations.missing", {}, {}, {}});
    if (!has_kind(ArticleKind::definitions))
        findings.push_back({"definitions.missing", {}, {}, {}});
    for (const auto& clause : clauses)
    {
        std::vector<const ReadArticle*> about;
        for (const auto& article : articles)
            if (is_about(article, clause))
                about.push_back(&article);
        if (about.empty() && std::string_view(clause.missing) != "evaluation.missing_owner")
            findings.push_back({clause.missing, {}, {}, {}});
        if (about.empty() || clause.incomplete == nullptr)
            continue;
        const bool complete =
            std::any_of(about.begin(), about.end(),
                        [&](const auto* article) { return has_any_word(article->small(), clause.needs); });
        if (!complete)
            findings.push_back({clause.incomplete, about.front()->article->id, {}, {}});
    }
}

void find_party_gaps(const CovenantText& text, std::vector<Finding>& findings)
{
    if (text.parties.empty())
        findings.push_back({"party.none", {}, {}, {}});
    for (const auto& party : text.parties)
    {
        const Arguments name{{"party", party.legal_name}};
        if (party.represented_by.empty() || party.capacity.empty())
            findings.push_back({"party.no_representative", {}, party.legal_name, name});
        if (party.authority.empty())
            findings.push_back({"party.no_authority", {}, party.legal_name, name});
    }
}

} // namespace rondetafel::covenant_check
