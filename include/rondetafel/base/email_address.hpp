// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/result.hpp>

#include <string>
#include <string_view>

namespace rondetafel
{

/// The address as mail servers carry it, when `text` is one: a dot-atom local part of at most 64 bytes, "@",
/// and a host name of two or more labels, 253 bytes at most; 254 bytes together (RFC 5321, 4.5.3.1). Narrower
/// than RFC 5322 on purpose: no quotes, comments, blanks, angle brackets, control bytes or address literals,
/// so that an accepted address can stand in a command or header as it is. The domain comes back in lower
/// case, and as A-labels when it is international ("bücher.example" → "xn--bcher-kva.example", UTS 46
/// non-transitional); the local part keeps its case and must be ASCII. Otherwise a Problem on `field` with
/// code "email.not_an_address". Surrounding blanks are for the caller to trim.
Result<std::string> checked_email_address(std::string_view text, std::string_view field = "email");

/// The address as people read it: A-labels of the domain as Unicode. For showing only, never for sending;
/// what cannot be converted is given back as it came.
std::string shown_email_address(std::string_view address);

} // namespace rondetafel
