// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/office.hpp>

#include <rondetafel/base/email_address.hpp>
#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

constexpr std::size_t line_max = 200;
constexpr int hue_max = 359;
constexpr std::size_t phone_digits_min = 3;

// A number to call: every page and letter makes a link of it.
bool is_phone(const std::string& text)
{
    const auto digits = std::ranges::count_if(text, [](char letter) { return letter >= '0' && letter <= '9'; });
    return digits >= static_cast<std::ptrdiff_t>(phone_digits_min) &&
           text.find_first_not_of("0123456789 +-()") == std::string::npos;
}

void check_address(FieldChecks& checks, const std::string& field, std::string& address)
{
    const auto checked = checked_email_address(address, field);
    if (checked)
        address = *checked;
    else
        checks.refuse(field, "email.not_an_address");
}

Result<Done> check(Office& office)
{
    FieldChecks checks;
    const std::pair<const char*, const std::string*> lines[] = {
        {"name", &office.name},           {"logo_text", &office.logo_text},     {"sender_name", &office.sender_name},
        {"signed_by", &office.signed_by}, {"signed_role", &office.signed_role}, {"phone", &office.phone},
        {"postal_address", &office.postal_address}, {"hours", &office.hours}};
    for (const auto& [field, text] : lines)
        checks.one_line(field, *text, line_max);
    if (is_blank(office.name))
        checks.refuse("name", "office.name_missing");
    if (is_blank(office.sender_name))
        checks.refuse("sender_name", "office.sender_name_missing");
    if (!is_phone(office.phone))
        checks.refuse("phone", "office.phone_wrong");
    check_address(checks, "sender_address", office.sender_address);
    if (!office.reply_address.empty())
        check_address(checks, "reply_address", office.reply_address);
    if (office.hue < 0 || office.hue > hue_max)
        checks.refuse("hue", "office.hue_wrong");
    return checks.outcome();
}

} // namespace

Result<Office> show_office(Context& context, const Done&) { return context.records.settings.office(); }

Result<Done> save_office(Context& context, const Office& wish)
{
    auto office = wish;
    if (const auto checked = check(office); !checked)
        return checked.error();
    context.records.settings.save(office);
    context.records.events.add(event(context, "office.changed", office.name));
    return Done{};
}

} // namespace rondetafel::actions
