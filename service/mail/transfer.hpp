// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "verdict.hpp"

#include <exception>
#include <functional>
#include <string_view>

namespace rondetafel::mail
{

/// One run of libcurl over one message: feeds the bytes and follows the dialogue through libcurl's callbacks.
/// Refers to message and relay, which outlive it; the handle calls into it only during `run`.
class Transfer
{
public:
    Transfer(CURL* handle, const Relay& relay, std::string_view message, const std::function<void()>& before_body);
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    /// Performs the transfer; rethrows what `before_body` threw.
    const Course& run();
    /// It failed before the 354, on a connection kept from an earlier message, and not by the server's verdict.
    bool may_be_repeated() const;

private:
    static std::size_t on_body_wanted(char* buffer, std::size_t size, std::size_t count, void* self);
    static std::size_t on_reply(char* line, std::size_t size, std::size_t count, void* self);
    static int on_traffic(CURL* handle, curl_infotype type, char* bytes, std::size_t size, void* self);
    std::size_t feed(char* buffer, std::size_t room);
    void hear(std::string_view line);
    void said(std::string_view command);
    void end_of_body();

    CURL* handle_;
    const Relay& relay_;
    std::string_view rest_;
    const std::function<void()>& before_body_;
    std::exception_ptr thrown_;
    bool leaving_ = false; ///< QUIT was said, to a connection given up or too old: its answer is no verdict
    Course course_;
};

} // namespace rondetafel::mail
