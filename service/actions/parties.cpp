// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/parties.hpp>

#include <rondetafel/domain/fields.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace rondetafel::actions
{

namespace
{

std::vector<ProgrammeLine> programme_lines(Context& context)
{
    const auto programme = context.records.programmes.current();
    return programme ? programme->lines : std::vector<ProgrammeLine>{};
}

constexpr std::array tabs_with_kinds{PartyTab::agencies, PartyTab::employers, PartyTab::care};

storage::KindGroup kinds_of(PartyTab tab)
{
    switch (tab)
    {
    case PartyTab::agencies:
        return {PartyKind::agency};
    case PartyTab::employers:
        return {PartyKind::employer};
    case PartyTab::care:
        return {PartyKind::care_partner, PartyKind::welfare_partner};
    case PartyTab::all:
    case PartyTab::other:
        return {};
    }
    return {};
}

void narrow_to(PartyTab tab, storage::PartyFilter& filter)
{
    filter.one_of = kinds_of(tab);
    if (tab == PartyTab::other)
        for (const auto known : tabs_with_kinds)
            for (const auto kind : kinds_of(known))
                filter.none_of.push_back(kind);
}

/// How many each tab holds; an organisation of several kinds stands under several tabs.
std::map<PartyTab, long long> count_tabs(Context& context, const storage::PartyFilter& filter)
{
    std::vector<storage::KindGroup> groups;
    for (const auto tab : tabs_with_kinds)
        groups.push_back(kinds_of(tab));
    std::map<PartyTab, long long> counts;
    for (const auto& [bits, organisations] : context.records.parties.count_by(groups, filter))
    {
        counts[PartyTab::all] += organisations;
        if (bits == 0)
            counts[PartyTab::other] += organisations;
        for (std::size_t at = 0; at < tabs_with_kinds.size(); ++at)
            if ((bits >> at & 1) != 0)
                counts[tabs_with_kinds[at]] += organisations;
    }
    return counts;
}

void write_event(Context& context, const char* verb, OrganisationId organisation,
                 std::optional<ContactId> contact = std::nullopt, const std::string& detail = {})
{
    auto made = event(context, verb, detail);
    made.organisation = organisation;
    made.contact = contact;
    context.records.events.add(made);
}

Result<Done> check_organisation(const Organisation& organisation)
{
    FieldChecks checks;
    if (is_blank(organisation.name))
        checks.refuse("name", "organisation.name_missing");
    checks.one_line("name", organisation.name, 200);
    if (organisation.kinds.empty())
        checks.refuse("kinds", "organisation.kinds_missing");
    checks.one_line("place", organisation.place, 100);
    checks.one_line("website", organisation.website, 300);
    checks.https_url("website", organisation.website);
    for (const auto& tag : organisation.tags)
        if (!checks.one_line("tags", tag, 50))
            break;
    checks.lines("note", organisation.note, 4000);
    return checks.outcome();
}

} // namespace

Result<PartiesView> list_parties(Context& context, const PartiesWish& wish)
{
    PartiesView view;
    view.organisations = context.records.parties.count({});
    view.contacts = context.records.parties.count_contacts();
    view.lines = programme_lines(context);
    storage::PartyFilter filter;
    filter.search = wish.search;
    filter.kind = wish.kind;
    filter.line = wish.line;
    filter.archived = wish.archived;
    auto counts = count_tabs(context, filter);
    for (const auto tab : {PartyTab::all, PartyTab::agencies, PartyTab::employers, PartyTab::care, PartyTab::other})
        view.tabs.emplace_back(tab, counts[tab]);
    view.found = counts[wish.tab];
    const auto pages = std::max(1LL, (view.found + parties_page_size - 1) / parties_page_size);
    view.page = static_cast<int>(std::clamp<long long>(wish.page, 1, pages));
    narrow_to(wish.tab, filter);
    filter.limit = parties_page_size;
    filter.offset = (view.page - 1) * parties_page_size;
    view.rows = context.records.parties.list(filter);
    return view;
}

Result<PartyView> show_party(Context& context, const OrganisationId& id)
{
    const auto organisation = context.records.parties.find(id);
    if (!organisation)
        return not_found("organisation");
    PartyView view;
    view.organisation = *organisation;
    view.contacts = context.records.parties.contacts_of(id, true);
    for (const auto& contact : view.contacts)
        for (auto& invitation : context.records.invitations.of_contact(contact.id))
            if (const auto meeting = context.records.meetings.find(invitation.meeting))
                view.invitations.push_back({*meeting, std::move(invitation)});
    std::stable_sort(view.invitations.begin(), view.invitations.end(),
                     [](const auto& left, const auto& right) { return left.meeting.starts > right.meeting.starts; });
    view.events = context.records.events.of(id);
    view.lines = programme_lines(context);
    return view;
}

Result<std::vector<ProgrammeLine>> lines_to_choose(Context& context, const Done&) { return programme_lines(context); }

Result<OrganisationId> save_organisation(Context& context, const Organisation& wish)
{
    if (auto checked = check_organisation(wish); !checked)
        return checked.error();
    auto organisation = wish;
    if (!organisation.id)
    {
        organisation.archived = false;
        organisation.id = context.records.parties.add(organisation);
        write_event(context, "organisation.added", organisation.id);
        return organisation.id;
    }
    const auto before = context.records.parties.find(wish.id);
    if (!before)
        return not_found("organisation");
    if (before->revision != wish.revision)
        return conflict("changed.meanwhile");
    organisation.archived = before->archived;
    context.records.parties.save(organisation);
    write_event(context, "organisation.changed", organisation.id);
    return organisation.id;
}

Result<OrganisationId> archive_organisation(Context& context, const ArchiveOrganisation& wish)
{
    auto organisation = context.records.parties.find(wish.organisation);
    if (!organisation)
        return not_found("organisation");
    if (organisation->archived == wish.archive)
        return organisation->id;
    organisation->archived = wish.archive;
    context.records.parties.save(*organisation);
    write_event(context, wish.archive ? "organisation.archived" : "organisation.restored", organisation->id);
    return organisation->id;
}

} // namespace rondetafel::actions
