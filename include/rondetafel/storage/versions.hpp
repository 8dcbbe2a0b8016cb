// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/covenants.hpp>

#include <optional>
#include <stdexcept>
#include <vector>

namespace rondetafel::storage
{

class Sql;

/// A version in the database is not what was issued. Nobody should go on with it.
struct AlteredVersion : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// Versions that were issued or adopted. They are added and read; there is no statement that changes or
/// removes one. Every read compares the text with its SHA-256 and throws AlteredVersion when they differ.
class Versions
{
public:
    explicit Versions(Sql& sql) : sql_(sql) {}

    /// Oldest first.
    std::vector<Version> of(CovenantId covenant) const;
    std::optional<Version> find(VersionId id) const;
    /// The last one that was issued or adopted.
    std::optional<Version> latest(CovenantId covenant) const;
    /// Duplicate when somebody took this number before. `sha256` is made here, from `canonical`.
    VersionId add(const Version& version, std::optional<AccountId> account);

private:
    Sql& sql_;
};

} // namespace rondetafel::storage
