// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/app/service.hpp>

#include "starters.hpp"
#include "static_files.hpp"

#include <rondetafel/base/log.hpp>
#include <rondetafel/http/server.hpp>
#include <rondetafel/jobs/clockwork.hpp>
#include <rondetafel/jobs/press.hpp>
#include <rondetafel/web/routes.hpp>

#include <mutex>
#include <shared_mutex>

namespace rondetafel::app
{

namespace
{

constexpr std::size_t unanswered_max = 256;
constexpr unsigned heavy_threads = 2;
constexpr std::size_t heavy_unanswered_max = 18;
// The demonstration's clock leaps, so it is looked at often.
constexpr std::chrono::milliseconds demo_interval{500};

} // namespace

struct Service::Parts
{
    explicit Parts(Config given)
        : config(std::move(given)), installed(config), texts(std::make_shared<Texts>(config.share / pages_folder("texts"))),
          letter_texts(config.share / "email-templates" / "texts"), files(config.share / pages_folder("static")),
          router(web::make_router())
    {
        storage::Database database(config.database);
        require_current_schema(database, config);
        if (config.demo)
            installed.read_clock(database);
        site.installation = &installed.installation();
        site.texts = texts;
        site.pages = std::make_shared<templates::Source>(config.share / pages_folder("templates"), *texts);
        site.letters = std::make_shared<templates::Source>(config.share / "email-templates", letter_texts);
        site.starters = read_starters(config.share / "db" / "examples" / "covenants");
        site.https = config.https();
        site.metrics_token = config.metrics_token;
        site.second_factor_required = config.second_factor && !config.demo;
        if (config.demo)
            site.move_clock = [this](Instant target) { move(target); };
        make_workers();
        make_server();
    }

    // In the source tree the pages lie in service/web, after installing in web.
    std::filesystem::path pages_folder(const char* name) const
    {
        const auto source = std::filesystem::path("service") / "web" / name;
        return std::filesystem::exists(config.share / source) ? source : std::filesystem::path("web") / name;
    }

    void move(Instant target)
    {
        const std::lock_guard one_at_a_time(clock_moves);
        storage::Database database(config.database);
        move_clock(installed, database, target);
    }

    // `rondetafel demo --now` moves the clock from another process. While this process moves it step by step,
    // what the database says may be a step behind.
    void see_clock(storage::Database& database)
    {
        if (!config.demo)
            return;
        const std::shared_lock unless_it_moves(clock_moves, std::try_to_lock);
        if (unless_it_moves)
            try
            {
                installed.read_clock(database);
            }
            catch (const std::exception&)
            {
                // What comes next asks the same database, and knows how to say that it does not answer.
            }
    }

    http::Application make_application()
    {
        struct Worker
        {
            Worker(const web::Site& site, const storage::Address& address) : database(address), desk(site, database) {}
            storage::Database database;
            web::Desk desk;
        };
        auto worker = std::make_shared<Worker>(site, config.database);
        return [this, worker](http::Request& request)
        {
            see_clock(worker->database);
            return answer(worker->desk, request);
        };
    }

    http::Response answer(web::Desk& desk, http::Request& request) const
    {
        request.parameters.clear();
        const int route = router.match(request.method, request.path, request.parameters);
        if (route >= 0)
            return web::dispatch(desk, web::routes()[static_cast<std::size_t>(route)], request);
        if (route == http::Router::method_not_allowed)
            return web::wrong_method(desk, request, router.allowed(request.path));
        return web::no_such_page(desk, request);
    }

    void make_workers()
    {
        const auto make = [this] { return make_application(); };
        workers = std::make_unique<http::Workers>("workers", config.workers, unanswered_max, make);
        heavy = std::make_unique<http::Workers>("heavy", heavy_threads, heavy_unanswered_max, make);
    }

    void make_server()
    {
        http::ServerSettings settings;
        settings.address = config.listen_address;
        settings.port = config.listen_port;
        settings.hosts = {config.host()};
        settings.trusted_proxy = config.trusted_proxy;
        settings.https = config.https();
        settings.limits.requests_per_connection_max = static_cast<std::size_t>(config.requests_per_connection);
        settings.may_be_large = [this](const http::Request& request) {
            http::Fields captured;
            const int route = router.match(request.method, request.path, captured);
            return route >= 0 && web::may_bring_file(site, web::routes()[static_cast<std::size_t>(route)], request);
        };
        const auto choose = [this](const http::Request& request) -> http::Workers& {
            http::Fields captured;
            const int route = router.match(request.method, request.path, captured);
            return route >= 0 && web::routes()[static_cast<std::size_t>(route)].heavy ? *heavy : *workers;
        };
        const auto immediate = [this](http::Request& request) -> std::optional<http::Response> {
            if (request.path == "/healthz")
                return http::text(200, "alive\n");
            return files.answer(request);
        };
        server = std::make_unique<http::Server>(std::move(settings), choose, immediate);
    }

    void start_jobs()
    {
        const auto interval = config.demo ? demo_interval : std::chrono::seconds(config.clockwork_seconds);
        clockwork =
            std::make_unique<jobs::Clockwork>(config.database, installed.installation(), interval,
                                              [this](storage::Database& database) { see_clock(database); });
        press = std::make_unique<jobs::Press>(config.database, installed.installation(),
                                              jobs::PressSettings{config.share / pages_folder("print")});
        if (config.relay)
            post_office = std::make_unique<jobs::PostOffice>(config.database, installed.installation(), *config.relay,
                                                             site.letters, config.post);
    }

    Config config;
    Installed installed;
    std::shared_ptr<const Texts> texts;
    Texts letter_texts;
    StaticFiles files;
    http::Router router;
    web::Site site;
    std::shared_mutex clock_moves;
    std::unique_ptr<http::Workers> workers;
    std::unique_ptr<http::Workers> heavy;
    std::unique_ptr<http::Server> server;
    std::unique_ptr<jobs::Clockwork> clockwork;
    std::unique_ptr<jobs::PostOffice> post_office;
    std::unique_ptr<jobs::Press> press;
};

Service::Service(Config config) : parts_(std::make_unique<Parts>(std::move(config))) {}
Service::~Service() = default;
unsigned short Service::port() const { return parts_->server->port(); }

void Service::run()
{
    parts_->start_jobs();
    log_event(LogLevel::info, "service.started", {{"port", static_cast<int>(port())}});
    parts_->server->run();
    parts_->clockwork->stop();
    parts_->press->stop();
    if (parts_->post_office)
        parts_->post_office->stop();
    parts_->workers->stop();
    parts_->heavy->stop();
    log_event(LogLevel::info, "service.stopped");
}

void Service::stop()
{
    // Both at the same time, so that a mail server that hangs does not add its wait to that of the requests.
    if (parts_->post_office)
        parts_->post_office->close();
    parts_->server->stop();
}

} // namespace rondetafel::app
