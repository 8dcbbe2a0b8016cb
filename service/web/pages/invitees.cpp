// SPDX-License-Identifier: EUPL-1.2
#include "invitees.hpp"

#include "meeting_parts.hpp"

#include <rondetafel/actions/picking.hpp>
#include <rondetafel/base/email_address.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

View option(std::string value, std::string label, bool selected)
{
    View view;
    return std::move(view.set("value", std::move(value)).set("label", std::move(label)).set("selected", selected));
}

void add_filters(const Context& context, View& view, const actions::PickView& pick, const http::Query& query)
{
    std::vector<View> kinds;
    for (const auto& [kind, name] : Words<PartyKind>::all)
        kinds.push_back(option(std::string(name), context.text("meetings.party_kind." + std::string(name)),
                               query.value("soort") == name));
    std::vector<View> lines;
    for (const auto& line : pick.lines)
    {
        const auto number = std::to_string(line.number);
        lines.push_back(option(number, number + ". " + line.title, query.value("lijn") == number));
    }
    std::vector<View> tags;
    for (const auto& tag : pick.tags)
        tags.push_back(option(tag, tag, query.value("label") == tag));
    view.set("search", query.value("zoek"))
        .set("any_line", !lines.empty())
        .set("any_tag", !tags.empty())
        .set("kinds", std::move(kinds))
        .set("lines", std::move(lines))
        .set("tags", std::move(tags));
}

std::string kinds_of(const Context& context, const Organisation& organisation)
{
    std::string text;
    for (const auto kind : organisation.kinds)
        text += (text.empty() ? "" : ", ") + context.text("meetings.party_kind." + std::string(word(kind)));
    return text;
}

View contact_row(const Context& context, const storage::PartyRow& party, const Contact& contact, bool there,
                 bool ticked_)
{
    const bool refused = contact.address_state == AddressState::refused;
    View row;
    return std::move(row.set("id", contact.id.value)
                         .set("party", party.organisation.name)
                         .set("person", full_name(contact.name))
                         .optional("function", contact.function)
                         .set("kinds_text", kinds_of(context, party.organisation))
                         .set("email", shown_email_address(contact.email))
                         .set("attention", refused)
                         .set("refused", refused)
                         .set("there", there)
                         .set("checked", ticked_ && !there));
}

storage::PartyFilter filter_of(const http::Query& query)
{
    storage::PartyFilter filter;
    filter.search = query.value("zoek");
    filter.kind = from_word<PartyKind>(query.value("soort"));
    if (const auto line = number_from(query.value("lijn")); line && *line < 1000)
        filter.line = static_cast<int>(*line);
    filter.tag = query.value("label");
    return filter;
}

} // namespace

http::Response pick_invitees(http::Request& request, Context& context)
{
    const auto query = query_of(request);
    const auto pick = context.read(actions::pick_contacts, {meeting_named(request), filter_of(query)});
    if (!pick)
        return context.refuse(pick.error());
    const bool all = query.value("alle") == "ja";
    std::vector<View> rows;
    for (const auto& party : pick->parties)
        for (std::size_t at = 0; at < party.contacts.size(); ++at)
        {
            const auto& contact = party.contacts[at];
            const bool there = std::ranges::find(pick->on_the_list, contact.id) != pick->on_the_list.end();
            // Ticking all takes one person of each party: the first speaks for it.
            rows.push_back(contact_row(context, party, contact, there, all && at == 0));
        }
    View view;
    add_meeting_head(context, view, pick->meeting, "");
    add_filters(context, view, *pick, query);
    auto all_href = meeting_path(pick->meeting.id, "/genodigden?") + request.query;
    if (!all)
        all_href += (request.query.empty() ? "" : "&") + std::string("alle=ja");
    view.set("title", context.text("meetings.pick_title"))
        .set("shown", rows.size())
        .set("nobody", rows.empty())
        .set("anybody", !rows.empty())
        .set("rows", std::move(rows))
        .set("all_href", all_href)
        .set("on_the_list", context.count("meetings.on_the_list", static_cast<long long>(pick->on_the_list.size())));
    return context.page("meetings/pick", std::move(view), "meetings");
}

http::Response add_invitees(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    actions::AddInvitees wish{meeting_named(request), {}};
    for (const auto id : ticked(*form))
        wish.contacts.push_back(ContactId{id});
    const auto added = context.perform(actions::add_invitees, wish);
    if (!added)
        return context.refuse(added.error());
    return context.go(meeting_path(wish.meeting), "meetings.added", std::to_string(*added));
}

} // namespace rondetafel::web::pages
