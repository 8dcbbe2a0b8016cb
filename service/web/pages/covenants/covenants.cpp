// SPDX-License-Identifier: EUPL-1.2
#include "covenants.hpp"

#include "covenant_parts.hpp"

#include <rondetafel/base/wording.hpp>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

View listed(const Context& context, const actions::CovenantView& entry)
{
    View row;
    row.set("href", covenant_path(entry.covenant.id))
        .set("name", entry.covenant.title)
        .set("subject", context.text("covenants.subject." + std::string(word(entry.covenant.subject))))
        .set("chip", covenant_chip(context, entry.covenant.state))
        .set("parties", context.count("covenants.party_count", static_cast<long long>(entry.parties.size())));
    const auto* latest = entry.latest();
    row.set("version", latest != nullptr
                           ? context.text("covenants.version_number", {{"number", latest->number()}})
                           : context.text("covenants.no_version_yet"));
    row.optional("version_day", latest != nullptr ? long_date(day_of(to_local(latest->issued_at, home_zone)),
                                                              context.language())
                                                  : "");
    return row;
}

} // namespace

http::Response list_covenants(http::Request&, Context& context)
{
    const auto entries = context.read(actions::list_covenants, Done{});
    if (!entries)
        return context.refuse(entries.error());
    std::vector<View> rows;
    for (const auto& entry : *entries)
        rows.push_back(listed(context, entry));
    View view;
    view.set("title", context.text("menu.covenants"))
        .set("guest", false)
        .set("errors", false)
        .set("empty", rows.empty())
        .set("rows", std::move(rows));
    return covenant_page(context, "list", std::move(view));
}

} // namespace rondetafel::web::pages
