// SPDX-License-Identifier: EUPL-1.2
#include "versions.hpp"

#include "covenant_parts.hpp"

#include <rondetafel/actions/versions.hpp>
#include <rondetafel/base/wording.hpp>
#include <rondetafel/documents/covenant_html.hpp>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

std::string version_path(const Version& version)
{
    return covenant_path(version.covenant, "/versies/" + std::to_string(version.id.value));
}

View listed(const Context& context, const Version& version, const Version* before)
{
    View row;
    row.set("number", context.text("covenants.version_number", {{"number", version.number()}}))
        .set("href", version_path(version))
        .set("adopted", version.decision_record.has_value())
        .set("note", version.change_note)
        .set("author", version.author)
        .set("when", moment_of(context, version.issued_at))
        .set("sha256", version.sha256);
    row.optional("compare", before == nullptr
                                ? ""
                                : covenant_path(version.covenant,
                                                "/vergelijken?van=" + std::to_string(before->id.value) +
                                                    "&naar=" + std::to_string(version.id.value)));
    return row;
}

} // namespace

http::Response list_versions(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_covenant, covenant_named(request));
    if (!entry)
        return context.refuse(entry.error());
    const auto events = context.read(actions::covenant_history, entry->covenant.id);
    std::vector<View> rows;
    for (std::size_t at = entry->versions.size(); at-- > 0;)
        rows.push_back(listed(context, entry->versions[at], at > 0 ? &entry->versions[at - 1] : nullptr));
    std::vector<View> lines;
    if (events)
        for (const auto& event : *events)
        {
            const auto key = "covenant_event." + event.verb;
            if (context.site().texts->has(Language::nl, key))
                lines.push_back(View{}
                                    .set("what", context.text(key, {{"detail", event.detail}}))
                                    .optional("who", event.actor_name)
                                    .set("when", moment_of(context, event.happened_at)));
        }
    View view;
    add_covenant_head(context, view, entry->covenant, !entry->versions.empty(), "versions");
    const bool drafting = entry->covenant.state == CovenantState::drafting;
    view.set("title", context.text("covenants.tab_versions") + ": " + entry->covenant.title)
        .set("errors", false)
        .set("none", rows.empty())
        .set("rows", std::move(rows))
        .set("any_events", !lines.empty())
        .set("events", std::move(lines))
        .set("may_adopt", drafting && !entry->versions.empty());
    if (drafting && !entry->articles.empty() && entry->differs_from_latest())
        view.set("issue",
                 context.text("covenants.issue_number", {{"number", next_issued(entry->versions).number()}}));
    else
        view.set("issue", false);
    return covenant_page(context, "versions", std::move(view));
}

http::Response show_version(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_version, {covenant_named(request), version_named(request)});
    if (!entry)
        return context.refuse(entry.error());
    const auto& version = entry->version;
    documents::HtmlSetting setting;
    setting.title = false;
    setting.level = 2;
    View view;
    add_covenant_head(context, view, entry->covenant.covenant, true, "versions");
    view.merge(listed(context, version, nullptr));
    std::vector<View> toc;
    for (const auto& article : entry->text.articles)
        if (!article.parent)
            toc.push_back(View{}
                              .set("anchor", setting.anchor + article.id.value)
                              .set("name", article_name(entry->text, article)));
    view.set("title", context.text("covenants.version_number", {{"number", version.number()}}) + ": " +
                          entry->text.title)
        .set("version_title", entry->text.title)
        .set("errors", false)
        .set("toc", std::move(toc))
        .set("html", documents::covenant_html(entry->text, setting))
        .set("download_href", version_path(version) + "/bestand")
        .set("download_fields", false);
    view.optional("decision",
                  entry->decision
                      ? context.text("decision_records.body_" + std::string(word(entry->decision->body))) +
                            ", " + long_date(entry->decision->decided_on, context.language()) +
                            (entry->decision->number.empty() ? "" : ", " + entry->decision->number)
                      : "");
    return covenant_page(context, "version", std::move(view));
}

} // namespace rondetafel::web::pages
