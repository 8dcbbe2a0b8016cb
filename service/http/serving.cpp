// SPDX-License-Identifier: EUPL-1.2
#include "serving.hpp"

#include "answers.hpp"

#include <algorithm>
#include <cstdio>
#include <random>

namespace rondetafel::http
{

Serving::Serving(ServerSettings settings_, Server::Choose choose_, Server::Immediate immediate_)
    : settings(std::move(settings_)), rules{settings.hosts, settings.may_be_large ? std::max(settings.limits.body_bytes_max, settings.limits.large_body_bytes_max)
                                                  : settings.limits.body_bytes_max},
      proxy(settings.trusted_proxy), writer(settings.https), choose(std::move(choose_)),
      immediate(std::move(immediate_)),
      connections(settings.limits.connections_max, settings.limits.connections_per_peer_max),
      id_(std::random_device{}())
{
}

Response Serving::problem(int status, const std::string& reference) const
{
    Response response;
    try
    {
        response = settings.problem ? settings.problem(status, reference) : plain_problem(status, reference);
    }
    catch (...)
    {
        log_failure(reference);
        response = plain_problem(status, reference);
    }
    response.status = status;
    complete_problem(response);
    return response;
}

std::string Serving::next_id()
{
    // An odd step visits all 2^32 numbers before one returns, and neighbours do not look alike.
    id_ += 0x9e3779b9U;
    char digits[9];
    std::snprintf(digits, sizeof digits, "%08x", static_cast<unsigned>(id_));
    return digits;
}

} // namespace rondetafel::http
