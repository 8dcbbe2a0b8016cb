// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "gate.hpp"

#include <boost/beast/http/basic_parser.hpp>

namespace rondetafel::http
{

/// Beast's parser, set to fill a RequestHead directly and to stop before the body.
/// Counts the whole head against the limit: the parser itself forgets what it has consumed.
class HeadReader : public boost::beast::http::basic_parser<true>
{
public:
    HeadReader(RequestHead& head, std::size_t bytes_max);

    /// Takes what it can of `bytes` and returns how much.
    std::size_t take(boost::asio::const_buffer bytes);
    bool done() const { return is_header_done(); }
    /// The status to refuse with, or 0.
    int refusal() const { return refusal_; }

private:
    using error_code = boost::beast::error_code;
    using string_view = boost::beast::string_view;

    void on_request_impl(boost::beast::http::verb method, string_view name, string_view target, int version,
                         error_code& error) override;
    void on_response_impl(int status, string_view reason, int version, error_code& error) override;
    void on_field_impl(boost::beast::http::field field, string_view name, string_view value,
                       error_code& error) override;
    void on_header_impl(error_code& error) override;
    void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code& error) override;
    std::size_t on_body_impl(string_view body, error_code& error) override;
    void on_chunk_header_impl(std::uint64_t size, string_view extensions, error_code& error) override;
    std::size_t on_chunk_body_impl(std::uint64_t remain, string_view body, error_code& error) override;
    void on_finish_impl(error_code& error) override;

    RequestHead& head_;
    std::size_t bytes_max_;
    std::size_t bytes_ = 0;
    int refusal_ = 0;
};

} // namespace rondetafel::http
