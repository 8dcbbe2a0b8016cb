// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/http/message.hpp>

#include <ctime>
#include <string>

namespace rondetafel::http
{

enum class After
{
    keep,         ///< the connection stays
    keep_by_word, ///< it stays, and HTTP/1.0 wants to be told
    close
};

/// The only place that writes response headers. For one thread.
class HeadWriter
{
public:
    /// With `https` every response asks the browser never to come back without it.
    explicit HeadWriter(bool https);

    /// Replaces `out` by the whole head. Throws std::invalid_argument on a control byte anywhere in it and on
    /// a status outside 200 to 599, so that no value can start a header or a response of its own.
    void write(std::string& out, const Response& response, After after);

private:
    const std::string& date();

    std::string always_;
    std::string date_;
    std::time_t date_second_ = 0;
};

/// Whether a response of this status carries content at all.
bool has_content(int status);

} // namespace rondetafel::http
