// SPDX-License-Identifier: EUPL-1.2
#include "transfer.hpp"

#include "setting.hpp"

#include <algorithm>
#include <cctype>
#include <cstring>

namespace rondetafel::mail
{
namespace
{

/// Nothing depends on the answer to QUIT.
constexpr std::chrono::seconds quit_timeout{1};

} // namespace

Transfer::Transfer(CURL* handle, const Relay& relay, const Parcel& parcel)
    : handle_(handle), relay_(relay), parcel_(parcel), rest_(parcel.message)
{
    set(handle_, CURLOPT_READFUNCTION, &Transfer::on_body_wanted);
    set(handle_, CURLOPT_READDATA, this);
    set(handle_, CURLOPT_HEADERFUNCTION, &Transfer::on_reply);
    set(handle_, CURLOPT_HEADERDATA, this);
    set(handle_, CURLOPT_DEBUGFUNCTION, &Transfer::on_traffic);
    set(handle_, CURLOPT_DEBUGDATA, this);
    set(handle_, CURLOPT_VERBOSE, 1L);
    set(handle_, CURLOPT_SOCKOPTFUNCTION, &Transfer::on_connect);
    set(handle_, CURLOPT_SOCKOPTDATA, this);
    set(handle_, CURLOPT_XFERINFOFUNCTION, &Transfer::on_progress);
    set(handle_, CURLOPT_XFERINFODATA, this);
    set(handle_, CURLOPT_NOPROGRESS, 0L);
    set(handle_, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(rest_.size()));
    set(handle_, CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(handle_, CURLOPT_LOW_SPEED_TIME, whole_seconds(relay.stall_timeout));
    wait_for_replies(relay_.reply_timeout);
}

Transfer::~Transfer()
{
    curl_easy_setopt(handle_, CURLOPT_VERBOSE, 0L);
    curl_easy_setopt(handle_, CURLOPT_NOPROGRESS, 1L);
    curl_easy_setopt(handle_, CURLOPT_HEADERFUNCTION, nullptr);
    curl_easy_setopt(handle_, CURLOPT_HEADERDATA, nullptr);
    curl_easy_setopt(handle_, CURLOPT_SOCKOPTFUNCTION, nullptr);
}

const Course& Transfer::run()
{
    course_.result = curl_easy_perform(handle_);
    if (thrown_)
        std::rethrow_exception(thrown_);
    return course_;
}

bool Transfer::may_be_repeated() const
{
    long connects = 0;
    curl_easy_getinfo(handle_, CURLINFO_NUM_CONNECTS, &connects);
    const bool reused = connects == 0 && course_.stage != Stage::session;
    return reused && course_.stage < Stage::body && connection_failed(course_);
}

std::size_t Transfer::on_body_wanted(char* buffer, std::size_t size, std::size_t count, void* self) noexcept
{
    return static_cast<Transfer*>(self)->feed(buffer, size * count);
}

std::size_t Transfer::on_reply(char* line, std::size_t size, std::size_t count, void* self) noexcept
{
    static_cast<Transfer*>(self)->hear({line, size * count});
    return size * count;
}

int Transfer::on_traffic(CURL*, curl_infotype type, char* bytes, std::size_t size, void* self) noexcept
{
    if (type == CURLINFO_HEADER_OUT)
        static_cast<Transfer*>(self)->said({bytes, size});
    return 0;
}

int Transfer::on_connect(void* self, curl_socket_t, curlsocktype) noexcept
{
    auto& transfer = *static_cast<Transfer*>(self);
    transfer.leaving_ = false;
    transfer.wait_for_replies(transfer.relay_.reply_timeout);
    return CURL_SOCKOPT_OK;
}

int Transfer::on_progress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) noexcept
{
    return static_cast<Transfer*>(self)->parcel_.stop.stop_requested() ? 1 : 0;
}

/// libcurl looks at this limit anew each time it waits, so it may differ per command.
void Transfer::wait_for_replies(std::chrono::seconds wait)
{
    set(handle_, CURLOPT_SERVER_RESPONSE_TIMEOUT, whole_seconds(wait));
}

std::size_t Transfer::feed(char* buffer, std::size_t room)
{
    if (course_.stage < Stage::body)
    {
        course_.stage = Stage::body;
        try
        {
            if (parcel_.before_body)
                parcel_.before_body();
        }
        catch (...)
        {
            thrown_ = std::current_exception();
            return CURL_READFUNC_ABORT;
        }
    }
    const auto count = std::min(room, rest_.size());
    std::memcpy(buffer, rest_.data(), count);
    rest_.remove_prefix(count);
    if (rest_.empty())
        end_of_body();
    return count;
}

/// From here on libcurl writes the dot without asking again, and waits for the answer with the timeouts that
/// are set by then; its watch on slow transfers would break that wait off.
void Transfer::end_of_body()
{
    course_.stage = Stage::dot;
    course_.answered = false;
    wait_for_replies(relay_.dot_timeout);
    set(handle_, CURLOPT_LOW_SPEED_TIME, 0L);
}

void Transfer::hear(std::string_view line)
{
    if (line.size() < 3 ||
        !std::all_of(line.begin(), line.begin() + 3, [](unsigned char c) { return std::isdigit(c); }))
        return;
    if (leaving_)
    {
        leaving_ = line.size() > 3 && line[3] == '-';
        return;
    }
    course_.answered = true;
    course_.code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    course_.reply = presentable(line);
}

void Transfer::said(std::string_view command)
{
    const auto is = [&](std::string_view verb) { return command.substr(0, verb.size()) == verb; };
    leaving_ = is("QUIT");
    if (leaving_)
        return wait_for_replies(quit_timeout);
    course_.answered = false;
    if (is("MAIL FROM:"))
        course_.stage = Stage::sender;
    else if (is("RCPT TO:"))
        course_.stage = Stage::recipient;
    else if (is("DATA"))
        course_.stage = Stage::data;
}

} // namespace rondetafel::mail
