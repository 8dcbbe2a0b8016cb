// SPDX-License-Identifier: EUPL-1.2
#include "rounds/rounds.hpp"

#include <rondetafel/actions/parties.hpp>

#include <rondetafel/base/email_address.hpp>
#include <rondetafel/domain/fields.hpp>
#include <rondetafel/storage/database.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

void write_event(Context& context, const char* verb, const Contact& contact)
{
    auto made = event(context, verb, full_name(contact.name));
    made.organisation = contact.organisation;
    made.contact = contact.id;
    context.records.events.add(made);
}

/// The contact with its address as mail servers carry it, or what is wrong with the form.
Result<Contact> checked_contact(Contact contact)
{
    FieldChecks checks;
    checks.one_line("given", contact.name.given, 100);
    checks.one_line("infix", contact.name.infix, 30);
    if (is_blank(contact.name.family))
        checks.refuse("family", "contact.family_missing");
    checks.one_line("family", contact.name.family, 100);
    checks.one_line("function", contact.function, 150);
    if (is_blank(contact.email))
        checks.refuse("email", "contact.email_missing");
    else if (const auto email = checked_email_address(contact.email); email)
        contact.email = *email;
    else
        checks.refuse("email", "email.not_an_address");
    checks.one_line("phone", contact.phone, 50);
    if (auto outcome = checks.outcome(); !outcome)
        return outcome.error();
    return contact;
}

bool address_is_taken(Context& context, const Contact& contact)
{
    const auto known = context.records.parties.contacts_of(contact.organisation, true);
    const auto key = in_small_letters(contact.email);
    return std::any_of(known.begin(), known.end(), [&](const Contact& other) {
        return other.id != contact.id && in_small_letters(other.email) == key;
    });
}

void store(Context& context, Contact& contact)
{
    if (contact.id)
        context.records.parties.save_contact(contact);
    else
        contact.id = context.records.parties.add_contact(contact);
}

} // namespace

Result<ContactView> show_contact(Context& context, const ContactId& id)
{
    const auto contact = context.records.parties.find_contact(id);
    const auto organisation = contact ? context.records.parties.find(contact->organisation) : std::nullopt;
    if (!organisation)
        return not_found("contact");
    return ContactView{*organisation, *contact};
}

Result<OrganisationId> save_contact(Context& context, const Contact& wish)
{
    auto checked = checked_contact(wish);
    if (!checked)
        return checked.error();
    auto& contact = *checked;
    const bool is_new = !contact.id;
    if (is_new)
    {
        if (!context.records.parties.find(contact.organisation))
            return not_found("organisation");
    }
    else
    {
        const auto before = context.records.parties.find_contact(contact.id);
        if (!before)
            return not_found("contact");
        if (before->revision != contact.revision)
            return conflict("changed.meanwhile");
        contact.organisation = before->organisation;
        contact.archived = before->archived;
        // What the mail servers said was about the old address.
        contact.address_state = before->email == contact.email ? before->address_state : AddressState::good;
    }
    if (address_is_taken(context, contact))
        return invalid("email", "contact.duplicate_email");
    try
    {
        store(context, contact);
    }
    catch (const storage::Duplicate&) // somebody was faster between looking and writing
    {
        return invalid("email", "contact.duplicate_email");
    }
    write_event(context, is_new ? "contact.added" : "contact.changed", contact);
    return contact.organisation;
}

Result<OrganisationId> archive_contact(Context& context, const ArchiveContact& wish)
{
    auto contact = context.records.parties.find_contact(wish.contact);
    if (!contact)
        return not_found("contact");
    if (contact->archived == wish.archive)
        return contact->organisation;
    contact->archived = wish.archive;
    context.records.parties.save_contact(*contact);
    if (wish.archive)
        withdraw_from_rounds(context, contact->id);
    write_event(context, wish.archive ? "contact.archived" : "contact.restored", *contact);
    return contact->organisation;
}

} // namespace rondetafel::actions
