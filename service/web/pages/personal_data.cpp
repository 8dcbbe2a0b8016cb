// SPDX-License-Identifier: EUPL-1.2
#include "personal_data.hpp"

#include "contacts.hpp"
#include "meeting_parts.hpp"
#include "parties.hpp"
#include "personal_data_file.hpp"
#include "rounds/round_parts.hpp"

#include "../problems.hpp"

#include <rondetafel/actions/retention.hpp>
#include <rondetafel/base/email_address.hpp>
#include <rondetafel/base/wording.hpp>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

ContactId contact_named(const http::Request& request)
{
    return ContactId{number_from(request.parameter("contact")).value_or(0)};
}

View invitation_row(const Context& context, const actions::InvitationView& view)
{
    const auto& invitation = view.invitation;
    return View{}
        .set("title", view.meeting.title)
        .set("href", invitation_path(invitation.id))
        .set("day", short_date(day_of(view.meeting.starts), context.language()))
        .set("chip", answer_chip(context, invitation))
        .optional("remark", invitation.remark)
        .set("letters", context.count("personal_data.letters", static_cast<long long>(view.letters.size())));
}

View round_row(const Context& context, const actions::PersonInRound& person)
{
    return View{}
        .set("title", person.covenant)
        .set("href", round_path(person.round))
        .set("day", short_date(day_of(person.round.opens), context.language()))
        .set("letters", context.count("personal_data.letters", static_cast<long long>(person.letters.size())))
        .set("remarks", context.count("personal_data.remarks", static_cast<long long>(person.remarks.size())));
}

void add_head(const Context& context, View& view, const actions::PersonalData& data, const char* title)
{
    view.set("title", context.text(title, {{"name", full_name(data.contact.name)}}))
        .set("guest", false)
        .set("name", full_name(data.contact.name))
        .set("organisation", data.organisation.name)
        .set("party_href", party_path(data.organisation.id))
        .set("contact_href", contact_path(data.contact.id));
}

http::Response erase_page(Context& context, const actions::PersonalData& data, const Problem* problem)
{
    View view;
    add_head(context, view, data, "personal_data.erase_title");
    add_problem(context, view, problem, {});
    return context.page("parties/erase", std::move(view), "parties", problem != nullptr ? 409 : 200);
}

} // namespace

http::Response show_personal_data(http::Request& request, Context& context)
{
    const auto data = context.read(&actions::personal_data, contact_named(request));
    if (!data)
        return context.refuse(data.error());
    const auto& contact = data->contact;
    std::vector<View> rows;
    for (const auto& invitation : data->invitations)
        rows.push_back(invitation_row(context, invitation));
    std::vector<View> rounds;
    for (const auto& person : data->rounds)
        rounds.push_back(round_row(context, person));
    View view;
    add_head(context, view, *data, "personal_data.title");
    view.set("errors", false)
        .optional("function", contact.function)
        .set("email", shown_email_address(contact.email))
        .optional("phone", contact.phone)
        .set("letter_language", context.text("parties.language_" + code(contact.language)))
        .set("signatory", contact.signatory)
        .set("nobody", rows.empty())
        .set("anybody", !rows.empty())
        .set("shown", rows.size())
        .set("rows", std::move(rows))
        .set("any_rounds", !rounds.empty())
        .set("round_count", rounds.size())
        .set("rounds", std::move(rounds));
    return context.page("parties/personal_data", std::move(view), "parties");
}

http::Response download_personal_data(http::Request& request, Context& context)
{
    const auto data = context.read(&actions::personal_data, contact_named(request));
    if (!data)
        return context.refuse(data.error());
    http::Response response;
    response.content_type = "application/json; charset=utf-8";
    response.body = personal_data_file(*data);
    response.set_header("Content-Disposition", "attachment; filename=\"gegevens-" +
                                                   std::to_string(data->contact.id.value) + ".json\"");
    return response;
}

http::Response ask_to_erase_person(http::Request& request, Context& context)
{
    const auto data = context.read(&actions::personal_data, contact_named(request));
    return data ? erase_page(context, *data, nullptr) : context.refuse(data.error());
}

http::Response erase_person(http::Request& request, Context& context)
{
    const auto id = contact_named(request);
    const auto erased = context.perform(&actions::erase_person, id);
    if (erased)
        return context.go(party_path(*erased), "person_erased");
    const auto refused = erased.error();
    const auto data = context.read(&actions::personal_data, id);
    return data ? erase_page(context, *data, &refused) : context.refuse(refused);
}

} // namespace rondetafel::web::pages
