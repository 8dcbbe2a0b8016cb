// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/log.hpp>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace rondetafel
{

namespace
{

spdlog::logger& logger()
{
    static const auto instance = [] {
        auto made = spdlog::stderr_logger_mt("rondetafel");
        made->set_pattern("time=%Y-%m-%dT%H:%M:%S.%eZ level=%l %v", spdlog::pattern_time_type::utc);
        made->flush_on(spdlog::level::info);
        return made;
    }();
    return *instance;
}

std::string clean(std::string_view value)
{
    std::string text;
    bool quote = value.empty();
    for (const char letter : value)
    {
        if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f)
            continue;
        quote = quote || letter == ' ' || letter == '=' || letter == '"';
        if (letter == '"' || letter == '\\')
            text += '\\';
        text += letter;
    }
    return quote ? '"' + text + '"' : text;
}

} // namespace

void log_event(LogLevel level, std::string_view event, std::initializer_list<LogField> fields)
{
    std::string line = "event=" + clean(event);
    for (const auto& field : fields)
        line += ' ' + field.name + '=' + clean(field.value);
    switch (level)
    {
    case LogLevel::warning:
        logger().warn("{}", line);
        break;
    case LogLevel::error:
        logger().error("{}", line);
        break;
    default:
        logger().info("{}", line);
    }
}

} // namespace rondetafel
