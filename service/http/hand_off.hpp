// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/http/workers.hpp>

#include <boost/asio/awaitable.hpp>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace rondetafel::http
{

enum class Outcome
{
    answered,
    failed, ///< the application threw; logged under the request's id
    busy    ///< too many wait already, or the server gave up before its turn came
};

/// The threads behind Workers and the queue before them.
class Workers::Pool
{
public:
    Pool(const std::string& name, unsigned threads, std::size_t unanswered_max,
         const std::function<Application()>& make);
    ~Pool();

    /// Lets a worker fill `response` and resumes the connection on its own executor. `request`, `response`
    /// and `given_up` must stay alive until then; once `given_up` is set, what has not begun is refused.
    boost::asio::awaitable<Outcome> answer(Request& request, Response& response,
                                           const std::atomic<bool>& given_up);

    void stop();
    std::size_t unanswered() const;

private:
    struct Job;
    template <class Handler>
    struct JobOf;

    void start(const std::string& name, unsigned threads, const std::function<Application()>& make);
    void work(const std::function<Application()>& make);
    Application build(const std::function<Application()>& make);
    void push(std::unique_ptr<Job> job);
    bool wakes_one();
    std::unique_ptr<Job> next();
    void finish(std::unique_ptr<Job> job, Outcome outcome);

    const std::size_t unanswered_max_;
    mutable std::mutex mutex_;
    std::condition_variable waiting_;
    std::condition_variable built_;
    std::deque<std::unique_ptr<Job>> queue_;
    std::size_t unanswered_ = 0;
    std::size_t sleeping_ = 0;
    bool waking_ = false;
    unsigned building_ = 0;
    std::exception_ptr failure_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

} // namespace rondetafel::http
