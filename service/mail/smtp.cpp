// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/mail/smtp.hpp>

#include <rondetafel/mail/address.hpp>

#include "message_check.hpp"
#include "setting.hpp"
#include "transfer.hpp"

#include <sys/socket.h>

#include <new>
#include <stdexcept>

namespace rondetafel::mail
{
namespace
{

/// Most letters fit; libcurl takes twice as much again for every message, to double dots in.
constexpr long upload_bytes = 16 << 10;

using Slist = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// libcurl's own start-up, once per process and before any handle.
void start_curl()
{
    static const CURLcode outcome = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (outcome != CURLE_OK)
        throw std::runtime_error("libcurl does not start");
}

/// A host name, or an address literal in brackets (RFC 5321, 4.1.3).
bool is_ehlo_name(std::string_view name)
{
    constexpr std::string_view allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.[]:";
    return !name.empty() && name.find_first_not_of(allowed) == std::string_view::npos;
}

/// smtp[s]://host:port/ehlo, put together by libcurl so that no part can pose as another.
std::string url_of(const Relay& relay)
{
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), curl_url_cleanup);
    const auto put = [&](CURLUPart part, const std::string& text)
    {
        if (text.empty() || curl_url_set(url.get(), part, text.c_str(), 0) != CURLUE_OK)
            throw std::invalid_argument("mail relay: host, port or EHLO name is not fit for a URL");
    };
    const bool six = relay.host.find(':') != std::string::npos;
    put(CURLUPART_SCHEME, relay.tls == Relay::Tls::implicit ? "smtps" : "smtp");
    put(CURLUPART_HOST, six ? "[" + relay.host + "]" : relay.host);
    put(CURLUPART_PORT, std::to_string(relay.port));
    put(CURLUPART_PATH, is_ehlo_name(relay.ehlo) ? "/" + relay.ehlo : "");
    char* text = nullptr;
    if (curl_url_get(url.get(), CURLUPART_URL, &text, 0) != CURLUE_OK)
        throw std::invalid_argument("mail relay: no URL");
    const std::unique_ptr<char, decltype(&curl_free)> owned(text, curl_free);
    return text;
}

} // namespace

/// The easy handle; its connection cache is what keeps the connection to the relay between messages.
class Smtp::Handle
{
public:
    explicit Handle(const Relay& relay) : relay_(relay), curl_(open(), curl_easy_cleanup)
    {
        set(curl_.get(), CURLOPT_URL, url_of(relay).c_str());
        set(curl_.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        set(curl_.get(), CURLOPT_PROXY, ""); // the environment has no say in where letters go
        set(curl_.get(), CURLOPT_NOSIGNAL, 1L);
        set(curl_.get(), CURLOPT_UPLOAD, 1L);
        set(curl_.get(), CURLOPT_UPLOAD_BUFFERSIZE, upload_bytes);
        set(curl_.get(), CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(relay.connect_timeout.count()));
        set(curl_.get(), CURLOPT_TIMEOUT, whole_seconds(relay.total_timeout));
        set(curl_.get(), CURLOPT_MAXAGE_CONN, whole_seconds(relay.idle_max));
        secure();
    }

    /// libcurl says QUIT when its handle ends, and would wait two minutes for the answer of a server that
    /// hangs; with the reading half closed it says it and goes.
    ~Handle()
    {
        curl_socket_t socket = CURL_SOCKET_BAD;
        if (curl_easy_getinfo(curl_.get(), CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK &&
            socket != CURL_SOCKET_BAD)
            shutdown(socket, SHUT_RD);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    Delivery send(const Envelope& checked, const Parcel& parcel)
    {
        const Slist recipients(curl_slist_append(nullptr, checked.recipient.c_str()), curl_slist_free_all);
        if (!recipients) // libcurl would take an empty list for another command
            throw std::bad_alloc();
        set(curl_.get(), CURLOPT_MAIL_FROM, checked.sender.c_str());
        set(curl_.get(), CURLOPT_MAIL_RCPT, recipients.get());
        set(curl_.get(), CURLOPT_FRESH_CONNECT, 0L);
        Transfer first(curl_.get(), relay_, parcel);
        const auto course = first.run();
        if (!first.may_be_repeated())
            return verdict(course);
        set(curl_.get(), CURLOPT_FRESH_CONNECT, 1L);
        return verdict(Transfer(curl_.get(), relay_, parcel).run());
    }

private:
    static CURL* open()
    {
        start_curl();
        CURL* handle = curl_easy_init();
        if (handle == nullptr)
            throw std::runtime_error("libcurl gives no handle");
        return handle;
    }

    void secure()
    {
        set(curl_.get(), CURLOPT_USE_SSL,
            static_cast<long>(relay_.tls == Relay::Tls::none ? CURLUSESSL_NONE : CURLUSESSL_ALL));
        set(curl_.get(), CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        set(curl_.get(), CURLOPT_SSL_VERIFYPEER, 1L);
        set(curl_.get(), CURLOPT_SSL_VERIFYHOST, 2L);
        if (!relay_.ca_file.empty())
        {
            set(curl_.get(), CURLOPT_CAINFO, relay_.ca_file.c_str());
            set(curl_.get(), CURLOPT_CAPATH, static_cast<const char*>(nullptr));
        }
        if (!relay_.user.empty())
        {
            set(curl_.get(), CURLOPT_USERNAME, relay_.user.c_str());
            set(curl_.get(), CURLOPT_PASSWORD, relay_.password.c_str());
        }
    }

    const Relay relay_;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl_;
};

Smtp::Smtp(Relay relay) : handle_(std::make_unique<Handle>(relay)) {}
Smtp::Smtp(Smtp&&) noexcept = default;
Smtp& Smtp::operator=(Smtp&&) noexcept = default;
Smtp::~Smtp() = default;

Delivery Smtp::send(const Envelope& envelope, std::string_view message,
                    const std::function<void()>& before_body, std::stop_token stop)
{
    require_fit_for_smtp(message);
    const auto sender = checked_address(envelope.sender);
    if (!sender)
        return {Delivery::Kind::misconfigured, 0, {}, "the sender is not an address", false};
    const auto recipient = checked_address(envelope.recipient);
    if (!recipient)
        return {Delivery::Kind::permanent, 0, {}, "the recipient is not an address", true};
    return handle_->send({*sender, *recipient}, {message, before_body, std::move(stop)});
}

} // namespace rondetafel::mail
