// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/office.hpp>

#include <optional>
#include <string>

namespace rondetafel::storage
{

class Sql;

/// Named values of the installation, and the office's own facts.
class Settings
{
public:
    explicit Settings(Sql& sql) : sql_(sql) {}

    std::optional<std::string> get(const std::string& name) const;
    void set(const std::string& name, const std::string& value);
    Office office() const;
    void save(const Office& office);

private:
    Sql& sql_;
};

} // namespace rondetafel::storage
