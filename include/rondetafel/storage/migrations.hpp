// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/storage/database.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace rondetafel::storage
{

/// How the schema of a database compares with the migrations of this program.
enum class SchemaState
{
    current,
    behind,  ///< migrations are missing: run `rondetafel migrate`
    unknown, ///< it holds migrations this program does not know: the program is too old
    altered  ///< a migration that was applied differs from the file
};

/// Applies what is missing, in order, and returns the names of what was applied. Safe to run again after a crash.
/// Throws std::runtime_error with the file's name when a statement fails.
std::vector<std::string> migrate(Database& database, const std::filesystem::path& folder);
SchemaState schema_state(Database& database, const std::filesystem::path& folder);

} // namespace rondetafel::storage
