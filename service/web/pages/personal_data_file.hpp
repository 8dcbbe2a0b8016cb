// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/retention.hpp>

#include <string>

namespace rondetafel::web::pages
{

/// All that is kept about a person, as JSON with two blanks of indent. Personal links are not among it: they
/// are keys.
std::string personal_data_file(const actions::PersonalData& data);

} // namespace rondetafel::web::pages
