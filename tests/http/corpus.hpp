// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rondetafel::http::testing
{

/// What must become of a raw case.
enum class Fate
{
    refused,         ///< an error or a closed connection, and nothing on it ever becomes a request
    trailer_dropped, ///< refused, or the trailer never shows as a header
    either           ///< answered or refused, both are lawful
};

struct RawCase
{
    const char* category;
    const char* name;
    Fate fate;
    std::string_view bytes; ///< HOST stands for our own host and port
};

/// The nine categories, 62 cases. Where smuggling is the point, a request for /smuggled follows.
const std::vector<RawCase>& raw_cases();
/// Five requests as they should be; each must be answered with 200.
const std::vector<RawCase>& good_cases();

/// The bytes of a case with HOST filled in.
std::string filled(const RawCase& raw, const std::string& host);

} // namespace rondetafel::http::testing
