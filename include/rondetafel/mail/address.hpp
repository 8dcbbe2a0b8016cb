// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/email_address.hpp>

namespace rondetafel::mail
{

/// The one gate for envelope addresses: libcurl 7.88 hands CR and LF in an address straight to the server, so
/// nothing reaches it that did not pass here. Grammar and result: base/email_address.hpp.
inline Result<std::string> checked_address(std::string_view text)
{
    return checked_email_address(text);
}

} // namespace rondetafel::mail
