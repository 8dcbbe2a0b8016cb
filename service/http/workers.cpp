// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/http/workers.hpp>

#include "answers.hpp"
#include "hand_off.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <pthread.h>

#include <stdexcept>

namespace rondetafel::http
{

namespace asio = boost::asio;

/// One request on its way through the pool.
struct Workers::Pool::Job
{
    Job(Request& request_, Response& response_, const std::atomic<bool>& given_up_)
        : request(request_), response(response_), given_up(given_up_)
    {
    }
    virtual ~Job() = default;
    /// Posts the outcome to the connection's own thread.
    virtual void resume(Outcome outcome) = 0;

    Request& request;
    Response& response;
    const std::atomic<bool>& given_up;
};

template <class Handler>
struct Workers::Pool::JobOf : Job
{
    JobOf(Request& request_, Response& response_, const std::atomic<bool>& given_up_, Handler handler_)
        : Job(request_, response_, given_up_), handler(std::move(handler_))
    {
    }

    void resume(Outcome outcome) override
    {
        const auto executor = asio::get_associated_executor(handler);
        asio::post(executor, [finish = std::move(handler), outcome]() mutable { finish(outcome); });
    }

    Handler handler;
};

namespace
{

Outcome perform(const Application& application, Request& request, Response& response) noexcept
{
    try
    {
        response = application(request);
        return Outcome::answered;
    }
    catch (...)
    {
        log_failure(request.id);
        return Outcome::failed;
    }
}

} // namespace

Workers::Pool::Pool(const std::string& name, unsigned threads, std::size_t unanswered_max,
                    const std::function<Application()>& make)
    : unanswered_max_(unanswered_max), building_(threads)
{
    try
    {
        start(name, threads, make);
    }
    catch (...)
    {
        stop();
        throw;
    }
}

Workers::Pool::~Pool()
{
    stop();
}

void Workers::Pool::start(const std::string& name, unsigned threads, const std::function<Application()>& make)
{
    static constexpr std::size_t thread_name_max = 15;
    if (threads == 0)
        throw std::invalid_argument("a pool has at least one worker");
    for (unsigned count = 0; count < threads; ++count)
    {
        threads_.emplace_back([this, &make] { work(make); });
        pthread_setname_np(threads_.back().native_handle(), name.substr(0, thread_name_max).c_str());
    }
    std::unique_lock lock{mutex_};
    built_.wait(lock, [this] { return building_ == 0; });
    if (failure_)
        std::rethrow_exception(failure_);
}

asio::awaitable<Outcome> Workers::Pool::answer(Request& request, Response& response,
                                               const std::atomic<bool>& given_up)
{
    auto begin = [this, &request, &response, &given_up](auto handler)
    {
        using Waiting = JobOf<decltype(handler)>;
        push(std::make_unique<Waiting>(request, response, given_up, std::move(handler)));
    };
    return asio::async_initiate<const asio::use_awaitable_t<>, void(Outcome)>(std::move(begin),
                                                                              asio::use_awaitable);
}

void Workers::Pool::push(std::unique_ptr<Job> job)
{
    bool wake = false;
    {
        const std::lock_guard lock{mutex_};
        if (!stopping_ && unanswered_ < unanswered_max_)
        {
            ++unanswered_;
            queue_.push_back(std::move(job));
            wake = wakes_one();
        }
    }
    if (job)
        job->resume(Outcome::busy);
    if (wake)
        waiting_.notify_one();
}

/// Whether a sleeping worker must be woken now. One at a time wakes, and wakes the next when it finds more
/// than one job: short jobs then stay on few warm threads instead of costing a switch each.
bool Workers::Pool::wakes_one()
{
    const bool wake = !waking_ && sleeping_ > 0 && !queue_.empty();
    waking_ = waking_ || wake;
    return wake;
}

std::unique_ptr<Workers::Pool::Job> Workers::Pool::next()
{
    std::unique_lock lock{mutex_};
    while (queue_.empty() && !stopping_)
    {
        ++sleeping_;
        waiting_.wait(lock);
        --sleeping_;
        waking_ = false;
    }
    if (queue_.empty())
        return nullptr;
    auto job = std::move(queue_.front());
    queue_.pop_front();
    if (wakes_one())
        waiting_.notify_one();
    return job;
}

Application Workers::Pool::build(const std::function<Application()>& make)
{
    Application application;
    std::exception_ptr failure;
    try
    {
        application = make();
    }
    catch (...)
    {
        failure = std::current_exception();
    }
    const std::lock_guard lock{mutex_};
    if (failure && !failure_)
        failure_ = failure;
    --building_;
    built_.notify_all();
    return application;
}

void Workers::Pool::work(const std::function<Application()>& make)
{
    const auto application = build(make);
    while (auto job = next())
    {
        const bool too_late = job->given_up;
        const auto outcome = too_late ? Outcome::busy : perform(application, job->request, job->response);
        finish(std::move(job), outcome);
    }
}

void Workers::Pool::finish(std::unique_ptr<Job> job, Outcome outcome)
{
    {
        const std::lock_guard lock{mutex_};
        --unanswered_;
    }
    job->resume(outcome);
}

void Workers::Pool::stop()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    waiting_.notify_all();
    for (auto& thread : threads_)
        if (thread.joinable())
            thread.join();
}

std::size_t Workers::Pool::unanswered() const
{
    const std::lock_guard lock{mutex_};
    return unanswered_;
}

Workers::Workers(std::string name, unsigned threads, std::size_t unanswered_max,
                 const std::function<Application()>& make)
    : name_(std::move(name)), pool_(std::make_unique<Pool>(name_, threads, unanswered_max, make))
{
}

Workers::~Workers() = default;

void Workers::stop()
{
    pool_->stop();
}

std::size_t Workers::unanswered() const
{
    return pool_->unanswered();
}

} // namespace rondetafel::http
