// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/covenants.hpp>

#include <filesystem>
#include <map>
#include <string>

namespace rondetafel::app
{

/// The covenants that come with the product, as Markdown: `employership.md`, `housing.md` and so on in
/// `folder`. A subject without a file has none.
std::map<CovenantSubject, std::string> read_starters(const std::filesystem::path& folder);

} // namespace rondetafel::app
