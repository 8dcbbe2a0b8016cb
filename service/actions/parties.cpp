// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/parties.hpp>

#include <rondetafel/domain/fields.hpp>

#include <algorithm>
#include <climits>

namespace rondetafel::actions
{

namespace
{

std::vector<ProgrammeLine> programme_lines(Context& context)
{
    const auto programme = context.records.programmes.current();
    return programme ? programme->lines : std::vector<ProgrammeLine>{};
}

bool belongs_to(PartyTab tab, const Organisation& organisation)
{
    const auto has = [&](PartyKind kind) {
        return std::find(organisation.kinds.begin(), organisation.kinds.end(), kind) != organisation.kinds.end();
    };
    switch (tab)
    {
    case PartyTab::all:
        return true;
    case PartyTab::agencies:
        return has(PartyKind::agency);
    case PartyTab::employers:
        return has(PartyKind::employer);
    case PartyTab::care:
        return has(PartyKind::care_partner) || has(PartyKind::welfare_partner);
    case PartyTab::other:
        return !has(PartyKind::agency) && !has(PartyKind::employer) && !has(PartyKind::care_partner) &&
               !has(PartyKind::welfare_partner);
    }
    return false;
}

void cut_to_page(PartiesView& view, std::vector<storage::PartyRow> rows, int page)
{
    const auto pages = std::max(1, static_cast<int>((rows.size() + parties_page_size - 1) / parties_page_size));
    view.page = std::clamp(page, 1, pages);
    view.found = static_cast<long long>(rows.size());
    const auto first = static_cast<std::size_t>((view.page - 1) * parties_page_size);
    for (auto at = first; at < std::min(rows.size(), first + parties_page_size); ++at)
        view.rows.push_back(std::move(rows[at]));
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
    filter.limit = INT_MAX;
    // A register holds hundreds, not millions: tabs over several kinds are counted here, from one search.
    auto rows = context.records.parties.list(filter);
    for (const auto tab : {PartyTab::all, PartyTab::agencies, PartyTab::employers, PartyTab::care, PartyTab::other})
        view.tabs.emplace_back(tab, std::count_if(rows.begin(), rows.end(), [&](const storage::PartyRow& row) {
                                   return belongs_to(tab, row.organisation);
                               }));
    std::erase_if(rows, [&](const storage::PartyRow& row) { return !belongs_to(wish.tab, row.organisation); });
    cut_to_page(view, std::move(rows), wish.page);
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
