// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/result.hpp>
#include <rondetafel/base/time.hpp>
#include <rondetafel/base/words.hpp>

#include <toml++/toml.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rondetafel::documents
{

/// What is wrong in a file and where; thrown inside a reader and turned into a Problem at its edge.
struct Mistake
{
    long long line = 0;
    std::string field;
    std::string reason;
};

/// One table of a file. Every question checks what it finds and throws Mistake when it is not right.
class Row
{
public:
    Row(const toml::table& table, std::string path) : table_(table), path_(std::move(path)) {}

    /// Empty when the field is absent.
    std::string text(const char* name, std::size_t characters_max = 4000) const;
    std::string required(const char* name, std::size_t characters_max = 200) const;
    std::optional<long long> number(const char* name) const;
    long long required_number(const char* name) const;
    bool flag(const char* name) const;
    std::optional<Day> day(const char* name) const;
    Day required_day(const char* name) const;
    std::vector<std::string> texts(const char* name, std::size_t characters_max = 4000) const;
    std::vector<int> numbers(const char* name) const;
    /// Tables of `[[name]]`, in order.
    std::vector<Row> rows(const char* name) const;
    /// The table `[name]`.
    Row row(const char* name) const;

    template <class Enum>
    Enum word(const char* name, const std::string& text) const
    {
        if (const auto value = from_word<Enum>(text))
            return *value;
        std::string known;
        for (const auto& [value, candidate] : Words<Enum>::all)
            known += (known.empty() ? "" : ", ") + std::string(candidate);
        refuse(name, "\"" + text + "\" is not one of: " + known);
    }

    [[noreturn]] void refuse(const char* name, const std::string& reason) const;

private:
    std::string checked(const char* name, const toml::node& node, std::size_t characters_max) const;

    const toml::table& table_;
    std::string path_;
};

/// Reads the file and gives its root to `use`; anything wrong, from a missing file on, is the one Problem.
Result<Done> with_file(const std::filesystem::path& path, const std::function<void(const Row&)>& use);

} // namespace rondetafel::documents
