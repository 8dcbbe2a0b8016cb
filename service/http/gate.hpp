// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/http/message.hpp>

#include <string>
#include <vector>

namespace rondetafel::http
{

/// The head of a request as the parser read it, nothing interpreted.
struct RequestHead
{
    int version = 11; ///< 10 or 11
    std::string method;
    std::string target;
    Fields fields;
};

struct GateRules
{
    std::vector<std::string> hosts; ///< accepted values of Host, whole, in any case
    std::size_t body_bytes_max = 0; ///< of any request; the connection decides who may bring a large one
};

struct Verdict
{
    int refusal = 0; ///< the status to refuse with, or 0
    std::size_t body_bytes = 0;
    bool expects_continue = false;
};

/// Decides on the head alone whether the request may come in, in the order of the rules (docs: request gate).
/// Closes the gaps that the parser leaves: framing tricks, trailers, missing or foreign Host.
Verdict judge(const RequestHead& head, const GateRules& rules);

} // namespace rondetafel::http
