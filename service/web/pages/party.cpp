// SPDX-License-Identifier: EUPL-1.2
#include "parties.hpp"

#include "contacts.hpp"
#include "meeting_parts.hpp"
#include "programmes.hpp"

#include <rondetafel/base/email_address.hpp>
#include <rondetafel/base/wording.hpp>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

std::vector<View> contact_views(const Context& context, const actions::PartyView& party, bool archived)
{
    std::vector<View> views;
    for (const auto& contact : party.contacts)
    {
        if (contact.archived != archived)
            continue;
        View view;
        view.set("name", full_name(contact.name)).set("href", contact_path(contact.id));
        view.set("email", shown_email_address(contact.email)).set("mailto", contact.email);
        view.optional("function", contact.function).optional("phone", contact.phone);
        view.set("signatory", contact.signatory).set("refused", contact.address_state == AddressState::refused);
        view.set("speaks", context.text("parties.language_" + code(contact.language)));
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<View> invitation_views(const Context& context, const actions::PartyView& party)
{
    std::vector<View> views;
    for (const auto& [meeting, invitation] : party.invitations)
    {
        const auto day = day_of(meeting.starts);
        const std::chrono::year_month_day date{day};
        views.push_back(View{}
                            .set("href", meeting_path(meeting.id))
                            .set("meeting_title", meeting.title)
                            .set("weekday", short_weekday_name(day, context.language()))
                            .set("day", static_cast<unsigned>(date.day()))
                            .set("month", short_month_name(day, context.language()))
                            .set("date", long_date(day, context.language()))
                            .set("person", full_name(invitation.name))
                            .set("chip", for_step_chip(answer_chip(context, invitation))));
    }
    return views;
}

// Only what has a sentence of its own; the rest is for the log of the thing it is about.
std::vector<View> event_views(const Context& context, const actions::PartyView& party)
{
    constexpr std::size_t shown_max = 25;
    std::vector<View> views;
    for (const auto& event : party.events)
    {
        const auto key = "party_event." + event.verb;
        if (views.size() == shown_max || !context.site().texts->has(Language::nl, key))
            continue;
        View view;
        view.set("what", context.text(key, {{"detail", event.detail}})).set("when", moment_of(context, event.happened_at));
        view.optional("who", event.actor_name);
        views.push_back(std::move(view));
    }
    return views;
}

void add_details(const Context& context, View& page, const actions::PartyView& party)
{
    const auto& organisation = party.organisation;
    std::vector<View> lines;
    for (const auto number : organisation.lines)
    {
        auto text = std::to_string(number);
        for (const auto& line : party.lines)
            if (line.number == number)
                text += ", " + line.title;
        lines.push_back(View{}.set("text", text));
    }
    std::vector<View> tags;
    for (const auto& tag : organisation.tags)
        tags.push_back(View{}.set("text", tag));
    page.set("kind", kinds_text(context, organisation))
        .set("has_lines", !lines.empty())
        .set("lines", std::move(lines))
        .set("has_tags", !tags.empty())
        .set("tags", std::move(tags));
    page.optional("place", organisation.place).optional("website", organisation.website);
    page.optional("note", organisation.note);
}

} // namespace

http::Response show_party(http::Request& request, Context& context)
{
    const auto party = context.read(&actions::show_party, party_named(request));
    if (!party)
        return context.refuse(party.error());
    const auto& organisation = party->organisation;
    View page;
    page.set("title", organisation.name).set("guest", false).set("errors", false);
    add_details(context, page, *party);
    auto people = contact_views(context, *party, false);
    auto former = contact_views(context, *party, true);
    auto invitations = invitation_views(context, *party);
    auto events = event_views(context, *party);
    page.set("archived", organisation.archived)
        .set("edit_href", party_path(organisation.id, "/wijzig"))
        .set("archive_href", party_path(organisation.id, "/archief"))
        .set("new_contact_href", party_path(organisation.id, "/contacten/nieuw"))
        .set("people_count", people.size())
        .set("no_people", people.empty())
        .set("people", std::move(people))
        .set("has_former", !former.empty())
        .set("former", std::move(former))
        .set("has_invitations", !invitations.empty())
        .set("invitations", std::move(invitations))
        .set("has_events", !events.empty())
        .set("events", std::move(events));
    return context.page("parties/party", std::move(page), "parties");
}

} // namespace rondetafel::web::pages
