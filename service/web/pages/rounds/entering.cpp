// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include "../../problems.hpp"
#include "../reactions/remark_parts.hpp"
#include "../reactions/say.hpp"
#include "round_parts.hpp"

#include <rondetafel/actions/reactions.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

std::vector<View> article_options(const Context& context, const CovenantText& text, const std::string& chosen)
{
    std::vector<View> options;
    for (const auto& article : text.articles)
        if (!article.parent)
            options.push_back(View{}.set("value", article.id.value)
                                  .set("text", article_title(text, article.id))
                                  .set("chosen", chosen == article.id.value));
    options.push_back(View{}.set("value", new_article)
                          .set("text", context.text("reaction.new_article"))
                          .set("chosen", chosen == new_article));
    return options;
}

std::vector<View> people_options(const actions::RoundParty& party, const std::string& chosen)
{
    std::vector<View> people;
    for (const auto& consultee : party.consultees)
        people.push_back(View{}.set("value", consultee.id.value)
                             .set("text", full_name(consultee.name))
                             .set("chosen", chosen == std::to_string(consultee.id.value)));
    return people;
}

/// The words in the box: what was typed, or the article that was chosen as it stands.
std::string words_of(const http::Form& typed, const CovenantText& text, const ArticleId& article)
{
    return typed.has("text") ? typed.value("text") : article ? edited_text(text, article) : "";
}

http::Response form_page(Context& context, const actions::RoundView& round, const actions::RoundParty& party,
                         const http::Form& typed, const Problem* problem)
{
    const ArticleId article{typed.value("artikel")};
    const auto* const found = find_article(round.text, article);
    const bool insertion = article.value == new_article;
    View view;
    add_round_head(context, view, round, "");
    add_problem(context, view, problem,
                {"source", "author", "article", "comment", "quote", "heading", "text", "say", "place", "kind"});
    std::vector<View> sources;
    for (const auto source : {ReactionSource::mail, ReactionSource::phone, ReactionSource::in_person})
        sources.push_back(View{}.set("value", std::string(word(source)))
                              .set("label", context.text("remark.source." + std::string(word(source))))
                              .set("checked", typed.value("source") == word(source)));
    add_say(view, typed);
    view.set("title", context.text("rounds.enter_title", {{"party", name_of(party.party)}}))
        .set("action", round_path(round.round, "/invoeren/" + std::to_string(party.party.id.value)))
        .set("stop", round_path(round.round))
        .set("sources", std::move(sources))
        .set("people", people_options(party, typed.value("consultee")))
        .set("author", typed.value("author"))
        .set("articles", article_options(context, round.text, article.value))
        .set("article_chosen", found != nullptr || insertion)
        .set("insertion", insertion)
        .set("article", article.value)
        .set("article_title", found == nullptr ? "" : article_title(round.text, article))
        .set("places", places(context, round.text, article, typed.value("place")))
        .set("with_heading", insertion || (found != nullptr && !found->heading.empty()))
        .set("heading", typed.has("heading") ? typed.value("heading") : found != nullptr ? found->heading : "")
        .set("text", words_of(typed, round.text, found != nullptr ? article : ArticleId{}))
        .set("comment", typed.value("comment"))
        .set("quote", typed.value("quote"));
    return round_page(context, "enter", std::move(view), problem != nullptr ? status_of(problem->refusal) : 200);
}

Result<actions::EnterRemarks> wish_from(const http::Form& form, RoundId round, CovenantPartyId party)
{
    actions::EnterRemarks wish;
    wish.round = round;
    wish.party = party;
    wish.source = from_word<ReactionSource>(form.value("source")).value_or(ReactionSource::link);
    if (const auto consultee = number_from(form.value("consultee")))
        wish.consultee = ConsulteeId{*consultee};
    wish.author = form.value("author");
    const auto deed = form.value("deed");
    wish.no_remarks = deed == "no_remarks";
    wish.handed_in = deed != "one_more";
    if (deed == "no_remarks" || deed == "hand_in")
        return wish;
    auto remark = said_in(form, form.value("artikel"));
    if (!remark || remark->kind == RemarkKind::agree)
        return invalid("say", "say.missing");
    remark->comment = form.value("comment");
    wish.remarks.push_back(std::move(*remark));
    return wish;
}

/// The party whose reaction is written down, in its round.
struct AskedParty
{
    actions::RoundView round;
    actions::RoundParty party;
};

Result<AskedParty> party_asked(const http::Request& request, Context& context)
{
    auto round = round_asked(request, context);
    if (!round)
        return round.error();
    const auto* const party = round->party(covenant_party_named(request));
    if (party == nullptr)
        return not_found("party");
    auto wanted = *party;
    return AskedParty{std::move(*round), std::move(wanted)};
}

} // namespace

http::Response ask_reaction(http::Request& request, Context& context)
{
    const auto asked = party_asked(request, context);
    return asked ? form_page(context, asked->round, asked->party, query_of(request), nullptr)
                 : context.refuse(asked.error());
}

http::Response enter_reaction(http::Request& request, Context& context)
{
    const auto asked = party_asked(request, context);
    if (!asked)
        return context.refuse(asked.error());
    const auto& round = asked->round.round;
    const auto party = asked->party.party.id;
    const auto form = http::read_form(request).value(); // dispatch read it before
    const auto wish = wish_from(form, round.id, party);
    const auto written = wish ? context.perform(actions::enter_remarks, *wish) : wish.error();
    if (!written)
    {
        const auto problem = written.error();
        return form_page(context, asked->round, asked->party, form, &problem);
    }
    if (wish->handed_in)
        return context.go(round_path(round), "reaction.entered");
    return context.go(round_path(round, "/invoeren/" + std::to_string(party.value)), "remark.entered");
}

} // namespace rondetafel::web::pages
