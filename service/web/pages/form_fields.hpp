// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/trimmed.hpp>
#include <rondetafel/web/context.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rondetafel::web::pages
{

/// The value of a choice and what a person reads.
using Choices = std::vector<std::pair<std::string, std::string>>;

/// The fields of one form (look, 4.7) for the partial `_form_fields`: what was typed stays, an error stands at its
/// field. Label, hint and such come from the catalogue: "<prefix>.<field>", "<prefix>.<field>_hint".
class FormFields
{
public:
    FormFields(const Context& context, const http::Form& typed, const Problem* problem, std::string prefix)
        : context_(context), typed_(typed), problem_(problem), prefix_(std::move(prefix))
    {
    }

    FormFields& line(const std::string& name, bool optional = false, const std::string& width = {},
                     const std::string& type = "text");
    FormFields& area(const std::string& name, bool optional = false);
    FormFields& select(const std::string& name, const Choices& choices);
    FormFields& check(const std::string& name);
    FormFields& checks(const std::string& name, const Choices& choices, bool optional = false);

    std::vector<templates::View> views() && { return std::move(views_); }

private:
    templates::View& begin(const std::string& name, const char* shape, bool optional);
    std::vector<templates::View> options(const std::string& name, const Choices& choices) const;
    std::string label(const std::string& name) const;

    const Context& context_;
    const http::Form& typed_;
    const Problem* problem_;
    std::string prefix_;
    std::vector<templates::View> views_;
};

/// "26-09-2024" as a day, with dots, slashes or hyphens; nothing when it is no real day.
std::optional<Day> day_as_typed(std::string_view text);
/// A value as it must stand in a query.
std::string in_query(std::string_view text);
/// The values of an enum with their words in the catalogue: "<prefix>.<word>".
template <class Enum>
Choices choices_of(const Context& context, const std::string& prefix)
{
    Choices choices;
    for (const auto& [value, text] : Words<Enum>::all)
        choices.emplace_back(text, context.text(prefix + '.' + std::string(text)));
    return choices;
}

} // namespace rondetafel::web::pages
