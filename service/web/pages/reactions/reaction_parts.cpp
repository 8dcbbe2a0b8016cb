// SPDX-License-Identifier: EUPL-1.2
#include "reactions.hpp"

#include "remark_parts.hpp"

#include <rondetafel/base/wording.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

std::string names_of(const std::vector<Consultee>& people)
{
    std::string names;
    for (const auto& person : people)
        names += (names.empty() ? "" : ", ") + full_name(person.name);
    return names;
}

std::string until_text(const Context& context, const actions::ReactionPage& page)
{
    const char* key = page.window == ReactionWindow::late ? "reaction.until_late" : "reaction.until";
    return context.text(key, {{"moment", moment_text(page.round.closes, context.language())}});
}

} // namespace

std::optional<actions::ReactionPage> reaction_of(http::Request& request, Context& context)
{
    auto page = context.read(actions::find_reaction, std::string(request.parameter("token")));
    if (!page)
        return std::nullopt;
    context.speak(language_from(request.parameter("language")).value_or(page->consultee.language));
    context.act_as(full_name(page->consultee.name));
    return std::move(*page);
}

http::Response no_such_reaction(Context& context)
{
    View view;
    view.set("title", context.text("answer.no_link_title")).set("guest", true).set("errors", false).set("languages", false);
    return context.page("answers/no_such_link", std::move(view), "", 404);
}

std::string reaction_path(const Context& context, const http::Request& request, const std::string& rest)
{
    return "/u/" + std::string(request.parameter("token")) + '/' + code(context.language()) + rest;
}

View reaction_view(Context& context, const actions::ReactionPage& page, const http::Request& request,
                   const std::string& title)
{
    const auto token = std::string(request.parameter("token"));
    context.set_language_links("/u/" + token);
    View view;
    view.set("title", title).set("guest", true).set("languages", true).set("errors", false);
    view.set("action", reaction_path(context, request))
        .set("partner_token", context.form_token(token))
        .set("covenant", page.covenant)
        .set("version", page.version.number())
        .set("who", context.text("reaction.who", {{"name", full_name(page.consultee.name)},
                                                  {"organisation", name_of(page.party)}}))
        .set("until", until_text(context, page))
        .optional("speaker", page.speaker)
        .set("may_hand_in", page.may_hand_in)
        .set("open_to_all", page.round.visibility == Visibility::open)
        .optional("colleagues", names_of(page.colleagues));
    return view;
}

std::vector<View> remarks_on(const Context& context, const actions::ReactionPage& page, const ArticleId& article, bool own,
                             int level)
{
    std::vector<View> views;
    for (const auto& row : page.remarks)
        if (row.remark.amendment.article == article && page.own(row) == own)
            views.push_back(remark_view(context, page.text, row, page.names.at(row.party), level));
    return views;
}

http::Response closed_reaction(Context& context, const actions::ReactionPage& page, const http::Request& request)
{
    const bool concluded = page.round.state == RoundState::concluded;
    const auto* const key = concluded ? "reaction.concluded" : "reaction.closed";
    auto view = reaction_view(context, page, request, context.text(key));
    std::vector<View> remarks;
    for (const auto& row : page.remarks)
        if (page.own(row))
        {
            auto one = remark_view(context, page.text, row, page.names.at(row.party));
            const auto title = article_title(page.text, row.remark.amendment.article);
            one.set("in_text", !title.empty())
                .set("article", title.empty() ? context.text("reaction.elsewhere") : title);
            remarks.push_back(std::move(one));
        }
    view.set("heading", context.text(key))
        .set("body", context.text(std::string(key) + "_body",
                                  {{"moment", moment_text(page.round.closes, context.language())}}))
        .set("has_remarks", !remarks.empty())
        .set("no_remarks", page.reaction.given_at && page.reaction.no_remarks)
        .set("remarks", std::move(remarks));
    return context.page("reactions/closed", std::move(view));
}

} // namespace rondetafel::web::pages
