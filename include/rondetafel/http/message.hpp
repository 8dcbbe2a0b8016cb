// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rondetafel::http
{

enum class Method
{
    get,
    head,
    post,
    options
};

/// Names and values in the order in which they came.
using Fields = std::vector<std::pair<std::string, std::string>>;

/// One request that passed the gate, whole in memory.
struct Request
{
    Method method = Method::get;
    std::string target; ///< as sent: path and query
    std::string path;   ///< before the question mark, escapes and all; the router decodes what it captures
    std::string query;  ///< behind the question mark, still encoded; read it with read_query
    Fields headers;     ///< never holds what a proxy says about the client (X-Forwarded-… and kin)
    std::string body;
    std::string peer;    ///< address of the client, as the trusted proxy reports it or else of the socket
    bool secure = false; ///< the trusted proxy says that the client came over https
    bool local =
        false; ///< from this very machine, and nothing in the request says that it speaks for another
    Fields parameters;   ///< what the router captured, decoded
    std::string id;      ///< eight hexadecimal digits for the log and for the person who reports a failure

    /// The first header of that name, in any case.
    std::optional<std::string_view> header(std::string_view name) const;
    /// The first cookie of exactly that name.
    std::optional<std::string> cookie(std::string_view name) const;
    /// What the router captured under `name`; empty when the route has no such part.
    std::string_view parameter(std::string_view name) const;
};

/// What goes back. The server adds length, date, connection and security headers, and
/// `Cache-Control: no-store` and its content policy unless the response brings its own.
struct Response
{
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    std::string body;
    std::shared_ptr<const std::string> shared_body; ///< instead of `body`, for what many requests share
    Fields headers;

    /// Replaces headers of that name. Throws std::invalid_argument on a control byte, on a name that is no
    /// token, and on the headers that only the server may write (length, transfer encoding, connection).
    Response& set_header(std::string_view name, std::string_view value);
    /// As set_header, but keeps what is there: for Set-Cookie.
    Response& add_header(std::string_view name, std::string_view value);
    std::optional<std::string_view> header(std::string_view name) const;

    /// The bytes of the body, wherever they are.
    std::string_view content() const { return shared_body ? std::string_view{*shared_body} : body; }
};

/// 303 to a path of our own. Throws std::invalid_argument when `location` leads to another site.
Response see_other(std::string_view location);
Response text(int status, std::string body);
Response html(int status, std::string body);
/// 304: what the client has is still right.
Response not_modified();

/// Compares ASCII names without regard to case.
bool same_name(std::string_view left, std::string_view right);

} // namespace rondetafel::http
