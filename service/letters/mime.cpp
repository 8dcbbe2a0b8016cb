// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/letters/mime.hpp>

#include "header_values.hpp"

#include <gmime/gmime.h>

#include <memory>
#include <stdexcept>

namespace rondetafel::letters
{

namespace
{

constexpr const char* utf8 = "utf-8";
constexpr const char* calendar_name = "afspraak.ics";

struct Unref
{
    template <class Object>
    void operator()(Object* object) const
    {
        g_object_unref(object);
    }
};
template <class Object>
using Held = std::unique_ptr<Object, Unref>;

struct FreeOptions
{
    void operator()(GMimeFormatOptions* options) const { g_mime_format_options_free(options); }
};

void start_gmime()
{
    static const bool started = (g_mime_init(), true);
    static_cast<void>(started);
}

Held<GMimePart> part_of(const std::string& bytes, const char* type, const char* subtype,
                        GMimeContentEncoding encoding)
{
    Held<GMimePart> part{g_mime_part_new_with_type(type, subtype)};
    const Held<GMimeStream> stream{g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size())};
    const Held<GMimeDataWrapper> content{
        g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT)};
    g_mime_part_set_content(part.get(), content.get());
    g_mime_part_set_content_encoding(part.get(), encoding);
    g_mime_object_set_content_type_parameter(GMIME_OBJECT(part.get()), "charset", utf8);
    return part;
}

// The charset is named for every address: GMime picks an old one for some names otherwise.
void add_address(GMimeMessage* message, GMimeAddressType type, const std::string& name,
                 const std::string& address, const char* header)
{
    const auto clean_name = header_text(name, header);
    const auto clean_address = header_address(address, header);
    const Held<InternetAddress> mailbox{internet_address_mailbox_new(
        clean_name.empty() ? nullptr : clean_name.c_str(), clean_address.c_str())};
    internet_address_set_charset(mailbox.get(), utf8);
    internet_address_list_add(g_mime_message_get_addresses(message, type), mailbox.get());
}

void add_header(GMimeMessage* message, const char* name, const std::string& value)
{
    g_mime_object_append_header(GMIME_OBJECT(message), name, header_text(value, name).c_str(), utf8);
}

void add_thread(GMimeMessage* message, const std::string& references)
{
    if (references.empty())
        return;
    const auto first = '<' + header_message_id(references, "References") + '>';
    add_header(message, "In-Reply-To", first);
    add_header(message, "References", first);
}

void add_headers(GMimeMessage* message, const Letter& letter, const MimeHeaders& headers)
{
    add_address(message, GMIME_ADDRESS_TYPE_FROM, headers.from_name, headers.from_address, "From");
    if (!headers.reply_to.empty())
        add_address(message, GMIME_ADDRESS_TYPE_REPLY_TO, "", headers.reply_to, "Reply-To");
    add_address(message, GMIME_ADDRESS_TYPE_TO, headers.to_name, headers.to_address, "To");
    g_mime_message_set_subject(message, header_text(letter.subject, "Subject").c_str(), utf8);
    const std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> date{
        g_date_time_new_from_unix_utc(epoch(headers.date)), &g_date_time_unref};
    g_mime_message_set_date(message, date.get());
    g_mime_message_set_message_id(message, header_message_id(headers.message_id, "Message-ID").c_str());
    add_thread(message, headers.references);
    add_header(message, "Content-Language", code(headers.language));
    if (headers.automatic)
        add_header(message, "Auto-Submitted", "auto-generated");
    if (headers.no_auto_reply)
        add_header(message, "X-Auto-Response-Suppress", "OOF, AutoReply");
}

Held<GMimeMultipart> multipart(const char* subtype, const std::string& seed, const char* suffix)
{
    // GMime's own function would draw a random boundary first, from /dev/urandom.
    Held<GMimeMultipart> parts{static_cast<GMimeMultipart*>(g_object_new(GMIME_TYPE_MULTIPART, nullptr))};
    const Held<GMimeContentType> type{g_mime_content_type_new("multipart", subtype)};
    g_mime_object_set_content_type(GMIME_OBJECT(parts.get()), type.get());
    // "=_" stands in neither quoted-printable nor base64, so the body never has to be searched for it.
    g_mime_multipart_set_boundary(parts.get(), ("=_rt_" + seed + suffix).c_str());
    return parts;
}

void add_part(const Held<GMimeMultipart>& to, const Held<GMimePart>& part)
{
    g_mime_multipart_add(to.get(), GMIME_OBJECT(part.get()));
}

Held<GMimeMultipart> alternatives(const Letter& letter, const std::string& seed)
{
    auto both = multipart("alternative", seed, "_a");
    add_part(both, part_of(letter.text, "text", "plain", GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE));
    add_part(both, part_of(letter.html, "text", "html", GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE));
    return both;
}

Held<GMimePart> attachment(const std::string& calendar)
{
    auto part = part_of(calendar, "text", "calendar", GMIME_CONTENT_ENCODING_BASE64);
    auto* object = GMIME_OBJECT(part.get());
    const bool cancels = calendar.find("\r\nMETHOD:CANCEL\r\n") != std::string::npos;
    g_mime_object_set_content_type_parameter(object, "method", cancels ? "CANCEL" : "PUBLISH");
    g_mime_object_set_disposition(object, GMIME_DISPOSITION_ATTACHMENT);
    g_mime_part_set_filename(part.get(), calendar_name);
    return part;
}

std::string bytes_of(GMimeMessage* message)
{
    const std::unique_ptr<GMimeFormatOptions, FreeOptions> options{g_mime_format_options_new()};
    g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
    const std::unique_ptr<char, decltype(&g_free)> text{
        g_mime_object_to_string(GMIME_OBJECT(message), options.get()), &g_free};
    if (!text)
        throw std::runtime_error("GMime could not write the message");
    return text.get();
}

} // namespace

std::string to_mime(const Letter& letter, const MimeHeaders& headers)
{
    start_gmime();
    const auto seed = header_seed(headers.seed);
    const Held<GMimeMessage> message{g_mime_message_new(FALSE)};
    add_headers(message.get(), letter, headers);
    const auto both = alternatives(letter, seed);
    if (letter.calendar.empty())
    {
        g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(both.get()));
        return bytes_of(message.get());
    }
    const auto all = multipart("mixed", seed, "_m");
    g_mime_multipart_add(all.get(), GMIME_OBJECT(both.get()));
    add_part(all, attachment(letter.calendar));
    g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(all.get()));
    return bytes_of(message.get());
}

} // namespace rondetafel::letters
