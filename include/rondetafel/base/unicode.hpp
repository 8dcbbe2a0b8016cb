// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace rondetafel
{

/// The text in Unicode's composed form (NFC), so that an é typed in two ways is one and the same text. Bytes that are no
/// UTF-8 become U+FFFD.
std::string composed(std::string_view text);

} // namespace rondetafel
