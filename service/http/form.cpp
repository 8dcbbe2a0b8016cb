// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/http/form.hpp>

#include "percent.hpp"

#include <algorithm>

namespace rondetafel::http
{

namespace
{

Problem unreadable()
{
    return Problem{Refusal::invalid, "form.unreadable", {}, {}};
}

Problem too_large()
{
    return Problem{Refusal::invalid, "form.too_large", {}, {}};
}

bool is_form(const Request& request)
{
    const auto type = request.header("Content-Type").value_or("");
    auto kind = type.substr(0, type.find(';'));
    while (!kind.empty() && (kind.back() == ' ' || kind.back() == '\t'))
        kind.remove_suffix(1);
    return same_name(kind, "application/x-www-form-urlencoded");
}

} // namespace

Result<Form> Form::parse(std::string_view encoded)
{
    if (encoded.size() > form_bytes_max)
        return too_large();

    Fields fields;
    while (!encoded.empty())
    {
        const auto end = std::min(encoded.find('&'), encoded.size());
        const auto piece = encoded.substr(0, end);
        encoded.remove_prefix(std::min(end + 1, encoded.size()));
        if (piece.empty())
            continue;
        if (fields.size() == form_fields_max)
            return too_large();

        const auto sign = std::min(piece.find('='), piece.size());
        auto name = percent_decoded(piece.substr(0, sign), Plus::is_space);
        auto value = percent_decoded(piece.substr(std::min(sign + 1, piece.size())), Plus::is_space);
        if (!name || !value)
            return unreadable();
        fields.emplace_back(std::move(*name), std::move(*value));
    }
    return Form{std::move(fields)};
}

std::string Form::value(std::string_view name) const
{
    for (const auto& [key, value] : fields_)
        if (key == name)
            return value;
    return {};
}

bool Form::has(std::string_view name) const
{
    for (const auto& field : fields_)
        if (field.first == name)
            return true;
    return false;
}

std::vector<std::string> Form::values(std::string_view name) const
{
    std::vector<std::string> found;
    for (const auto& [key, value] : fields_)
        if (key == name)
            found.push_back(value);
    return found;
}

Result<Form> read_form(const Request& request)
{
    if (!is_form(request))
        return unreadable();
    return Form::parse(request.body);
}

Result<Query> read_query(const Request& request)
{
    return Query::parse(request.query);
}

} // namespace rondetafel::http
