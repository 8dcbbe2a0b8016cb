// SPDX-License-Identifier: EUPL-1.2
#include "answers.hpp"

#include <rondetafel/base/log.hpp>

#include <boost/core/demangle.hpp>

#include <exception>
#include <string>
#include <typeinfo>

namespace rondetafel::http
{

namespace
{

std::string type_of_current_exception()
{
    try
    {
        throw;
    }
    catch (const std::exception& problem)
    {
        return boost::core::demangle(typeid(problem).name());
    }
    catch (...)
    {
        return "unknown";
    }
}

} // namespace

Response plain_problem(int status, std::string_view reference)
{
    if (status == 500)
        return text(500, "Er ging iets mis. Noem dit nummer als u het meldt: " + std::string{reference} +
                             "\nSomething went wrong. Please quote this number: " + std::string{reference} +
                             "\n");
    if (status == 503)
        return text(503, "Het is nu te druk. Probeer het over een paar tellen opnieuw.\n"
                         "Too busy at the moment. Please try again in a few seconds.\n");
    return text(status, "Dit verzoek kunnen wij niet aannemen (" + std::to_string(status) +
                            ").\nThis request cannot be accepted (" + std::to_string(status) + ").\n");
}

void complete_problem(Response& response)
{
    if (response.status == 405 && !response.header("Allow"))
        response.set_header("Allow", "GET, HEAD, POST, OPTIONS");
    if (response.status == 503 && !response.header("Retry-After"))
        response.set_header("Retry-After", "2");
}

void log_failure(const std::string& reference) noexcept
{
    try
    {
        log_event(LogLevel::error, "request.failed",
                  {{"request", reference.empty() ? "none" : reference},
                   {"exception", type_of_current_exception()}});
    }
    catch (...)
    {
        // Out of memory while reporting: the answer matters more than the line.
    }
}

} // namespace rondetafel::http
