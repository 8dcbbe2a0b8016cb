// SPDX-License-Identifier: EUPL-1.2
#include "parties.hpp"

#include "form_fields.hpp"
#include "meeting_parts.hpp"

#include <rondetafel/base/email_address.hpp>
#include <rondetafel/domain/fields.hpp>

#include <algorithm>
#include <array>

namespace rondetafel::web::pages
{

using actions::PartyTab;
using templates::View;

namespace
{

constexpr std::array<std::pair<PartyTab, const char*>, 5> tab_words{{{PartyTab::all, "alle"},
                                                                     {PartyTab::agencies, "uitzendbureaus"},
                                                                     {PartyTab::employers, "werkgevers"},
                                                                     {PartyTab::care, "zorgpartners"},
                                                                     {PartyTab::other, "overig"}}};

std::string word_of(PartyTab tab)
{
    return std::find_if(tab_words.begin(), tab_words.end(), [&](const auto& pair) { return pair.first == tab; })->second;
}

actions::PartiesWish wish_from(const http::Query& query)
{
    actions::PartiesWish wish;
    wish.search = trimmed(query.value("zoek"));
    for (const auto& [tab, word] : tab_words)
        if (query.value("deel") == word)
            wish.tab = tab;
    wish.kind = from_word<PartyKind>(query.value("soort"));
    if (const auto line = number_from(query.value("lijn")); line && *line < 1000)
        wish.line = static_cast<int>(*line);
    wish.archived = query.has("archief");
    wish.page = static_cast<int>(std::clamp(number_from(query.value("pagina")).value_or(1), 1LL, 1'000'000LL));
    return wish;
}

/// The address of this list with another tab or page; the search goes along.
std::string address_of(const actions::PartiesWish& wish, PartyTab tab, int page)
{
    std::string query;
    const auto add = [&](const char* name, const std::string& value) {
        query += (query.empty() ? "?" : "&") + std::string(name) + '=' + in_query(value);
    };
    if (tab != PartyTab::all)
        add("deel", word_of(tab));
    if (!wish.search.empty())
        add("zoek", wish.search);
    if (wish.kind)
        add("soort", std::string(word(*wish.kind)));
    if (wish.line)
        add("lijn", std::to_string(*wish.line));
    if (wish.archived)
        add("archief", "ja");
    if (page > 1)
        add("pagina", std::to_string(page));
    return "/partners" + query;
}

void add_tabs(const Context& context, View& page, const actions::PartiesView& view, const actions::PartiesWish& wish)
{
    std::vector<View> tabs;
    for (const auto& [tab, count] : view.tabs)
        tabs.push_back(View{}
                           .set("href", address_of(wish, tab, 1))
                           .set("current", tab == wish.tab)
                           .set("word", context.text("parties.tab_" + word_of(tab)))
                           .set("count", count));
    page.set("tabs", std::move(tabs));
}

std::vector<View> option_views(const Choices& choices, const std::string& chosen)
{
    std::vector<View> views;
    for (const auto& [value, text] : choices)
        views.push_back(View{}.set("option", value).set("text", text).set("chosen", value == chosen));
    return views;
}

void add_filters(const Context& context, View& page, const actions::PartiesView& view,
                 const actions::PartiesWish& wish)
{
    Choices kinds{{"", context.text("parties.all_kinds")}};
    for (auto& choice : choices_of<PartyKind>(context, "party_kind"))
        kinds.push_back(std::move(choice));
    Choices lines{{"", context.text("parties.all_lines")}};
    for (const auto& line : view.lines)
        lines.emplace_back(std::to_string(line.number), std::to_string(line.number) + ", " + line.title);
    page.set("search", wish.search)
        .set("archived", wish.archived)
        .set("kinds", option_views(kinds, wish.kind ? std::string(word(*wish.kind)) : ""))
        .set("lines", option_views(lines, wish.line ? std::to_string(*wish.line) : ""));
    page.optional("tab", wish.tab == PartyTab::all ? "" : word_of(wish.tab));
}

View row_view(const Context& context, const storage::PartyRow& row)
{
    const auto& organisation = row.organisation;
    std::string tags;
    for (const auto& tag : organisation.tags)
        tags += (tags.empty() ? "" : ", ") + tag;
    std::string lines;
    for (const auto line : organisation.lines)
        lines += (lines.empty() ? "" : ", ") + std::to_string(line);
    View out;
    out.set("href", party_path(organisation.id)).set("name", organisation.name);
    out.optional("place", organisation.place).set("kind", kinds_text(context, organisation));
    out.set("tags", tags).set("line_numbers", lines);
    const auto refused = std::find_if(row.contacts.begin(), row.contacts.end(), [](const Contact& contact) {
        return contact.address_state == AddressState::refused;
    });
    out.optional("refused", refused == row.contacts.end() ? "" : shown_email_address(refused->email));
    out.set("contact", row.contacts.empty() ? "" : full_name(row.contacts.front().name));
    const auto people = static_cast<long long>(row.contacts.size());
    out.optional("more", people > 1 ? context.count("parties.people", people) : "");
    return out;
}

void add_paging(const Context& context, View& page, const actions::PartiesView& view, const actions::PartiesWish& wish)
{
    constexpr int size = actions::parties_page_size;
    const auto pages = static_cast<int>((view.found + size - 1) / size);
    page.set("paging", false);
    if (pages < 2)
        return;
    std::vector<View> numbers;
    for (int number = 1; number <= pages; ++number)
        numbers.push_back(View{}
                              .set("number", number)
                              .set("href", address_of(wish, wish.tab, number))
                              .set("current", number == view.page)
                              .set("name", context.text("parties.page", {{"number", std::to_string(number)}})));
    const auto last = std::min<long long>(view.found, static_cast<long long>(view.page) * size);
    View paging;
    paging.set("range", context.text("parties.range", {{"from", std::to_string((view.page - 1) * size + 1)},
                                                       {"to", std::to_string(last)},
                                                       {"all", std::to_string(view.found)}}));
    paging.set("numbers", std::move(numbers));
    paging.optional("before", view.page > 1 ? address_of(wish, wish.tab, view.page - 1) : "");
    paging.optional("after", view.page < pages ? address_of(wish, wish.tab, view.page + 1) : "");
    page.set("paging", std::move(paging));
}

} // namespace

OrganisationId party_named(const http::Request& request)
{
    return OrganisationId{number_from(request.parameter("organisation")).value_or(0)};
}

std::string party_path(OrganisationId id, const std::string& rest)
{
    return "/partners/" + std::to_string(id.value) + rest;
}

std::string kinds_text(const Context& context, const Organisation& organisation)
{
    std::string text;
    for (const auto kind : organisation.kinds)
    {
        const auto name = context.text("party_kind." + std::string(word(kind)));
        text += text.empty() ? name : ", " + in_small_letters(name);
    }
    return text;
}

http::Response list_parties(http::Request& request, Context& context)
{
    const auto wish = wish_from(query_of(request));
    const auto view = context.read(&actions::list_parties, wish);
    if (!view)
        return context.refuse(view.error());
    View page;
    page.set("title", context.text("parties.title")).set("guest", false).set("errors", false);
    page.set("organisations", context.count("parties.organisations", view->organisations))
        .set("people", context.count("parties.people", view->contacts));
    page.set("empty", view->organisations == 0 && !wish.archived).set("nothing_found", view->rows.empty());
    add_tabs(context, page, *view, wish);
    add_filters(context, page, *view, wish);
    std::vector<View> rows;
    for (const auto& row : view->rows)
        rows.push_back(row_view(context, row));
    page.set("rows", std::move(rows));
    add_paging(context, page, *view, wish);
    return context.page("parties/parties", std::move(page), "parties");
}

} // namespace rondetafel::web::pages
