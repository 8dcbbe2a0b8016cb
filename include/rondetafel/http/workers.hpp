// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/http/message.hpp>

#include <functional>
#include <memory>
#include <string>

namespace rondetafel::http
{

/// Answers one request on the calling thread; may block, knows nothing of sockets.
using Application = std::function<Response(Request&)>;

/// A named pool of threads that may block. Must outlive the run of every server that hands it requests.
class Workers
{
public:
    /// Calls `make` once on each thread, so that each worker owns its database session, and waits for all of
    /// them; throws what `make` throws. Beyond `unanswered_max` requests, waiting and running, a request is
    /// refused at once.
    Workers(std::string name, unsigned threads, std::size_t unanswered_max,
            const std::function<Application()>& make);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// Answers what waits, then joins the threads and lets go of the applications. Refuses what comes after.
    void stop();

    const std::string& name() const { return name_; }
    /// How many requests wait or run at this moment.
    std::size_t unanswered() const;

    class Pool;
    /// The part that the server uses.
    Pool& pool() { return *pool_; }

private:
    std::string name_;
    std::unique_ptr<Pool> pool_;
};

} // namespace rondetafel::http
