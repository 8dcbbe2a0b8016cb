// SPDX-License-Identifier: EUPL-1.2
#include "covenant_parts.hpp"
#include "covenants.hpp"

#include <rondetafel/actions/articles.hpp>
#include <rondetafel/base/wording.hpp>
#include <rondetafel/documents/covenant_html.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

// What may be added below an article stands in its own part of the text.
const char* kind_to_add(ArticleKind kind)
{
    if (kind == ArticleKind::consideration)
        return "consideration";
    return kind == ArticleKind::annex ? "annex" : "article";
}

View section_of(const actions::CovenantView& entry, const storage::DraftArticle& draft)
{
    documents::HtmlSetting setting;
    setting.level = 3;
    View view;
    view.set("name", article_name(entry.text, draft.article()))
        .set("anchor", setting.anchor + draft.id().value)
        .set("html", documents::article_html(entry.text, draft.id(), setting))
        .set("empty", draft.pieces.size() == 1U && draft.article().body.empty())
        .set("edit", article_path(entry.covenant.id, draft.id()))
        .set("move", article_path(entry.covenant.id, draft.id(), "/verplaats"))
        .set("add", covenant_path(entry.covenant.id, "/artikelen/nieuw?na=" + draft.id().value +
                                                         "&soort=" + kind_to_add(draft.article().kind)));
    return view;
}

void add_removed(Context& context, View& view, const actions::CovenantView& entry)
{
    std::vector<View> rows;
    const auto removed = context.read(actions::removed_articles, entry.covenant.id);
    if (removed)
        for (const auto& save : *removed)
        {
            const auto& article = save.pieces.front();
            rows.push_back(View{}
                               .set("name", article.heading.empty() ? article.body : article.heading)
                               .set("who", save.author)
                               .set("when", moment_of(context, save.saved_at))
                               .set("save", save.id)
                               .set("action", article_path(entry.covenant.id, save.article, "/herstel")));
        }
    view.set("any_removed", !rows.empty()).set("removed", std::move(rows));
}

void add_primary(const Context& context, View& view, const actions::CovenantView& entry)
{
    const bool may_issue = !entry.articles.empty() && entry.differs_from_latest() &&
                           entry.covenant.state == CovenantState::drafting;
    if (!may_issue)
    {
        view.set("primary", false);
        return;
    }
    view.set("primary", View{}
                            .set("href", covenant_path(entry.covenant.id, "/versies/nieuw"))
                            .set("word", context.text("covenants.issue_number",
                                                      {{"number", next_issued(entry.versions).number()}})));
}

} // namespace

http::Response show_covenant(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_covenant, covenant_named(request));
    if (!entry)
        return context.refuse(entry.error());
    View view;
    add_covenant_head(context, view, entry->covenant, !entry->versions.empty(), "text");
    std::vector<View> sections;
    for (const auto& draft : entry->articles)
        sections.push_back(section_of(*entry, draft));
    std::string first_parties;
    for (const auto& party : entry->parties)
        first_parties += (first_parties.empty() ? "" : ", ") + party.text.legal_name;
    view.set("title", entry->covenant.title)
        .set("errors", false)
        .set("no_text", sections.empty())
        .set("any_text", !sections.empty())
        .set("sections", std::move(sections))
        .set("settings", covenant_path(entry->covenant.id, "/bewerk"))
        .set("party_count",
             context.count("covenants.party_count", static_cast<long long>(entry->parties.size())))
        .optional("party_names", first_parties)
        .optional("step", entry->step ? entry->step->title : "")
        .optional("step_href",
                  entry->step ? "/programma/stappen/" + std::to_string(entry->step->id.value) : "");
    const auto* latest = entry->latest();
    view.optional("standing", latest == nullptr ? ""
                              : entry->differs_from_latest()
                                  ? context.text("covenants.changed_since", {{"number", latest->number()}})
                                  : context.text("covenants.same_as", {{"number", latest->number()}}));
    add_primary(context, view, *entry);
    add_removed(context, view, *entry);
    return covenant_page(context, "text", std::move(view));
}

} // namespace rondetafel::web::pages
