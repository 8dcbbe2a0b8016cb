// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/decisions.hpp>
#include <rondetafel/actions/retention.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

constexpr const char* done_on = "retention.done_on";

PersonInRound person_in_round(Context& context, const Consultee& consultee)
{
    auto& records = context.records;
    const auto round = records.rounds.find(consultee.round).value();
    PersonInRound person{records.covenants.find(round.covenant).value().title,
                         name_of(records.covenants.find_party(consultee.party).value()),
                         round,
                         consultee,
                         {},
                         {},
                         {}};
    const auto text = read_canonical(records.versions.find(round.version).value().canonical);
    for (auto& remark : records.reactions.remarks_of(round.id))
        if (remark.consultee == consultee.id)
        {
            person.places.push_back(place_of(text, remark));
            person.remarks.push_back(std::move(remark));
        }
    for (const auto letter : records.rounds.letters_to(consultee.id))
        person.letters.push_back(records.outbox.find(letter).value());
    return person;
}

} // namespace

Result<long long> erase_what_is_past(Context& context, const Done&)
{
    auto& records = context.records;
    const auto today = iso(day_of(to_local(context.now, home_zone)));
    if (records.settings.get(done_on) == today)
        return 0LL;
    records.settings.set(done_on, today);
    const auto& kept = context.installation.retention;
    auto erased = records.erasure.answers_before(kept_since(context.now, kept.answers));
    erased += records.erasure.letters_before(kept_since(context.now, kept.letters));
    erased += records.erasure.sign_ins_before(kept_since(context.machine_now, kept.sign_ins));
    if (erased > 0)
        records.events.add(event(context, "retention.erased", std::to_string(erased)));
    return erased;
}

Result<PersonalData> personal_data(Context& context, const ContactId& id)
{
    const auto contact = context.records.parties.find_contact(id);
    const auto organisation = contact ? context.records.parties.find(contact->organisation) : std::nullopt;
    if (!organisation)
        return not_found("contact");
    PersonalData data{*organisation, *contact, {}, {}};
    for (const auto& invitation : context.records.invitations.of_contact(id))
        if (auto view = show_invitation(context, invitation.id))
            data.invitations.push_back(std::move(*view));
    std::ranges::stable_sort(data.invitations, std::greater{},
                             [](const auto& view) { return view.meeting.starts; });
    for (const auto& consultee : context.records.rounds.consultees_of(id))
        data.rounds.push_back(person_in_round(context, consultee));
    return data;
}

Result<OrganisationId> erase_person(Context& context, const ContactId& id)
{
    const auto contact = context.records.parties.find_contact(id);
    if (!contact)
        return not_found("contact");
    for (const auto& invitation : context.records.invitations.of_contact(id))
        if (const auto meeting = context.records.meetings.find(invitation.meeting);
            meeting && still_invited(*meeting, invitation, context.now))
            return Problem{Refusal::conflict, "contact.still_invited", {}, {{"title", meeting->title}}};
    for (const auto& round : context.records.rounds.running())
        for (const auto& consultee : context.records.rounds.consultees_of(round.id))
            if (consultee.contact == id && !consultee.withdrawn_at)
                return Problem{Refusal::conflict,
                               "contact.still_consulted",
                               {},
                               {{"title", context.records.covenants.find(round.covenant).value().title}}};
    context.records.erasure.contact(id);
    auto made = event(context, "contact.erased");
    made.organisation = contact->organisation;
    context.records.events.add(made);
    return contact->organisation;
}

} // namespace rondetafel::actions
