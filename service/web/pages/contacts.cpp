// SPDX-License-Identifier: EUPL-1.2
#include "contacts.hpp"

#include "form_fields.hpp"
#include "meeting_parts.hpp"
#include "parties.hpp"

#include "../problems.hpp"

#include <rondetafel/base/email_address.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

ContactId contact_named(const http::Request& request)
{
    return ContactId{number_from(request.parameter("contact")).value_or(0)};
}

http::Form form_of(const Contact& contact)
{
    http::Fields fields{{"given", contact.name.given},
                        {"infix", contact.name.infix},
                        {"family", contact.name.family},
                        {"form", std::string(word(contact.name.form))},
                        {"function", contact.function},
                        {"language", code(contact.language)},
                        {"email", shown_email_address(contact.email)},
                        {"phone", contact.phone},
                        {"revision", std::to_string(contact.revision)}};
    if (contact.signatory)
        fields.emplace_back("signatory", "ja");
    return http::Form(std::move(fields));
}

Contact contact_from(const http::Form& form)
{
    Contact contact;
    contact.name.given = trimmed(form.value("given"));
    contact.name.infix = trimmed(form.value("infix"));
    contact.name.family = trimmed(form.value("family"));
    contact.name.form = from_word<AddressForm>(form.value("form")).value_or(AddressForm::name);
    contact.function = trimmed(form.value("function"));
    contact.language = language_from(form.value("language")).value_or(Language::nl);
    contact.email = trimmed(form.value("email"));
    contact.phone = trimmed(form.value("phone"));
    contact.signatory = form.has("signatory");
    contact.revision = static_cast<int>(std::min(number_from(form.value("revision")).value_or(0), 1'000'000'000LL));
    return contact;
}

struct FormPage
{
    Organisation organisation;
    Contact contact; ///< id zero for a new one
};

http::Response form_page(Context& context, const FormPage& about, const http::Form& typed, const Problem* problem)
{
    const bool known = static_cast<bool>(about.contact.id);
    View page;
    page.set("title", known ? full_name(about.contact.name) : context.text("contact_form.new_title"));
    page.set("guest", false).set("known", known).set("archived", about.contact.archived);
    page.set("organisation", about.organisation.name).set("back", party_path(about.organisation.id));
    page.set("action", known ? contact_path(about.contact.id)
                             : party_path(about.organisation.id, "/contacten/nieuw"));
    page.set("archive_href", known ? contact_path(about.contact.id, "/archief") : "");
    page.set("refused", known && about.contact.address_state == AddressState::refused);
    add_problem(context, page, problem, {});
    Choices spoken;
    for (const auto language : languages)
        spoken.emplace_back(code(language), context.text("parties.language_" + code(language)));
    FormFields fields(context, typed, problem, "contact_form");
    fields.line("given", true)
        .line("infix", true, "rt-w-time")
        .line("family")
        .select("form", choices_of<AddressForm>(context, "address_form"))
        .line("function", true)
        .line("email", false, "", "email")
        .line("phone", true, "rt-w-date", "tel")
        .select("language", spoken)
        .check("signatory");
    page.set("fields", std::move(fields).views()).set("revision", typed.value("revision"));
    return context.page("parties/contact", std::move(page), "parties", problem != nullptr ? 422 : 200);
}

http::Response store(Context& context, const FormPage& about, const http::Form& form, const char* notice)
{
    auto contact = contact_from(form);
    contact.id = about.contact.id;
    contact.organisation = about.organisation.id;
    const auto saved = context.perform(&actions::save_contact, contact);
    if (saved)
        return context.go(party_path(*saved), notice);
    const auto refused = saved.error();
    return refused.refusal == Refusal::invalid ? form_page(context, about, form, &refused) : context.refuse(refused);
}

} // namespace

std::string contact_path(ContactId id, const std::string& rest)
{
    return "/contacten/" + std::to_string(id.value) + rest;
}

http::Response new_contact(http::Request& request, Context& context)
{
    const auto party = context.read(&actions::show_party, party_named(request));
    if (!party)
        return context.refuse(party.error());
    const http::Form empty{http::Fields{{"form", "naam"}, {"language", "nl"}}};
    return form_page(context, {party->organisation, {}}, empty, nullptr);
}

http::Response add_contact(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const auto party = context.read(&actions::show_party, party_named(request));
    if (!party)
        return context.refuse(party.error());
    return store(context, {party->organisation, {}}, *form, "contact_added");
}

http::Response edit_contact(http::Request& request, Context& context)
{
    const auto view = context.read(&actions::show_contact, contact_named(request));
    if (!view)
        return context.refuse(view.error());
    return form_page(context, {view->organisation, view->contact}, form_of(view->contact), nullptr);
}

http::Response save_contact(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const auto view = context.read(&actions::show_contact, contact_named(request));
    if (!view)
        return context.refuse(view.error());
    return store(context, {view->organisation, view->contact}, *form, "contact_saved");
}

http::Response archive_contact(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const bool archive = form->value("doe") != "herstel";
    const auto done = context.perform(&actions::archive_contact, {contact_named(request), archive});
    if (!done)
        return context.refuse(done.error());
    return context.go(party_path(*done), archive ? "contact_archived" : "contact_restored");
}

} // namespace rondetafel::web::pages
