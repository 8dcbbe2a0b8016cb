// SPDX-License-Identifier: EUPL-1.2
#include "office.hpp"

#include "account_forms.hpp"

#include <rondetafel/actions/office.hpp>

#include <charconv>

namespace rondetafel::web::pages
{

namespace
{

std::vector<FormField> owner_fields(const Office& office, const std::string& hue)
{
    return {{"name", "text", "organization", office.name, false, {}},
            {"logo_text", "text", "off", office.logo_text, true, {}},
            {"phone", "tel", "tel", office.phone, false, {}},
            {"hours", "text", "off", office.hours, true, {}},
            {"postal_address", "text", "off", office.postal_address, true, {}},
            {"hue", "number", "off", hue, false, {}}};
}

std::vector<FormField> letter_fields(const Office& office)
{
    return {{"sender_name", "text", "off", office.sender_name, false, {}},
            {"sender_address", "email", "off", office.sender_address, false, {}},
            {"reply_address", "email", "off", office.reply_address, true, {}},
            {"signed_by", "text", "off", office.signed_by, true, {}},
            {"signed_role", "text", "off", office.signed_role, true, {}}};
}

http::Response office_page(Context& context, const Office& office, const std::string& hue,
                           const std::optional<Problem>& problem)
{
    auto view = form_view(context, "accounts.office.title", false, problem);
    auto owner = owner_fields(office, hue);
    auto owner_views = field_views(context, owner, problem);
    // A name of an office, not of a person.
    owner_views.front().set("label", context.text("accounts.field.office_name"));
    view.set("owner", std::move(owner_views)).set("letters", field_views(context, letter_fields(office), problem));
    return context.page("office/settings", std::move(view), "", form_status(problem));
}

int hue_from(const std::string& text)
{
    constexpr int no_hue = -1;
    int hue = no_hue;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), hue);
    return error == std::errc{} && end == text.data() + text.size() ? hue : no_hue;
}

} // namespace

http::Response show_office(http::Request&, Context& context)
{
    const auto office = context.read(actions::show_office, Done{});
    if (!office)
        return context.refuse(office.error());
    return office_page(context, *office, std::to_string(office->hue), std::nullopt);
}

http::Response post_office(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const auto field = [&](const char* name) { return trimmed(form->value(name)); };
    Office office;
    office.name = field("name");
    office.logo_text = field("logo_text");
    office.sender_name = field("sender_name");
    office.sender_address = field("sender_address");
    office.reply_address = field("reply_address");
    office.signed_by = field("signed_by");
    office.signed_role = field("signed_role");
    office.phone = field("phone");
    office.postal_address = field("postal_address");
    office.hours = field("hours");
    office.hue = hue_from(field("hue"));
    if (const auto saved = context.perform(actions::save_office, office); !saved)
        return office_page(context, office, field("hue"), saved.error());
    return context.go("/beheer/organisatie", "office.saved");
}

} // namespace rondetafel::web::pages
