// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace rondetafel
{

/// One name and value of a log line. Numbers and stable words only: never a name, an address or a token.
struct LogField
{
    LogField(std::string_view name_, std::string_view value_) : name(name_), value(value_) {}
    LogField(std::string_view name_, const char* value_) : name(name_), value(value_) {}
    LogField(std::string_view name_, long long value_) : name(name_), value(std::to_string(value_)) {}
    LogField(std::string_view name_, int value_) : name(name_), value(std::to_string(value_)) {}
    LogField(std::string_view name_, std::size_t value_) : name(name_), value(std::to_string(value_)) {}

    std::string name;
    std::string value;
};

enum class LogLevel
{
    info,
    warning,
    error
};

/// Writes one logfmt line to stderr: `level=info event=letter.sent letter=812 ms=143`.
/// `event` is a stable word, noun.past. Values with blanks are quoted, control bytes removed. Thread-safe.
void log_event(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {});

} // namespace rondetafel
