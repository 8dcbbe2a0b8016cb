// SPDX-License-Identifier: EUPL-1.2
#include "form_fields.hpp"

#include "meeting_parts.hpp"

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

std::string FormFields::label(const std::string& name) const { return context_.text(prefix_ + '.' + name); }

View& FormFields::begin(const std::string& name, const char* shape, bool optional)
{
    const auto hint_key = prefix_ + '.' + name + "_hint";
    const auto hint = context_.site().texts->has(Language::nl, hint_key) ? context_.text(hint_key) : "";
    std::string error;
    if (problem_ != nullptr)
        for (const auto& field : problem_->fields)
            if (field.field == name && error.empty())
                error = context_.problem_text(field.code, field.arguments);
    std::string described = hint.empty() ? "" : name + "-hint";
    if (!error.empty())
        described += (described.empty() ? "" : " ") + name + "-error";
    View view;
    view.set("name", name).set("label", label(name)).set("value", typed_.value(name)).set("is_optional", optional);
    view.optional("hint", hint).optional("error", error).optional("described", described);
    for (const char* candidate : {"line", "area", "select", "check", "checks"})
        view.set(std::string("is_") + candidate, std::string_view(candidate) == shape);
    views_.push_back(std::move(view));
    return views_.back();
}

std::vector<View> FormFields::options(const std::string& name, const Choices& choices) const
{
    std::vector<View> views;
    const auto chosen = typed_.values(name);
    int number = 0;
    for (const auto& [value, text] : choices)
    {
        View view;
        view.set("option", value).set("text", text).set("id", name + '-' + std::to_string(++number));
        view.set("chosen", std::find(chosen.begin(), chosen.end(), value) != chosen.end());
        views.push_back(std::move(view));
    }
    return views;
}

FormFields& FormFields::line(const std::string& name, bool optional, const std::string& width, const std::string& type)
{
    begin(name, "line", optional).set("width", width).set("type", type);
    return *this;
}

FormFields& FormFields::area(const std::string& name, bool optional)
{
    begin(name, "area", optional);
    return *this;
}

FormFields& FormFields::select(const std::string& name, const Choices& choices)
{
    begin(name, "select", false).set("options", options(name, choices));
    return *this;
}

FormFields& FormFields::check(const std::string& name)
{
    begin(name, "check", false).set("checked", typed_.has(name));
    return *this;
}

FormFields& FormFields::checks(const std::string& name, const Choices& choices, bool optional)
{
    begin(name, "checks", optional).set("options", options(name, choices));
    return *this;
}

std::optional<Day> day_as_typed(std::string_view text)
{
    std::vector<int> parts;
    std::string digits;
    for (const char letter : std::string(text) + '-')
    {
        if (letter != '-' && letter != '.' && letter != '/')
        {
            digits += letter;
            continue;
        }
        const auto number = digits.size() > 4 ? std::nullopt : number_from(digits);
        if (!number)
            return std::nullopt;
        parts.push_back(static_cast<int>(*number));
        digits.clear();
    }
    if (parts.size() != 3 || parts[2] < 1000)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{parts[2]},
                                           std::chrono::month{static_cast<unsigned>(parts[1])},
                                           std::chrono::day{static_cast<unsigned>(parts[0])}};
    return date.ok() ? std::optional(Day{date}) : std::nullopt;
}

std::string in_query(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string coded;
    for (const char letter : text)
    {
        const auto byte = static_cast<unsigned char>(letter);
        const bool plain = (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
                           (letter >= 'a' && letter <= 'z') || letter == '-' || letter == '_' || letter == '.';
        if (plain)
            coded += letter;
        else
            coded.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
    return coded;
}

} // namespace rondetafel::web::pages
