// SPDX-License-Identifier: EUPL-1.2
#include "reactions.hpp"

#include "../../problems.hpp"
#include "../meeting_parts.hpp"
#include "remark_parts.hpp"

#include <rondetafel/base/wording.hpp>
#include <rondetafel/documents/covenant_html.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

/// The first-level article that a change is in, or was in.
ArticleId top_of(const CovenantText& before, const CovenantText& after, const ArticleChange& change)
{
    const auto& text = change.after ? after : before;
    const auto* const top = first_level_of(text, change.after ? change.after->id : change.before->id);
    return top == nullptr ? ArticleId{} : top->id;
}

bool says_something(const ArticleChange& change) { return change.fate != Fate::equal || change.moved; }

std::string what_happened(const Context& context, const ArticleChange& change)
{
    if (change.fate == Fate::inserted || change.fate == Fate::deleted)
        return context.text(change.fate == Fate::inserted ? "reaction.change.new" : "reaction.change.gone");
    return context.text(change.moved ? "reaction.change.moved" : "reaction.change.changed");
}

/// Each article with a change since the version before, with the change as it reads.
std::vector<View> changes_since(const Context& context, const CovenantText& before, const CovenantText& after)
{
    const auto comparison = compare(before, after);
    documents::HtmlSetting setting;
    setting.level = 3;
    setting.anchors = false;
    setting.inserted_word = inserted_word(context);
    setting.deleted_word = deleted_word(context);
    std::vector<View> items;
    const auto& changes = comparison.articles;
    const documents::ChangeHtml change_html(after, before, setting);
    for (std::size_t at = 0; at < changes.size();)
    {
        const auto top = top_of(before, after, changes[at]);
        const auto& first = changes[at];
        std::string html;
        bool changed = false;
        for (; at < changes.size() && top_of(before, after, changes[at]) == top; ++at)
        {
            changed = changed || says_something(changes[at]);
            html += change_html.piece(changes[at]);
        }
        if (!changed)
            continue;
        const auto& text = find_article(after, top) != nullptr ? after : before;
        items.push_back(View{}.set("title", article_title(text, top))
                            .set("what", what_happened(context, first))
                            .set("html", std::move(html)));
    }
    return items;
}

void add_changes(const Context& context, View& view, const actions::ReactionPage& page)
{
    view.set("previous", page.previous.has_value());
    if (!page.previous)
        return;
    auto items = changes_since(context, read_canonical(page.previous->canonical), page.text);
    view.set("previous_version", page.previous->number())
        .set("changed_count", context.count("reaction.changed_count", static_cast<long long>(items.size())))
        .set("changed", !items.empty())
        .set("changes", std::move(items));
}

View article_view(const Context& context, const actions::ReactionPage& page, const http::Request& request,
                  const Article& article)
{
    documents::HtmlSetting setting;
    setting.level = 3;
    const auto own = [&](RemarkKind kind) {
        return std::any_of(page.remarks.begin(), page.remarks.end(), [&](const actions::RemarkView& row) {
            return page.own(row) && row.remark.kind == kind && row.remark.amendment.article == article.id;
        });
    };
    auto said = remarks_on(context, page, article.id, true, 4);
    auto others = remarks_on(context, page, article.id, false, 4);
    View view;
    view.set("id", article.id.value)
        .set("title", article_title(page.text, article.id))
        .set("html", documents::article_html(page.text, article.id, setting))
        .set("href", reaction_path(context, request, "/artikel/" + article.id.value))
        .set("agreed", own(RemarkKind::agree))
        .set("proposed", own(RemarkKind::amendment))
        .set("commented", own(RemarkKind::comment))
        .set("has_said", !said.empty())
        .set("said", std::move(said))
        .set("others_count", context.count("reaction.others", static_cast<long long>(others.size())))
        .set("has_others", !others.empty())
        .set("others", std::move(others));
    return view;
}

void add_articles(const Context& context, View& view, const actions::ReactionPage& page, const http::Request& request)
{
    std::vector<View> articles;
    for (const auto& article : page.text.articles)
        if (!article.parent)
            articles.push_back(article_view(context, page, request, article));
    std::vector<View> parties;
    for (const auto& party : page.text.parties)
        parties.push_back(View{}.set("name", party.legal_name));
    std::vector<View> elsewhere;
    for (const auto& row : page.remarks)
        if (find_article(page.text, row.remark.amendment.article) == nullptr)
            elsewhere.push_back(remark_view(context, page.text, row, page.names.at(row.party)));
    view.set("articles", std::move(articles))
        .set("has_parties", !parties.empty())
        .set("parties", std::move(parties))
        .set("new_href", reaction_path(context, request, "/artikel/nieuw"))
        .set("has_elsewhere", !elsewhere.empty())
        .set("elsewhere", std::move(elsewhere));
}

void add_standing(const Context& context, View& view, const actions::ReactionPage& page)
{
    const auto count = [&](RemarkKind kind) {
        return std::count_if(page.remarks.begin(), page.remarks.end(), [&](const actions::RemarkView& row) {
            return page.own(row) && row.remark.kind == kind;
        });
    };
    const auto comments = count(RemarkKind::comment);
    const auto amendments = count(RemarkKind::amendment);
    const auto agreed = count(RemarkKind::agree);
    const auto& reaction = page.reaction;
    view.set("comments", context.count("reaction.comments", comments))
        .set("amendments", context.count("reaction.amendments", amendments))
        .set("agreed_count", context.count("reaction.agreed", agreed))
        .set("said_something", comments + amendments + agreed > 0)
        .set("asks_something", comments + amendments > 0)
        .set("given", reaction.given_at.has_value())
        .set("changed_since", reaction.changed_since_given())
        .set("no_remarks", reaction.no_remarks);
    view.set("given_text",
             !reaction.given_at
                 ? ""
                 : context.text(reaction.no_remarks ? "reaction.given_none" : "reaction.given",
                                {{"name", reaction.author},
                                 {"moment", moment_text(to_local(*reaction.given_at, home_zone), context.language())}}));
}

http::Response text_page(Context& context, const actions::ReactionPage& page, const http::Request& request,
                         const Problem* problem)
{
    auto view = reaction_view(context, page, request, context.text("reaction.title", {{"covenant", page.covenant}}));
    add_problem(context, view, problem, {});
    view.set("heading", context.text("reaction.heading")).optional("introduction", page.round.introduction);
    add_changes(context, view, page);
    add_articles(context, view, page, request);
    add_standing(context, view, page);
    return context.page("reactions/text", std::move(view), "", problem != nullptr ? status_of(problem->refusal) : 200);
}

/// What a button on the page asks for; a Problem when it cannot be.
Result<std::string> perform(http::Request& request, Context& context, const http::Form& form)
{
    const auto token = std::string(request.parameter("token"));
    const auto deed = form.value("deed");
    if (deed == "hand_in" || deed == "no_remarks")
    {
        const auto given = context.perform(actions::hand_in, {token, deed == "no_remarks"});
        return given ? Result<std::string>("/ontvangen") : given.error();
    }
    if (deed == "withdraw")
    {
        const RemarkId remark{number_from(form.value("remark")).value_or(0)};
        const auto done = context.perform(actions::withdraw_remark, {token, remark});
        return done ? Result<std::string>("") : done.error();
    }
    actions::SaveRemark wish;
    wish.token = token;
    wish.remark.kind = RemarkKind::agree;
    wish.remark.article = {form.value("article")};
    const auto saved = context.perform(actions::save_remark, wish);
    return saved ? Result<std::string>("#artikel-" + wish.remark.article.value) : saved.error();
}

} // namespace

http::Response show_reaction(http::Request& request, Context& context)
{
    const auto page = reaction_of(request, context);
    if (!page)
        return no_such_reaction(context);
    if (page->window != ReactionWindow::open && page->window != ReactionWindow::late)
        return closed_reaction(context, *page, request);
    return text_page(context, *page, request, nullptr);
}

http::Response post_reaction(http::Request& request, Context& context)
{
    const auto page = reaction_of(request, context);
    if (!page)
        return no_such_reaction(context);
    const auto form = http::read_form(request);
    auto problem = form ? Problem{} : form.error();
    if (form && !context.form_token_matches(*form, std::string(request.parameter("token"))))
        problem = forbidden("form.outdated");
    else if (form)
    {
        const auto done = perform(request, context, *form);
        if (done)
            return http::see_other(reaction_path(context, request, *done));
        problem = done.error();
    }
    if (problem.code == "round.closed")
        return closed_reaction(context, *page, request);
    return text_page(context, *page, request, &problem);
}

http::Response show_reaction_receipt(http::Request& request, Context& context)
{
    const auto page = reaction_of(request, context);
    if (!page)
        return no_such_reaction(context);
    if (!page->reaction.given_at)
        return http::see_other(reaction_path(context, request));
    auto view = reaction_view(context, *page, request, context.text("reaction.sent_title", {{"covenant", page->covenant}}));
    add_standing(context, view, *page);
    view.set("heading", context.text("reaction.sent"))
        .set("late", page->reaction.late)
        .set("may_change", page->window == ReactionWindow::open);
    return context.page("reactions/receipt", std::move(view));
}

} // namespace rondetafel::web::pages
