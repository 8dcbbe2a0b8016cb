// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rondetafel::http
{

enum class Plus
{
    is_plus, ///< in a path
    is_space ///< in a form or a query
};

/// The decoded text; nothing for a broken escape, a NUL, or what is no UTF-8 when decoded.
std::optional<std::string> percent_decoded(std::string_view encoded, Plus plus);

} // namespace rondetafel::http
