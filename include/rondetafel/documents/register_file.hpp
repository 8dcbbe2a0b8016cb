// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/result.hpp>
#include <rondetafel/domain/register_entry.hpp>

#include <filesystem>
#include <vector>

namespace rondetafel::documents
{

/// A register of partners from a TOML file such as db/examples/aalsmeer-register.toml; mistakes as in read_programme.
Result<std::vector<RegisterEntry>> read_register(const std::filesystem::path& path);

} // namespace rondetafel::documents
