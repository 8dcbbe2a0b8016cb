// SPDX-License-Identifier: EUPL-1.2
#include "transfer.hpp"

#include "setting.hpp"

#include <algorithm>
#include <cctype>
#include <cstring>

namespace rondetafel::mail
{

Transfer::Transfer(CURL* handle, const Relay& relay, std::string_view message,
                   const std::function<void()>& before_body)
    : handle_(handle), relay_(relay), rest_(message), before_body_(before_body)
{
    set(handle_, CURLOPT_READFUNCTION, &Transfer::on_body_wanted);
    set(handle_, CURLOPT_READDATA, this);
    set(handle_, CURLOPT_HEADERFUNCTION, &Transfer::on_reply);
    set(handle_, CURLOPT_HEADERDATA, this);
    set(handle_, CURLOPT_DEBUGFUNCTION, &Transfer::on_traffic);
    set(handle_, CURLOPT_DEBUGDATA, this);
    set(handle_, CURLOPT_VERBOSE, 1L);
    set(handle_, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(message.size()));
    set(handle_, CURLOPT_SERVER_RESPONSE_TIMEOUT, whole_seconds(relay.reply_timeout));
    set(handle_, CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(handle_, CURLOPT_LOW_SPEED_TIME, whole_seconds(relay.stall_timeout));
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

std::size_t Transfer::on_body_wanted(char* buffer, std::size_t size, std::size_t count, void* self)
{
    return static_cast<Transfer*>(self)->feed(buffer, size * count);
}

std::size_t Transfer::on_reply(char* line, std::size_t size, std::size_t count, void* self)
{
    static_cast<Transfer*>(self)->hear({line, size * count});
    return size * count;
}

int Transfer::on_traffic(CURL*, curl_infotype type, char* bytes, std::size_t size, void* self)
{
    if (type == CURLINFO_HEADER_OUT)
        static_cast<Transfer*>(self)->said({bytes, size});
    return 0;
}

std::size_t Transfer::feed(char* buffer, std::size_t room)
{
    if (course_.stage < Stage::body)
    {
        course_.stage = Stage::body;
        try
        {
            if (before_body_)
                before_body_();
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

/// From here on libcurl writes the dot without asking again, and waits for the answer with the timeouts that are set
/// by then; its watch on slow transfers would break that wait off.
void Transfer::end_of_body()
{
    course_.stage = Stage::dot;
    course_.answered = false;
    set(handle_, CURLOPT_SERVER_RESPONSE_TIMEOUT, whole_seconds(relay_.dot_timeout));
    set(handle_, CURLOPT_LOW_SPEED_TIME, 0L);
}

void Transfer::hear(std::string_view line)
{
    if (line.size() < 3 || !std::all_of(line.begin(), line.begin() + 3, [](unsigned char c) { return std::isdigit(c); }))
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
        return;
    course_.answered = false;
    if (is("MAIL FROM:"))
        course_.stage = Stage::sender;
    else if (is("RCPT TO:"))
        course_.stage = Stage::recipient;
    else if (is("DATA"))
        course_.stage = Stage::data;
}

} // namespace rondetafel::mail
