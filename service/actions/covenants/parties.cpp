// SPDX-License-Identifier: EUPL-1.2
#include "../rounds/rounds.hpp"

#include <rondetafel/actions/covenant_parties.hpp>

#include <rondetafel/actions/covenants.hpp>
#include <rondetafel/domain/fields.hpp>

#include <algorithm>
#include <climits>

namespace rondetafel::actions
{

namespace
{

CovenantPartyView view_of(Context& context, const CovenantParty& party)
{
    CovenantPartyView view{party, {}, {}};
    if (!party.organisation)
        return view;
    view.organisation = context.records.parties.find(*party.organisation);
    view.contacts = context.records.parties.contacts_of(*party.organisation);
    return view;
}

bool is_number_of_chamber(const std::string& text)
{
    return text.size() == 8 &&
           std::all_of(text.begin(), text.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
}

bool may_speak(Context& context, const CovenantParty& party)
{
    const auto contact = context.records.parties.find_contact(*party.speaker);
    return contact && party.organisation && contact->organisation == *party.organisation;
}

Result<Done> check_party(Context& context, const CovenantParty& party)
{
    const auto& text = party.text;
    FieldChecks checks;
    checks.required("legal_name", text.legal_name);
    checks.one_line("legal_name", text.legal_name, 200);
    checks.one_line("short_name", text.short_name, 100);
    if (!text.registration.empty() && !is_number_of_chamber(text.registration))
        checks.refuse("registration", "registration.not_eight_digits");
    checks.one_line("represented_by", text.represented_by, 200);
    checks.one_line("capacity", text.capacity, 150);
    checks.one_line("authority", text.authority, 300);
    if (party.speaker && !may_speak(context, party))
        checks.refuse("speaker", "contact.not_found");
    return checks.outcome();
}

// Somebody's party, and of this covenant: an address of one covenant must not change another.
Result<CovenantParty> party_of(Context& context, CovenantId covenant, CovenantPartyId id)
{
    const auto party = context.records.covenants.find_party(id);
    if (!party || party->covenant != covenant)
        return not_found("covenant_party");
    return *party;
}

} // namespace

Result<CovenantPartiesView> list_covenant_parties(Context& context, const CovenantId& id)
{
    const auto covenant = context.records.covenants.find(id);
    if (!covenant)
        return not_found("covenant");
    CovenantPartiesView view{*covenant, context.records.versions.latest(id).has_value(), {}, {}};
    for (const auto& party : context.records.covenants.parties_of(id, true))
        view.parties.push_back(view_of(context, party));
    std::stable_partition(view.parties.begin(), view.parties.end(),
                          [](const CovenantPartyView& row) { return !row.party.left; });
    storage::PartyFilter filter;
    filter.limit = INT_MAX;
    for (auto& row : context.records.parties.list(filter))
        if (std::none_of(view.parties.begin(), view.parties.end(),
                         [&](const CovenantPartyView& party)
                         { return party.party.organisation == row.organisation.id; }))
            view.organisations.push_back(std::move(row.organisation));
    return view;
}

Result<CovenantPartyView> show_covenant_party(Context& context, const CovenantPartyWish& wish)
{
    const auto party = party_of(context, wish.covenant, wish.party);
    if (!party)
        return party.error();
    return view_of(context, *party);
}

Result<int> add_parties(Context& context, const AddParties& wish)
{
    if (const auto open = covenant_to_change(context, wish.covenant); !open)
        return open.error();
    const auto known = context.records.covenants.parties_of(wish.covenant, true);
    int added = 0;
    for (const auto& id : wish.organisations)
    {
        const auto organisation = context.records.parties.find(id);
        if (!organisation ||
            std::any_of(known.begin(), known.end(),
                        [&](const CovenantParty& party) { return party.organisation == id; }))
            continue;
        CovenantParty party;
        party.covenant = wish.covenant;
        party.organisation = id;
        party.text.legal_name = organisation->name;
        context.records.covenants.add_party(party);
        write_covenant_event(context, "covenant.party_added", wish.covenant, organisation->name);
        ++added;
    }
    return added;
}

Result<Done> save_covenant_party(Context& context, const CovenantParty& party)
{
    if (const auto open = covenant_to_change(context, party.covenant); !open)
        return open.error();
    auto stored = party;
    if (party.id)
    {
        const auto before = party_of(context, party.covenant, party.id);
        if (!before)
            return before.error();
        stored.organisation = before->organisation;
        stored.left = before->left;
    }
    if (auto checked = check_party(context, stored); !checked)
        return checked.error();
    if (!party.id)
        context.records.covenants.add_party(stored);
    else
        context.records.covenants.save_party(stored);
    write_covenant_event(context, party.id ? "covenant.party_changed" : "covenant.party_added",
                         party.covenant, stored.text.legal_name);
    return Done{};
}

Result<Done> leave_covenant(Context& context, const LeaveCovenant& wish)
{
    if (const auto open = covenant_to_change(context, wish.covenant); !open)
        return open.error();
    auto party = party_of(context, wish.covenant, wish.party);
    if (!party)
        return party.error();
    if (party->left == wish.leave)
        return Done{};
    party->left = wish.leave;
    context.records.covenants.save_party(*party);
    if (wish.leave)
        withdraw_from_rounds(context, party->id);
    write_covenant_event(context, wish.leave ? "covenant.party_left" : "covenant.party_back", wish.covenant,
                         party->text.legal_name);
    return Done{};
}

} // namespace rondetafel::actions
