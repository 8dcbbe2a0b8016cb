// SPDX-License-Identifier: EUPL-1.2
#include "common.hpp"

#include <rondetafel/base/log.hpp>

#include <csignal>
#include <pthread.h>
#include <thread>
#include <unistd.h>

namespace rondetafel::cli
{

void serve(const Wish& wish)
{
    // Signals are taken by one thread that may do anything; blocked before any other thread is born.
    sigset_t stopping;
    sigemptyset(&stopping);
    sigaddset(&stopping, SIGTERM);
    sigaddset(&stopping, SIGINT);
    pthread_sigmask(SIG_BLOCK, &stopping, nullptr);

    app::Service service(config_of(wish));
    std::thread listener([&] {
        int signal = 0;
        sigwait(&stopping, &signal);
        log_event(LogLevel::info, "service.stopping");
        service.stop();
        sigwait(&stopping, &signal); // the second time somebody means it
        _exit(1);
    });
    listener.detach();
    service.run();
}

} // namespace rondetafel::cli
