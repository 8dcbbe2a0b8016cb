// SPDX-License-Identifier: EUPL-1.2
#include "covenant_parties.hpp"

#include "covenant_parts.hpp"

#include <rondetafel/actions/covenant_parties.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

std::string speaker_of(const Context& context, const actions::CovenantPartyView& row)
{
    if (!row.party.speaker)
        return row.contacts.empty() ? std::string() : context.text("covenant_parties.everybody_speaks");
    for (const auto& contact : row.contacts)
        if (contact.id == *row.party.speaker)
            return full_name(contact.name);
    return {};
}

View listed(const Context& context, const Covenant& covenant, const actions::CovenantPartyView& row)
{
    const auto& text = row.party.text;
    const auto href = covenant_path(covenant.id, "/partijen/" + std::to_string(row.party.id.value));
    auto representative = text.represented_by;
    if (!representative.empty() && !text.capacity.empty())
        representative += ", " + text.capacity;
    View view;
    view.set("name", text.legal_name)
        .optional("short_name", text.short_name)
        .optional("registration", text.registration)
        .optional("representative", representative)
        .optional("authority", text.authority)
        .optional("speaker", speaker_of(context, row))
        .optional("organisation_href",
                  row.organisation ? "/partners/" + std::to_string(row.organisation->id.value) : "")
        .set("incomplete", text.represented_by.empty() || text.authority.empty())
        .set("href", href)
        .set("leave", href + "/weg");
    return view;
}

} // namespace

http::Response list_covenant_parties(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::list_covenant_parties, covenant_named(request));
    if (!entry)
        return context.refuse(entry.error());
    std::vector<View> parties;
    std::vector<View> left;
    for (const auto& row : entry->parties)
        (row.party.left ? left : parties).push_back(listed(context, entry->covenant, row));
    std::vector<View> organisations;
    for (const auto& organisation : entry->organisations)
        organisations.push_back(View{}.set("id", organisation.id.value).set("name", organisation.name));
    View view;
    add_covenant_head(context, view, entry->covenant, entry->has_versions, "parties");
    const auto count = parties.size();
    view.set("title", context.text("covenant_parties.title") + ": " + entry->covenant.title)
        .set("errors", false)
        .set("count", count)
        .set("nobody", parties.empty())
        .set("anybody", !parties.empty())
        .set("parties", std::move(parties))
        .set("any_left", !left.empty())
        .set("left", std::move(left))
        .set("any_organisations", !organisations.empty())
        .set("organisations", std::move(organisations));
    return covenant_page(context, "parties", std::move(view));
}

http::Response add_covenant_parties(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    actions::AddParties wish{covenant_named(request), {}};
    for (const auto id : ticked(*form))
        wish.organisations.push_back(OrganisationId{id});
    const auto added = context.perform(actions::add_parties, wish);
    if (!added)
        return context.refuse(added.error());
    return context.go(covenant_path(wish.covenant, "/partijen"), "parties_added", std::to_string(*added));
}

http::Response leave_covenant(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const bool leave = form->value("doe") != "terug";
    const actions::LeaveCovenant wish{covenant_named(request), covenant_party_named(request), leave};
    const auto done = context.perform(actions::leave_covenant, wish);
    if (!done)
        return context.refuse(done.error());
    return context.go(covenant_path(wish.covenant, "/partijen"),
                      leave ? "covenant_party_left" : "covenant_party_back");
}

} // namespace rondetafel::web::pages
