// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/settings.hpp>

namespace rondetafel::storage
{

namespace
{

// One name per field of the office, as it stands in the table.
template <class Field>
void each_field(Field field, Office& office)
{
    field("office.name", office.name);
    field("office.logo_text", office.logo_text);
    field("office.sender_name", office.sender_name);
    field("office.sender_address", office.sender_address);
    field("office.reply_address", office.reply_address);
    field("office.signed_by", office.signed_by);
    field("office.signed_role", office.signed_role);
    field("office.phone", office.phone);
    field("office.postal_address", office.postal_address);
    field("office.hours", office.hours);
}

} // namespace

std::optional<std::string> Settings::get(const std::string& name) const
{
    return select_one<std::string>(
        sql_, "SELECT value FROM settings WHERE name = :name",
        [](soci::statement& statement, std::string& row) { columns(statement, row); }, soci::use(name, "name"));
}

void Settings::set(const std::string& name, const std::string& value)
{
    if (get(name))
        change(sql_, "UPDATE settings SET value = :value WHERE name = :name", soci::use(value, "value"),
               soci::use(name, "name"));
    else
        change(sql_, "INSERT INTO settings (name, value) VALUES (:name, :value)", soci::use(name, "name"),
               soci::use(value, "value"));
}

Office Settings::office() const
{
    using Row = std::pair<std::string, std::string>;
    const auto rows =
        select<Row>(sql_, "SELECT name, value FROM settings WHERE name LIKE 'office.%'",
                    [](soci::statement& statement, Row& row) { columns(statement, row.first, row.second); });
    Office office;
    for (const auto& [name, value] : rows)
    {
        each_field(
            [&name = name, &value = value](const char* known, std::string& field) {
                if (name == known)
                    field = value;
            },
            office);
        if (name == "office.hue")
            office.hue = std::stoi(value);
    }
    return office;
}

void Settings::save(const Office& office)
{
    auto copy = office;
    each_field([this](const char* name, const std::string& value) { set(name, value); }, copy);
    set("office.hue", std::to_string(office.hue));
}

} // namespace rondetafel::storage
