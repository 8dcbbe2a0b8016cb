// SPDX-License-Identifier: EUPL-1.2
#include "head_reader.hpp"

namespace rondetafel::http
{

namespace beast = boost::beast;

namespace
{

constexpr std::size_t fields_max = 100;

int refusal_for(const beast::error_code& error)
{
    if (error == beast::http::error::header_limit)
        return 431;
    return error == beast::http::error::bad_version ? 505 : 400;
}

} // namespace

HeadReader::HeadReader(RequestHead& head, std::size_t bytes_max) : head_(head), bytes_max_(bytes_max)
{
    head_.method.clear();
    head_.fields.clear();
    header_limit(static_cast<std::uint32_t>(bytes_max));
    body_limit(boost::none); // the gate judges the length, and says 413 where it is due
}

std::size_t HeadReader::take(boost::asio::const_buffer bytes)
{
    error_code error;
    const auto used = put(bytes, error);
    bytes_ += used;
    const bool incomplete = error == beast::http::error::need_more;
    if (error && !incomplete)
        refusal_ = refusal_for(error);
    else if (bytes_ + (incomplete ? bytes.size() - used : 0) > bytes_max_)
        refusal_ = 431;
    return used;
}

void HeadReader::on_request_impl(beast::http::verb, string_view name, string_view target, int version,
                                 error_code&)
{
    head_.version = version;
    head_.method.assign(name.data(), name.size());
    head_.target.assign(target.data(), target.size());
}

void HeadReader::on_field_impl(beast::http::field, string_view name, string_view value, error_code& error)
{
    if (head_.fields.size() == fields_max)
        error = beast::http::error::header_limit;
    else
        head_.fields.emplace_back(std::piecewise_construct, std::forward_as_tuple(name.data(), name.size()),
                                  std::forward_as_tuple(value.data(), value.size()));
}

// The reader is used up when the head is complete, so nothing below is ever given a byte of a body.
void HeadReader::on_response_impl(int, string_view, int, error_code&) {}
void HeadReader::on_header_impl(error_code&) {}
void HeadReader::on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) {}
std::size_t HeadReader::on_body_impl(string_view body, error_code&)
{
    return body.size();
}
void HeadReader::on_chunk_header_impl(std::uint64_t, string_view, error_code&) {}
std::size_t HeadReader::on_chunk_body_impl(std::uint64_t, string_view body, error_code&)
{
    return body.size();
}
void HeadReader::on_finish_impl(error_code&) {}

} // namespace rondetafel::http
