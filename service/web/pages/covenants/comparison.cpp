// SPDX-License-Identifier: EUPL-1.2
#include "comparison.hpp"

#include "comparison_view.hpp"
#include "covenant_parts.hpp"

#include <rondetafel/actions/versions.hpp>
#include <rondetafel/base/wording.hpp>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

constexpr const char* working_text = "werk";

/// The two texts that the address asks for, by version number of the database or "werk".
struct Chosen
{
    std::string from;
    std::string to;
};

std::string id_text(const Version& version)
{
    return std::to_string(version.id.value);
}

// Without a choice: what changed since parties saw the text last, or else between their last two.
Chosen chosen_in(const http::Query& query, const actions::CovenantView& entry)
{
    Chosen chosen{query.value("van"), query.value("naar")};
    const auto& versions = entry.versions;
    const bool later = entry.differs_from_latest() || versions.size() < 2;
    if (chosen.from.empty())
        chosen.from = id_text(later ? versions.back() : versions[versions.size() - 2]);
    if (chosen.to.empty())
        chosen.to = later ? working_text : id_text(versions.back());
    return chosen;
}

std::optional<VersionId> version_from(const std::string& text)
{
    if (text == working_text)
        return std::nullopt;
    return VersionId{number_from(text).value_or(0)};
}

std::string name_of(const Context& context, const std::optional<Version>& version)
{
    return version ? context.text("comparison.version", {{"number", version->number()}})
                   : context.text("comparison.the_working_text");
}

void add_rail(const Context& context, View& view, const actions::CovenantView& entry, const Chosen& chosen)
{
    std::vector<View> rail;
    const auto stop =
        [&](const std::string& id, const std::string& number, const std::string& day, bool later)
    {
        rail.push_back(View{}
                           .set("value", id)
                           .set("number", number)
                           .set("day", day)
                           .set("later", later)
                           .set("from", id == chosen.from)
                           .set("to", id == chosen.to));
    };
    for (const auto& version : entry.versions)
        stop(id_text(version), version.number(),
             date_text(day_of(to_local(version.issued_at, home_zone)), context.language()), false);
    stop(working_text, context.text("comparison.working_text"), context.text("comparison.being_edited"),
         true);
    view.set("rail", std::move(rail));
}

ComparisonView view_from(const std::string& text)
{
    if (text == "tekst")
        return ComparisonView::in_line;
    return text == "naast" ? ComparisonView::sides : ComparisonView::list;
}

void add_view_links(View& view, const std::string& path, const Chosen& chosen)
{
    const auto base = path + "?van=" + in_query(chosen.from) + "&naar=" + in_query(chosen.to);
    view.set("list_href", base)
        .set("inline_href", base + "&weergave=tekst")
        .set("sides_href", base + "&weergave=naast")
        .set("all_href", base + "&toon=alles");
}

} // namespace

http::Response compare_versions(http::Request& request, Context& context)
{
    const auto id = covenant_named(request);
    const auto entry = context.read(actions::show_covenant, id);
    if (!entry)
        return context.refuse(entry.error());
    if (entry->versions.empty())
        return context.refuse(not_found("version"));
    const auto query = query_of(request);
    const auto chosen = chosen_in(query, *entry);
    const auto texts =
        context.read(actions::two_texts, {id, version_from(chosen.from), version_from(chosen.to)});
    if (!texts)
        return context.refuse(texts.error());
    const auto title = context.text("comparison.title", {{"from", name_of(context, texts->before_version)},
                                                         {"to", name_of(context, texts->after_version)}});
    View view;
    add_covenant_head(context, view, entry->covenant, true, "comparison");
    add_rail(context, view, *entry, chosen);
    add_view_links(view, covenant_path(id, "/vergelijken"), chosen);
    const auto shown = query.value("weergave");
    add_differences(context, view, texts->before, texts->after, view_from(shown),
                    query.value("toon") == "alles");
    view.set("title", title + ": " + entry->covenant.title)
        .set("heading", title)
        .set("shown", shown)
        .set("errors", false)
        .set("action", covenant_path(id, "/vergelijken"))
        .set("download_href", covenant_path(id, "/vergelijken/bestand"))
        .set("download_fields", std::vector<View>{View{}.set("name", "van").set("value", chosen.from),
                                                  View{}.set("name", "naar").set("value", chosen.to)});
    return covenant_page(context, "comparison", std::move(view));
}

} // namespace rondetafel::web::pages
