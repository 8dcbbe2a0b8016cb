// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/http/server.hpp>

#include "connections.hpp"
#include "gate.hpp"
#include "head_writer.hpp"
#include "proxy.hpp"

#include <atomic>
#include <cstdint>
#include <string>

namespace rondetafel::http
{

/// What the connections of one server need and none of them owns. Touched by the network thread only,
/// except for the counters and `given_up`.
struct Serving
{
    Serving(ServerSettings settings_, Server::Choose choose_, Server::Immediate immediate_);

    /// The page for a refusal of our own.
    Response problem(int status, const std::string& reference) const;
    /// Eight hexadecimal digits, new for every request of this process.
    std::string next_id();

    const ServerSettings settings;
    GateRules rules;
    const TrustedProxy proxy;
    HeadWriter writer;
    const Server::Choose choose;
    const Server::Immediate immediate;
    Connections connections;
    bool stopping = false;
    std::size_t large_bodies = 0; ///< coming in or being answered
    std::atomic<bool> given_up = false;

    struct Counters
    {
        std::atomic<unsigned long long> connections = 0;
        std::atomic<unsigned long long> open = 0;
        std::atomic<unsigned long long> requests = 0;
        std::atomic<unsigned long long> refused = 0;
        std::atomic<unsigned long long> failed = 0;
        std::atomic<unsigned long long> busy = 0;
    } counters;

private:
    std::uint32_t id_;
};

} // namespace rondetafel::http
