// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/register_file.hpp>

#include "toml_rows.hpp"

#include <rondetafel/base/email_address.hpp>
#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel::documents
{

namespace
{

Contact contact_of(const Row& row)
{
    Contact contact;
    contact.name.given = row.text("given", 100);
    contact.name.infix = row.text("infix", 30);
    contact.name.family = row.required("family", 100);
    if (const auto form = row.text("form"); !form.empty())
        contact.name.form = row.word<AddressForm>("form", form);
    contact.function = row.text("function", 150);
    if (const auto language = row.text("language"); !language.empty())
    {
        const auto known = language_from(language);
        if (!known)
            row.refuse("language", "is not nl, en or pl");
        contact.language = *known;
    }
    const auto email = checked_email_address(row.required("email", 254));
    if (!email)
        row.refuse("email", "is not a mail address");
    contact.email = *email;
    contact.phone = row.text("phone", 50);
    contact.signatory = row.flag("signatory");
    return contact;
}

Organisation organisation_of(const Row& row)
{
    Organisation organisation;
    organisation.name = row.required("name");
    for (const auto& kind : row.texts("kinds"))
        organisation.kinds.push_back(row.word<PartyKind>("kinds", kind));
    if (organisation.kinds.empty())
        row.refuse("kinds", "is missing");
    organisation.lines = row.numbers("lines");
    organisation.tags = row.texts("tags", 50);
    organisation.place = row.text("place", 100);
    organisation.website = row.text("website", 300);
    organisation.note = row.text("note");
    return organisation;
}

RegisterEntry entry_of(const Row& row)
{
    RegisterEntry entry{organisation_of(row), {}};
    for (const auto& contact_row : row.rows("contact"))
    {
        auto contact = contact_of(contact_row);
        const auto key = in_small_letters(contact.email);
        if (std::any_of(entry.contacts.begin(), entry.contacts.end(),
                        [&](const Contact& known) { return in_small_letters(known.email) == key; }))
            contact_row.refuse("email", "stands twice in this organisation");
        entry.contacts.push_back(std::move(contact));
    }
    return entry;
}

} // namespace

Result<std::vector<RegisterEntry>> read_register(const std::filesystem::path& path)
{
    std::vector<RegisterEntry> entries;
    const auto outcome = with_file(path, [&](const Row& root) {
        for (const auto& row : root.rows("organisation"))
            entries.push_back(entry_of(row));
        if (entries.empty())
            root.refuse("organisation", "is missing");
    });
    if (!outcome)
        return outcome.error();
    return entries;
}

} // namespace rondetafel::documents
