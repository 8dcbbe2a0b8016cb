// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace rondetafel::mail
{

/// Sets one option; throws std::runtime_error when this libcurl lacks it, rather than send without it.
template <class Value>
void set(CURL* handle, CURLoption option, Value value)
{
    const auto outcome = curl_easy_setopt(handle, option, value);
    if (outcome != CURLE_OK)
        throw std::runtime_error(std::string("libcurl option: ") + curl_easy_strerror(outcome));
}

/// For options that count in seconds and take zero for "no limit".
inline long whole_seconds(std::chrono::seconds wait)
{
    return std::max<long>(1, static_cast<long>(wait.count()));
}

} // namespace rondetafel::mail
