// SPDX-License-Identifier: EUPL-1.2
#include "covenant_parties.hpp"

#include "covenant_parts.hpp"

#include "../../problems.hpp"

#include <rondetafel/actions/covenant_parties.hpp>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

http::Form form_of(const CovenantParty& party)
{
    const auto& text = party.text;
    return http::Form({{"legal_name", text.legal_name},
                       {"short_name", text.short_name},
                       {"registration", text.registration},
                       {"represented_by", text.represented_by},
                       {"capacity", text.capacity},
                       {"authority", text.authority},
                       {"speaker", party.speaker ? std::to_string(party.speaker->value) : ""},
                       {"revision", std::to_string(party.revision)}});
}

CovenantParty party_from(const http::Request& request, const http::Form& form)
{
    CovenantParty party;
    party.covenant = covenant_named(request);
    party.text = {trimmed(form.value("legal_name")),   trimmed(form.value("short_name")),
                  trimmed(form.value("registration")), trimmed(form.value("represented_by")),
                  trimmed(form.value("capacity")),     trimmed(form.value("authority"))};
    if (const auto speaker = number_from(form.value("speaker")))
        party.speaker = ContactId{*speaker};
    party.revision = revision_from(form);
    return party;
}

http::Response form_page(Context& context, const Covenant& covenant, const actions::CovenantPartyView* row,
                         const http::Form& typed, const Problem* problem)
{
    View page;
    add_covenant_head(context, page, covenant, false, "");
    const auto list = covenant_path(covenant.id, "/partijen");
    page.set("title", row != nullptr ? row->party.text.legal_name : context.text("covenant_party.new_title"))
        .set("action", row != nullptr ? list + '/' + std::to_string(row->party.id.value) : list + "/nieuw")
        .set("back", list)
        .optional("leave", row != nullptr && !row->party.left
                               ? list + '/' + std::to_string(row->party.id.value) + "/weg"
                               : "")
        .set("revision", typed.value("revision"));
    add_problem(context, page, problem, {});
    FormFields fields(context, typed, problem, "covenant_party");
    fields.line("legal_name")
        .line("short_name", true)
        .line("registration", true, "rt-w-date")
        .line("represented_by", true)
        .line("capacity", true)
        .line("authority", true);
    if (row != nullptr && !row->contacts.empty())
    {
        Choices contacts{{"", context.text("covenant_parties.everybody_speaks")}};
        for (const auto& contact : row->contacts)
            contacts.emplace_back(std::to_string(contact.id.value), full_name(contact.name));
        fields.select("speaker", contacts);
    }
    page.set("fields", std::move(fields).views());
    return covenant_page(context, "party", std::move(page), problem != nullptr ? 422 : 200);
}

http::Response store(http::Request& request, Context& context, const actions::CovenantPartyView* row)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    auto party = party_from(request, *form);
    if (row != nullptr)
        party.id = row->party.id;
    const auto saved = context.perform(actions::save_covenant_party, party);
    if (saved)
        return context.go(covenant_path(party.covenant, "/partijen"), "covenant_party_saved");
    const auto refused = saved.error();
    const auto entry = context.read(actions::show_covenant, party.covenant);
    if (refused.refusal != Refusal::invalid || !entry)
        return context.refuse(refused);
    return form_page(context, entry->covenant, row, *form, &refused);
}

} // namespace

http::Response new_covenant_party(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_covenant, covenant_named(request));
    if (!entry)
        return context.refuse(entry.error());
    return form_page(context, entry->covenant, nullptr, {}, nullptr);
}

http::Response create_covenant_party(http::Request& request, Context& context)
{
    return store(request, context, nullptr);
}

http::Response edit_covenant_party(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_covenant, covenant_named(request));
    if (!entry)
        return context.refuse(entry.error());
    const auto row =
        context.read(actions::show_covenant_party, {entry->covenant.id, covenant_party_named(request)});
    if (!row)
        return context.refuse(row.error());
    return form_page(context, entry->covenant, &*row, form_of(row->party), nullptr);
}

http::Response change_covenant_party(http::Request& request, Context& context)
{
    const auto row =
        context.read(actions::show_covenant_party, {covenant_named(request), covenant_party_named(request)});
    return row ? store(request, context, &*row) : context.refuse(row.error());
}

} // namespace rondetafel::web::pages
