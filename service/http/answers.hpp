// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/http/message.hpp>

#include <string_view>

namespace rondetafel::http
{

/// The short answer for what the server itself refuses: generic, without version or detail.
/// `reference` is what a person may quote when something failed; otherwise empty.
Response plain_problem(int status, std::string_view reference);

/// Adds what a status demands and pages forget: Allow for 405, Retry-After for 503.
void complete_problem(Response& response);

/// Logs the exception that is being handled under the reference, by its type only: its text may hold personal
/// data.
void log_failure(const std::string& reference) noexcept;

} // namespace rondetafel::http
