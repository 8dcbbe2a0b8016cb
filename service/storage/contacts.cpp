// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/database.hpp>
#include <rondetafel/storage/parties.hpp>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

namespace rondetafel::storage
{

namespace
{

const std::string contact_query = R"sql(
    SELECT id, organisation_id, given_name, infix, family_name, address_form, job, language, email, phone, signatory,
           archived, address_state, revision
    FROM contacts )sql";

void bind_contact(soci::statement& statement, Contact& row)
{
    columns(statement, row.id, row.organisation, row.name.given, row.name.infix, row.name.family, row.name.form,
         row.function, row.language, row.email, row.phone, row.signatory, row.archived, row.address_state, row.revision);
}

} // namespace

std::string search_form(const std::string& text)
{
    thread_local std::unique_ptr<icu::Transliterator> plain = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance(
            "Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    }();
    auto unicode = icu::UnicodeString::fromUTF8(text);
    plain->transliterate(unicode);
    std::string result;
    unicode.toUTF8String(result);
    return result;
}

std::optional<Contact> Parties::find_contact(ContactId id) const
{
    return select_one<Contact>(sql_, contact_query + "WHERE id = :id", bind_contact, soci::use(id, "id"));
}

std::vector<Contact> Parties::contacts_of(OrganisationId id, bool with_archived) const
{
    const int most = with_archived ? 1 : 0;
    return select<Contact>(sql_,
                           contact_query + "WHERE organisation_id = :id AND archived <= :most ORDER BY archived, id",
                           bind_contact, soci::use(id, "id"), soci::use(most, "most"));
}

ContactId Parties::add_contact(const Contact& contact)
{
    // An address is the same in any case; the local part keeps how it was written.
    const auto key = search_form(contact.email);
    return ContactId{insert(
        sql_, "contacts", R"sql(
        INSERT INTO contacts (organisation_id, given_name, infix, family_name, address_form, job, language, email,
                              email_key, phone, signatory, archived, address_state, revision)
        VALUES (:organisation, :given, :infix, :family, :form, :job, :language, :email, :email_key, :phone, :signatory,
                :archived, :address_state, 1))sql",
        soci::use(contact.organisation, "organisation"), soci::use(contact.name.given, "given"),
        soci::use(contact.name.infix, "infix"), soci::use(contact.name.family, "family"),
        soci::use(contact.name.form, "form"), soci::use(contact.function, "job"),
        soci::use(contact.language, "language"), soci::use(contact.email, "email"), soci::use(key, "email_key"),
        soci::use(contact.phone, "phone"), soci::use(contact.signatory, "signatory"),
        soci::use(contact.archived, "archived"), soci::use(contact.address_state, "address_state"))};
}

void Parties::save_contact(Contact& contact)
{
    const auto key = search_form(contact.email);
    const auto touched = change(
        sql_, R"sql(
        UPDATE contacts
        SET given_name = :given, infix = :infix, family_name = :family, address_form = :form, job = :job,
            language = :language, email = :email, email_key = :email_key, phone = :phone, signatory = :signatory,
            archived = :archived, address_state = :address_state, revision = revision + 1
        WHERE id = :id AND revision = :revision)sql",
        soci::use(contact.name.given, "given"), soci::use(contact.name.infix, "infix"),
        soci::use(contact.name.family, "family"), soci::use(contact.name.form, "form"),
        soci::use(contact.function, "job"), soci::use(contact.language, "language"), soci::use(contact.email, "email"),
        soci::use(key, "email_key"), soci::use(contact.phone, "phone"), soci::use(contact.signatory, "signatory"),
        soci::use(contact.archived, "archived"), soci::use(contact.address_state, "address_state"),
        soci::use(contact.id, "id"), soci::use(contact.revision, "revision"));
    if (touched != 1)
        throw Outdated("contact");
    ++contact.revision;
}

void Parties::mark_address(const std::string& email, AddressState state)
{
    const auto key = search_form(email);
    change(sql_, "UPDATE contacts SET address_state = :state, revision = revision + 1 WHERE email_key = :email_key",
           soci::use(state, "state"), soci::use(key, "email_key"));
}

} // namespace rondetafel::storage
