// SPDX-License-Identifier: EUPL-1.2
#include "reactions.hpp"

#include "../../problems.hpp"
#include "../form_fields.hpp"
#include "../meeting_parts.hpp"
#include "remark_parts.hpp"
#include "say.hpp"

#include <rondetafel/documents/covenant_html.hpp>
#include <rondetafel/domain/merging.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

bool is_new(const http::Request& request) { return request.parameter("article") == new_article; }

/// The party's own proposal for this article, which a new one takes the place of.
const Remark* own_proposal(const actions::ReactionPage& page, const ArticleId& article)
{
    for (const auto& row : page.remarks)
        if (page.own(row) && row.remark.kind == RemarkKind::amendment && row.remark.amendment.article == article &&
            row.remark.amendment.deed != AmendmentDeed::insert)
            return &row.remark;
    return nullptr;
}

/// The words in the box of "other words": the own proposal, or else the article as it is.
http::Fields words_to_begin_with(const actions::ReactionPage& page, const Article& article)
{
    const auto* const own = own_proposal(page, article.id);
    auto text = page.text;
    auto heading = article.heading;
    if (own != nullptr && own->amendment.deed == AmendmentDeed::change)
    {
        auto amendment = own->amendment;
        amendment.base_sha256 = branch_sha256(page.text, article.id);
        DerivedRandomness randomness(amendment.base_sha256);
        text = merge(page.text, {amendment}, {}, randomness).text;
        heading = amendment.heading;
    }
    return {{"heading", heading},
            {"text", edited_text(text, article.id)},
            {"why", own != nullptr ? own->comment : ""},
            {"replaces", own != nullptr ? std::to_string(own->id.value) : ""}};
}

void add_typed(View& view, const http::Form& typed)
{
    add_say(view, typed);
    for (const char* field : {"comment", "quote", "heading", "text", "why", "replaces"})
        view.set(field, typed.value(field));
}

/// What a colleague wrote first, when that is why nothing was saved.
void add_colleague(const Context& context, View& view, const actions::ReactionPage& page, const ArticleId& article,
                   const Problem* problem)
{
    view.set("colleague", false);
    const auto* const theirs = own_proposal(page, article);
    if (problem == nullptr || problem->code != "remark.by_colleague" || theirs == nullptr)
        return;
    view.set("colleague", context.text("reaction.colleague_first", {{"name", theirs->author}}));
    // Sent again it takes the place of theirs, which the person has seen now.
    view.set("replaces", theirs->id.value);
}

http::Response article_page(Context& context, const actions::ReactionPage& page, const http::Request& request,
                            const http::Form* typed, const Problem* problem, bool saved)
{
    const bool insertion = is_new(request);
    const ArticleId id{insertion ? "" : std::string(request.parameter("article"))};
    const auto* const article = find_article(page.text, id);
    if (!insertion && (article == nullptr || article->parent))
        return context.refuse(not_found("article"));
    const auto title = insertion ? context.text("reaction.new_article") : article_title(page.text, id);
    auto view = reaction_view(context, page, request, title + " – " + page.covenant);
    const http::Form fields =
        typed != nullptr ? *typed : http::Form(insertion ? http::Fields{{"say", "insert"}, {"kind", "article"}} : words_to_begin_with(page, *article));
    documents::HtmlSetting setting;
    setting.level = 3;
    setting.reference_base = reaction_path(context, request);
    add_problem(context, view, problem, {"say", "comment", "quote", "heading", "text", "place", "kind"});
    add_typed(view, fields);
    add_colleague(context, view, page, id, problem);
    auto said = insertion ? std::vector<View>{} : remarks_on(context, page, id, true, 3);
    auto others = insertion ? std::vector<View>{} : remarks_on(context, page, id, false, 3);
    view.set("heading_text", title)
        .set("heading_dutch", !insertion)
        .set("insertion", insertion)
        .set("saved", saved)
        .set("back", reaction_path(context, request) + (insertion ? "" : "#artikel-" + id.value))
        .set("here", reaction_path(context, request, "/artikel/" + std::string(request.parameter("article"))))
        .set("base", insertion ? "" : branch_sha256(page.text, id))
        .set("html", insertion ? "" : documents::article_html(page.text, id, setting))
        .set("with_heading", insertion || !article->heading.empty())
        .set("places", places(context, page.text, id, fields.value("place")))
        .set("has_said", !said.empty())
        .set("said", std::move(said))
        .set("has_others", !others.empty())
        .set("others", std::move(others));
    return context.page("reactions/article", std::move(view), "", problem != nullptr ? status_of(problem->refusal) : 200);
}

Result<actions::RemarkWish> wish_from(const http::Request& request, const http::Form& form)
{
    auto said = said_in(form, std::string(request.parameter("article")));
    if (!said)
        return said.error();
    auto& wish = *said;
    wish.base_sha256 = form.value("base");
    if (wish.kind != RemarkKind::agree)
        wish.comment = form.value(wish.kind == RemarkKind::comment ? "comment" : "why");
    const auto replaces = number_from(form.value("replaces"));
    if (replaces && (wish.kind == RemarkKind::amendment || form.has("change_comment")))
        wish.replaces = RemarkId{*replaces};
    return wish;
}

} // namespace

http::Response show_reaction_article(http::Request& request, Context& context)
{
    const auto page = reaction_of(request, context);
    if (!page)
        return no_such_reaction(context);
    if (page->window != ReactionWindow::open && page->window != ReactionWindow::late)
        return closed_reaction(context, *page, request);
    return article_page(context, *page, request, nullptr, nullptr, false);
}

http::Response show_saved_article(http::Request& request, Context& context)
{
    const auto page = reaction_of(request, context);
    if (!page)
        return no_such_reaction(context);
    if (page->window != ReactionWindow::open && page->window != ReactionWindow::late)
        return closed_reaction(context, *page, request);
    return article_page(context, *page, request, nullptr, nullptr, true);
}

http::Response post_reaction_article(http::Request& request, Context& context)
{
    auto page = reaction_of(request, context);
    if (!page)
        return no_such_reaction(context);
    const auto token = std::string(request.parameter("token"));
    const auto form = http::read_form(request);
    if (!form)
    {
        const auto problem = form.error();
        return article_page(context, *page, request, nullptr, &problem, false);
    }
    auto problem = forbidden("form.outdated");
    if (context.form_token_matches(*form, token))
    {
        const auto wish = wish_from(request, *form);
        const auto saved = wish ? context.perform(actions::save_remark, {token, *wish}) : wish.error();
        if (saved && is_new(request))
            return http::see_other(reaction_path(context, request, "#opmerking-" + std::to_string(saved->value)));
        if (saved)
            return http::see_other(reaction_path(context, request,
                                                 "/artikel/" + std::string(request.parameter("article")) + "/bewaard"));
        problem = saved.error();
        page = reaction_of(request, context); // what a colleague wrote meanwhile
    }
    if (problem.code == "round.closed" && page)
        return closed_reaction(context, *page, request);
    return page ? article_page(context, *page, request, &*form, &problem, false) : no_such_reaction(context);
}

} // namespace rondetafel::web::pages
