// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "verdict.hpp"

#include <exception>
#include <functional>
#include <stop_token>
#include <string_view>

namespace rondetafel::mail
{

/// What one transaction needs; refers to what its caller keeps.
struct Parcel
{
    std::string_view message;
    const std::function<void()>& before_body;
    std::stop_token stop;
};

/// One run of libcurl over one message: feeds the bytes and follows the dialogue through libcurl's callbacks.
/// The handle calls into it until it ends.
class Transfer
{
public:
    Transfer(CURL* handle, const Relay& relay, const Parcel& parcel);
    ~Transfer();
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    /// Performs the transfer; rethrows what `before_body` threw.
    const Course& run();
    /// It failed before the 354, on a connection kept from an earlier message, and not by the server's
    /// verdict.
    bool may_be_repeated() const;

private:
    // Called by libcurl, which no exception may cross.
    static std::size_t on_body_wanted(char* buffer, std::size_t size, std::size_t count, void* self) noexcept;
    static std::size_t on_reply(char* line, std::size_t size, std::size_t count, void* self) noexcept;
    static int on_traffic(CURL* handle, curl_infotype type, char* bytes, std::size_t size,
                          void* self) noexcept;
    static int on_connect(void* self, curl_socket_t socket, curlsocktype purpose) noexcept;
    static int on_progress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) noexcept;
    void wait_for_replies(std::chrono::seconds wait);
    std::size_t feed(char* buffer, std::size_t room);
    void hear(std::string_view line);
    void said(std::string_view command);
    void end_of_body();

    CURL* handle_;
    const Relay& relay_;
    const Parcel& parcel_;
    std::string_view rest_;
    std::exception_ptr thrown_;
    bool leaving_ = false; ///< QUIT was said, to a connection given up or too old: its answer is no verdict
    Course course_;
};

} // namespace rondetafel::mail
