// SPDX-License-Identifier: EUPL-1.2
#include "toml_rows.hpp"

#include <rondetafel/domain/fields.hpp>

#include <algorithm>
#include <climits>
#include <fstream>
#include <iterator>

namespace rondetafel::documents
{

namespace
{

Problem problem_of(const std::filesystem::path& path, const Mistake& mistake)
{
    return {Refusal::invalid,
            "import.mistake",
            {},
            {{"file", path.string()},
             {"line", std::to_string(mistake.line)},
             {"field", mistake.field},
             {"reason", mistake.reason}}};
}

bool is_refused_control(char letter)
{
    const auto byte = static_cast<unsigned char>(letter);
    return byte < 0x20 && letter != '\n' && letter != '\t';
}

} // namespace

void Row::refuse(const char* name, const std::string& reason) const
{
    const auto* node = table_.get(name);
    const auto& place = node != nullptr ? node->source() : table_.source();
    throw Mistake{static_cast<long long>(place.begin.line), path_.empty() ? name : path_ + '.' + name, reason};
}

std::string Row::checked(const char* name, const toml::node& node, std::size_t characters_max) const
{
    const auto* value = node.as_string();
    if (value == nullptr)
        refuse(name, "is not a text between quotes");
    const auto& text = value->get();
    if (std::any_of(text.begin(), text.end(), is_refused_control))
        refuse(name, "holds a control byte");
    if (characters(text) > characters_max)
        refuse(name, "is longer than " + std::to_string(characters_max) + " characters");
    return text;
}

std::string Row::text(const char* name, std::size_t characters_max) const
{
    const auto* node = table_.get(name);
    return node == nullptr ? "" : checked(name, *node, characters_max);
}

std::string Row::required(const char* name, std::size_t characters_max) const
{
    auto value = text(name, characters_max);
    if (is_blank(value))
        refuse(name, "is missing");
    return value;
}

std::optional<long long> Row::number(const char* name) const
{
    const auto* node = table_.get(name);
    if (node == nullptr)
        return std::nullopt;
    if (!node->is_integer())
        refuse(name, "is not a whole number");
    const auto value = node->as_integer()->get();
    if (value < 0 || value > INT_MAX)
        refuse(name, "is out of range");
    return value;
}

long long Row::required_number(const char* name) const
{
    const auto value = number(name);
    if (!value)
        refuse(name, "is missing");
    return *value;
}

bool Row::flag(const char* name) const
{
    const auto* node = table_.get(name);
    if (node != nullptr && !node->is_boolean())
        refuse(name, "is not true or false");
    return node != nullptr && node->as_boolean()->get();
}

std::optional<Day> Row::day(const char* name) const
{
    const auto value = text(name);
    if (value.empty())
        return std::nullopt;
    const auto found = day_from_iso(value);
    if (!found)
        refuse(name, "is not a day like \"2024-09-10\"");
    return found;
}

Day Row::required_day(const char* name) const
{
    const auto found = day(name);
    if (!found)
        refuse(name, "is missing");
    return *found;
}

std::vector<std::string> Row::texts(const char* name, std::size_t characters_max) const
{
    std::vector<std::string> values;
    const auto* node = table_.get(name);
    if (node == nullptr)
        return values;
    if (!node->is_array())
        refuse(name, "is not a list");
    for (const auto& item : *node->as_array())
        values.push_back(checked(name, item, characters_max));
    return values;
}

std::vector<int> Row::numbers(const char* name) const
{
    std::vector<int> values;
    const auto* node = table_.get(name);
    if (node == nullptr)
        return values;
    if (!node->is_array())
        refuse(name, "is not a list");
    for (const auto& item : *node->as_array())
    {
        if (!item.is_integer() || item.as_integer()->get() < 0 || item.as_integer()->get() > INT_MAX)
            refuse(name, "holds something that is not a small whole number");
        values.push_back(static_cast<int>(item.as_integer()->get()));
    }
    return values;
}

std::vector<Row> Row::rows(const char* name) const
{
    std::vector<Row> found;
    const auto* node = table_.get(name);
    if (node == nullptr)
        return found;
    if (!node->is_array_of_tables())
        refuse(name, "is not written as [[" + std::string(name) + "]]");
    for (const auto& item : *node->as_array())
        found.emplace_back(*item.as_table(), path_.empty() ? name : path_ + '.' + name);
    return found;
}

Row Row::row(const char* name) const
{
    const auto* node = table_.get(name);
    if (node == nullptr)
        refuse(name, "is missing");
    if (!node->is_table())
        refuse(name, "is not written as [" + std::string(name) + "]");
    return {*node->as_table(), path_.empty() ? name : path_ + '.' + name};
}

Result<Done> with_file(const std::filesystem::path& path, const std::function<void(const Row&)>& use)
{
    std::ifstream stream(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (!stream.is_open() || text.empty())
        return problem_of(path, {0, "", "cannot be read or is empty"});
    try
    {
        const auto table = toml::parse(text, path.string());
        use(Row(table, ""));
        return Done{};
    }
    catch (const toml::parse_error& error)
    {
        return problem_of(path, {static_cast<long long>(error.source().begin.line), "",
                                 std::string(error.description())});
    }
    catch (const Mistake& mistake)
    {
        return problem_of(path, mistake);
    }
}

} // namespace rondetafel::documents
