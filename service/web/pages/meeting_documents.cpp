// SPDX-License-Identifier: EUPL-1.2
#include "meeting_documents.hpp"

#include "meeting_parts.hpp"

#include <rondetafel/base/email_address.hpp>
#include <rondetafel/base/wording.hpp>
#include <rondetafel/documents/csv.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

std::string answer_word(const Context& context, const Invitation& invitation)
{
    if (invitation.state == InvitationState::invited)
        return context.text("meetings.answer." + std::string(word(invitation.answer)));
    return context.text("meetings.answer." + std::string(word(invitation.state)));
}

} // namespace

http::Response answers_csv(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_meeting, meeting_named(request));
    if (!entry)
        return context.refuse(entry.error());
    std::vector<std::string> header;
    for (const char* name : {"organisation", "name", "email", "language", "answer", "remark", "answered", "source"})
        header.push_back(context.text(std::string("meetings.csv_column.") + name));
    documents::Csv csv(header);
    for (const auto& invitation : entry->invitations)
    {
        const bool answered = invitation.answered_at && invitation.answer != Answer::none;
        const auto day =
            answered ? short_date(day_of(to_local(*invitation.answered_at, home_zone)), context.language()) : "";
        const auto source = answered ? context.text("meetings.source." + std::string(word(invitation.source))) : "";
        csv.row({invitation.organisation, full_name(invitation.name), shown_email_address(invitation.email),
                 code(invitation.language), answer_word(context, invitation), invitation.remark, day, source});
    }
    http::Response response;
    response.content_type = "text/csv; charset=utf-8";
    response.body = csv.text();
    response.set_header("Content-Disposition", "attachment; filename=\"antwoorden-" +
                                                   std::to_string(entry->meeting.id.value) + ".csv\"");
    return response;
}

http::Response attendance_list(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_meeting, meeting_named(request));
    if (!entry)
        return context.refuse(entry.error());
    std::vector<const Invitation*> coming;
    for (const auto& invitation : entry->invitations)
        if (invitation.state == InvitationState::invited &&
            (invitation.answer == Answer::yes || (invitation.answer == Answer::none && invitation.substitute_for)))
            coming.push_back(&invitation);
    std::ranges::sort(coming, {},
                      [](const auto* invitation) { return storage::search_form(sort_name(invitation->name)); });
    std::vector<View> rows;
    for (const auto* invitation : coming)
        rows.push_back(View{}
                           .set("person", sort_name(invitation->name))
                           .set("organisation", invitation->organisation));
    View view;
    add_meeting_head(context, view, entry->meeting, "");
    view.set("expected", context.count("meetings.expected", static_cast<long long>(rows.size())))
        .set("nobody", rows.empty())
        .set("anybody", !rows.empty())
        .set("rows", std::move(rows));
    return context.page("meetings/attendance", std::move(view), "meetings");
}

} // namespace rondetafel::web::pages
