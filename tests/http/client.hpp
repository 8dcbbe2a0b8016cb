// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace rondetafel::http::testing
{

/// A bare TCP client: sends exactly the bytes it is given, as no HTTP library would.
class Client
{
public:
    /// Connects to 127.0.0.1, or to `address`.
    explicit Client(unsigned short port, const char* address = "127.0.0.1");
    ~Client();
    Client(Client&& other) noexcept;
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// False when the server has closed.
    bool send(std::string_view bytes);
    /// No more will be sent.
    void finish();
    /// Everything until the server closes, or until `limit` has passed without that.
    std::string read_all(std::chrono::milliseconds limit = std::chrono::seconds{30});
    /// One whole response by its Content-Length; what the limit or the end of the connection left of it.
    std::string read_response(std::chrono::milliseconds limit = std::chrono::seconds{30});
    /// Whether the server has closed, waiting for it at most `limit`.
    bool is_closed(std::chrono::milliseconds limit = std::chrono::seconds{30});
    /// Keeps what the system buffers for us small, for a reader that does not read.
    void shrink_receive_buffer();

private:
    enum class Arrival
    {
        some,
        closed,
        nothing
    };
    Arrival receive(std::chrono::steady_clock::time_point until);

    int socket_ = -1;
    std::string arrived_;
};

/// Status of the first response in `bytes`, 0 when there is none.
int status_of(std::string_view bytes);
/// All statuses in `bytes`, in order.
std::vector<int> statuses_of(std::string_view bytes);
/// The value of a header of the first response, empty when absent.
std::string header_of(std::string_view bytes, std::string_view name);
std::string body_of(std::string_view bytes);

} // namespace rondetafel::http::testing
