// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/web/context.hpp>

#include "problems.hpp"
#include "sign_in_cookie.hpp"

#include <rondetafel/base/wording.hpp>
#include <rondetafel/http/cookies.hpp>

namespace rondetafel::web
{

namespace
{

constexpr const char* notice_cookie = "bericht";

Language asked_language(const http::Request& request)
{
    const auto header = request.header("Accept-Language").value_or("");
    for (std::size_t at = 0; at + 1 < header.size(); at = header.find(',', at) + 1)
    {
        while (at < header.size() && header[at] == ' ')
            ++at;
        if (const auto language = language_from(header.substr(at, 2)); language)
            return *language;
        if (header.find(',', at) == std::string_view::npos)
            break;
    }
    return Language::nl;
}

} // namespace

Context::Context(Desk& desk, const http::Request& request)
    : desk_(desk), request_(request), language_(asked_language(request)),
      now_(desk.site.installation->programme_clock->now())
{
}

void Context::sign_in(Account account, std::string session_secret, Instant seen)
{
    language_ = account.language;
    speak_as_staff();
    actor_.account = std::move(account);
    session_secret_ = std::move(session_secret);
    const auto& installation = *site().installation;
    const auto machine_now = installation.machine_clock->now();
    if (machine_now - seen > std::chrono::minutes{1})
        add_header("Set-Cookie", write_sign_in_cookie({session_secret_, machine_now}, *installation.keys,
                                                      *installation.randomness, site().https));
}

Day Context::today() const { return day_of(to_local(now_, home_zone)); }

bool Context::may_write() const { return actor_.account && actor_.account->role != Role::reader; }

std::string Context::text(std::string_view key, const Arguments& arguments) const
{
    return site().texts->fill(language_, key, arguments);
}

std::string Context::count(std::string_view key, long long number, const Arguments& arguments) const
{
    return site().texts->count(language_, key, number, arguments);
}

std::string Context::problem_text(const std::string& code, const Arguments& arguments) const
{
    return text("problem." + code, arguments);
}

std::string Context::form_token(const std::string& subject) const
{
    const auto whose = subject.empty() ? "staff|" + session_secret_ : "subject|" + subject;
    return base64url(site().installation->keys->keyed_hash(KeyPurpose::form, whose));
}

bool Context::form_token_matches(const http::Form& form, const std::string& subject) const
{
    return equal_secret(form.value("form_token"), form_token(subject));
}

http::Response Context::finish(http::Response response) const
{
    for (const auto& [name, value] : headers_)
        response.add_header(name, value);
    return response;
}

http::Response Context::go(const std::string& location, const std::string& notice, const std::string& value)
{
    if (!notice.empty())
    {
        http::Cookie cookie;
        cookie.name = notice_cookie;
        const auto& installation = *site().installation;
        cookie.value = installation.keys->seal(notice + '\n' + value, *installation.randomness);
        cookie.secure = site().https;
        cookie.max_age = std::chrono::minutes{5};
        add_header("Set-Cookie", http::set_cookie(cookie));
    }
    return http::see_other(location);
}

void Context::add_notice(templates::View& view)
{
    view.set("notice", false);
    const auto sealed = request_.cookie(http::cookie_name(notice_cookie, site().https));
    const auto plain = sealed ? site().installation->keys->unseal(*sealed) : std::nullopt;
    const auto end = plain ? plain->find('\n') : std::string::npos;
    if (end == std::string::npos)
        return;
    const auto key = "notice." + plain->substr(0, end);
    const auto value = plain->substr(end + 1);
    const bool number = !value.empty() && value.find_first_not_of("0123456789") == std::string::npos;
    view.set("notice", number ? count(key, std::stoll(value)) : text(key, {{"value", value}}));
    http::Cookie gone;
    gone.name = notice_cookie;
    gone.secure = site().https;
    gone.max_age = std::chrono::seconds{0};
    add_header("Set-Cookie", http::set_cookie(gone));
}

void Context::add_office(templates::View& view) const
{
    std::string dial;
    for (const char letter : office_.phone)
        if (letter >= '0' && letter <= '9')
            dial += letter;
    view.set("office_name", office_.name)
        .set("office_logo", office_.logo_text.empty() ? office_.name : office_.logo_text)
        .set("has_phone", !dial.empty()) // a new installation has none yet
        .set("office_phone", office_.phone)
        .set("office_dial", dial.starts_with("0") ? "+31" + dial.substr(1) : dial)
        .set("office_address", office_.postal_address)
        .set("office_hours", office_.hours)
        .set("language", code(language_));
    for (const auto language : languages)
    {
        templates::View link;
        link.set("current", language == language_).set("href", language_path_ + "/" + code(language));
        view.set("to_" + code(language), std::move(link));
    }
}

void Context::add_menu(templates::View& view, const std::string& menu) const
{
    for (const char* entry : {"today", "programme", "meetings", "covenants", "parties", "post"})
        view.set(std::string("menu_") + entry, menu == entry);
    view.set("signed_in", account().has_value())
        .set("account_name", account() ? account()->name : "")
        .set("is_administrator", account() && account()->role == Role::administrator)
        .set("may_write", may_write())
        .set("demo", site().installation->demo)
        .set("demo_date", long_date(today(), language_))
        .set("form_token", form_token());
}

http::Response Context::page(const std::string& name, templates::View view, const std::string& menu, int status)
{
    add_office(view);
    add_menu(view, menu);
    add_notice(view);
    return http::html(status, desk_.pages.render(language_, name, view));
}

http::Response Context::refuse(const Problem& problem) { return problem_page(*this, problem); }

} // namespace rondetafel::web
