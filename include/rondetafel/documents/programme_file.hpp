// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/result.hpp>
#include <rondetafel/domain/programmes.hpp>

#include <filesystem>

namespace rondetafel::documents
{

/// A programme from a TOML file such as db/examples/aalsmeer-programme.toml. The first mistake becomes the Problem
/// "import.mistake" with arguments file, line, field and reason (English, for whoever wrote the file); then there
/// is no programme at all. Tables and fields we do not know are for people and are passed over.
Result<Programme> read_programme(const std::filesystem::path& path);

} // namespace rondetafel::documents
