// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include "../../problems.hpp"
#include "../reactions/remark_parts.hpp"
#include "round_parts.hpp"

#include <rondetafel/documents/covenant_html.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

/// The article the words of a decision would stand in; null for an insertion.
const Article* article_of(const actions::RemarkDecision& entry)
{
    const auto& amendment = entry.remark.remark.amendment;
    if (entry.remark.remark.kind == RemarkKind::amendment && amendment.deed == AmendmentDeed::insert)
        return nullptr;
    return find_article(entry.round.text, amendment.article);
}

/// The words to begin with: those of the standing decision, or of the proposal, or of the article.
CovenantText proposed_text(const actions::RemarkDecision& entry)
{
    auto amendment = entry.remark.remark.amendment;
    const auto& text = entry.round.text;
    if (entry.remark.decision && !entry.remark.decision->text.empty())
    {
        amendment.heading = entry.remark.decision->heading;
        amendment.text = entry.remark.decision->text;
        if (amendment.deed != AmendmentDeed::insert)
            amendment.deed = AmendmentDeed::change;
    }
    else if (entry.remark.remark.kind != RemarkKind::amendment ||
             (amendment.deed != AmendmentDeed::change && amendment.deed != AmendmentDeed::insert))
        return text;
    if (amendment.deed == AmendmentDeed::change)
        amendment.base_sha256 = branch_sha256(text, amendment.article);
    DerivedRandomness randomness(amendment.base_sha256 + amendment.inserted.value);
    return merge(text, {amendment}, {}, randomness).text;
}

http::Form words_of(const actions::RemarkDecision& entry, const std::string& outcome)
{
    const auto& amendment = entry.remark.remark.amendment;
    const auto* const article = article_of(entry);
    const auto id = article == nullptr ? amendment.inserted : article->id;
    const auto text = proposed_text(entry);
    const auto* const words = find_article(text, id);
    const auto& decision = entry.remark.decision;
    return http::Form(http::Fields{{"uitkomst", outcome.empty() && decision ? std::string(word(decision->outcome)) : outcome},
                       {"reason", decision ? decision->reason : ""},
                       {"heading", words == nullptr ? "" : words->heading},
                       {"text", words == nullptr ? "" : edited_text(text, id)},
                       {"seen", decision ? std::to_string(decision->id.value) : ""}});
}

std::vector<View> outcome_views(const Context& context, const actions::RemarkDecision& entry, const std::string& chosen)
{
    std::vector<View> outcomes;
    for (const auto& [outcome, name] : Words<Outcome>::all)
    {
        const bool comment = entry.remark.remark.kind == RemarkKind::comment;
        if (comment && outcome == Outcome::taken_over_otherwise)
            continue; // a comment has no words of its own to put otherwise
        outcomes.push_back(View{}.set("value", std::string(name))
                               .set("label", context.text("remark.outcome." + std::string(name)))
                               .set("hint", context.text("rounds.outcome_hint." + std::string(name)))
                               .set("checked", chosen == name));
    }
    return outcomes;
}

std::vector<View> earlier_views(const Context& context, const std::vector<Decision>& decisions)
{
    std::vector<View> views;
    for (const auto& decision : decisions)
    {
        View view;
        add_decision(context, view, decision);
        views.push_back(std::move(view));
    }
    return views;
}

/// Whether the box of words was left as it was: browsers send CRLF.
bool left_alone(const CovenantText& text, const Article& article, const actions::Decide& wish)
{
    auto typed = wish.text;
    std::erase(typed, '\r');
    return wish.heading == article.heading && typed == edited_text(text, article.id);
}

http::Response decision_page(Context& context, const actions::RemarkDecision& entry, const http::Form& typed,
                             const Problem* problem)
{
    const auto* const article = article_of(entry);
    documents::HtmlSetting setting;
    setting.level = 3;
    View view;
    add_round_head(context, view, entry.round, "");
    add_problem(context, view, problem, {"outcome", "reason", "heading", "text"});
    auto earlier = earlier_views(context, entry.earlier);
    const auto title = article == nullptr ? context.text("reaction.new_article") : article_title(entry.round.text, article->id);
    view.set("title", context.text("rounds.decide_title"))
        .set("article_title", title)
        .set("html", article == nullptr ? "" : documents::article_html(entry.round.text, article->id, setting))
        .set("remark", decidable(context, entry.round, entry.remark))
        .set("outcomes", outcome_views(context, entry, typed.value("uitkomst")))
        .set("reason", typed.value("reason"))
        .set("heading", typed.value("heading"))
        .set("text", typed.value("text"))
        .set("with_heading", article == nullptr || !article->heading.empty())
        .set("seen", typed.value("seen"))
        .set("has_earlier", !earlier.empty())
        .set("earlier", std::move(earlier))
        .set("action", round_path(entry.round.round, "/besluit/" + std::to_string(entry.remark.remark.id.value)))
        .set("stop", round_path(entry.round.round, "/reacties"));
    return round_page(context, "decide", std::move(view), problem != nullptr ? status_of(problem->refusal) : 200);
}

} // namespace

http::Response ask_decision(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_remark, remark_named(request));
    if (!entry)
        return context.refuse(entry.error());
    return decision_page(context, *entry, words_of(*entry, query_of(request).value("uitkomst")), nullptr);
}

http::Response save_decision(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_remark, remark_named(request));
    if (!entry)
        return context.refuse(entry.error());
    const auto form = http::read_form(request).value(); // dispatch read it before
    const auto outcome = from_word<Outcome>(form.value("uitkomst"));
    auto problem = invalid("outcome", "outcome.missing");
    if (outcome)
    {
        actions::Decide wish;
        wish.remark = entry->remark.remark.id;
        wish.outcome = *outcome;
        wish.reason = form.value("reason");
        // Only "in other words" and "partly" have words of their own; a comment may lead to words with any of the three.
        const bool own_words = *outcome == Outcome::taken_over_otherwise || *outcome == Outcome::partly ||
                               (entry->remark.remark.kind == RemarkKind::comment && *outcome == Outcome::taken_over);
        wish.heading = own_words ? form.value("heading") : "";
        wish.text = own_words ? form.value("text") : "";
        if (const auto seen = number_from(form.value("seen")))
            wish.seen = DecisionId{*seen};
        // A comment may be taken over without a change of text: then the box was left as it was.
        const auto* const article = article_of(*entry);
        if (entry->remark.remark.kind == RemarkKind::comment && article != nullptr &&
            left_alone(entry->round.text, *article, wish))
            wish.text.clear();
        const auto done = context.perform(actions::decide, wish);
        if (done)
            return context.go(round_path(entry->round.round, "/reacties") + "#opmerking-" +
                                  std::to_string(wish.remark.value),
                              "remark.decided");
        problem = done.error();
    }
    return decision_page(context, *entry, form, &problem);
}

} // namespace rondetafel::web::pages
