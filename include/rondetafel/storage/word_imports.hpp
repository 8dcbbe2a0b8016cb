// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/word_imports.hpp>

#include <optional>
#include <vector>

namespace rondetafel::storage
{

class Sql;

/// Word files that were handed in; worked off like Renderings.
class WordImports
{
public:
    explicit WordImports(Sql& sql) : sql_(sql) {}

    WordImportId add(const WordImport& import);
    std::optional<WordImport> find(WordImportId id) const;
    /// Newest first, without their content.
    std::vector<WordImport> of(CovenantId covenant) const;

    std::optional<WordImportId> due(Instant now) const;
    std::optional<WordImport> lease(WordImportId id, Instant now, Instant until);
    bool record(const WordImport& import);
    /// Notes that its contents were taken over into this covenant, and drops the file; false when that was done before.
    bool settle(WordImportId id, CovenantId covenant);

private:
    Sql& sql_;
};

} // namespace rondetafel::storage
