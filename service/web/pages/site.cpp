// SPDX-License-Identifier: EUPL-1.2
#include "site.hpp"

#include "hue.hpp"
#include "problems.hpp"

#include <rondetafel/actions/letters.hpp>
#include <rondetafel/base/wording.hpp>

#include <fmt/format.h>

namespace rondetafel::web::pages
{

namespace
{

using templates::View;

http::Response plain_page(Context& context, const std::string& name)
{
    const auto months = std::to_string(context.site().installation->retention.answers);
    std::vector<View> paragraphs;
    for (const char* number : {"p1", "p2", "p3", "p4"})
    {
        const auto key = "site." + name + "." + number;
        const auto text = context.text(key, {{"months", months}});
        if (!text.empty())
            paragraphs.push_back(View{}.optional("heading", context.text(key + "_heading")).set("text", text));
    }
    View view;
    view.set("title", context.text("site." + name + ".title")).set("guest", true).set("errors", false);
    view.set("languages", false).set("paragraphs", std::move(paragraphs));
    return context.page("site/" + name, std::move(view));
}

// "26-09-2024", as people write it here.
std::optional<Day> day_from(const std::string& text)
{
    if (text.size() != 10)
        return std::nullopt;
    return day_from_iso(text.substr(6, 4) + "-" + text.substr(3, 2) + "-" + text.substr(0, 2));
}

http::Response clock_page(Context& context, const std::string& typed, const Problem* problem)
{
    View view;
    view.set("title", context.text("clock.title")).set("guest", false);
    add_problem(context, view, problem, {"day"});
    view.set("day", typed);
    return context.page("site/clock", std::move(view), "", problem != nullptr ? 422 : 200);
}

} // namespace

http::Response show_privacy(http::Request&, Context& context) { return plain_page(context, "privacy"); }
http::Response show_accessibility(http::Request&, Context& context) { return plain_page(context, "accessibility"); }
http::Response show_help(http::Request&, Context& context)
{
    context.speak_as_staff();
    return plain_page(context, "help");
}

http::Response show_security_contact(http::Request&, Context& context)
{
    const auto& installation = *context.site().installation;
    const auto expires = installation.machine_clock->now() + std::chrono::hours(24 * 180);
    auto response = http::text(200, fmt::format("Contact: mailto:{}\nExpires: {}\nPreferred-Languages: nl, en\n"
                                                "Canonical: {}/.well-known/security.txt\n",
                                                context.office().reply_address, iso(expires), installation.base_url));
    return response;
}

http::Response show_theme(http::Request&, Context& context)
{
    http::Response response;
    response.content_type = "text/css; charset=utf-8";
    response.set_header("Cache-Control", "max-age=300");
    constexpr int own_hue = 188;
    if (context.office().hue == own_hue)
        return response;
    response.body = theme_css(context.office().hue);
    return response;
}

http::Response show_clock(http::Request&, Context& context)
{
    if (!context.site().move_clock)
        return context.refuse(not_found("page"));
    return clock_page(context, short_date(context.today(), Language::nl), nullptr);
}

http::Response move_clock(http::Request& request, Context& context)
{
    if (!context.site().move_clock)
        return context.refuse(not_found("page"));
    const auto form = http::read_form(request);
    const auto typed = form ? form->value("day") : "";
    const auto day = day_from(typed);
    if (!day)
    {
        const auto problem = invalid("day", "clock.not_a_date");
        return clock_page(context, typed, &problem);
    }
    constexpr auto office_opens = std::chrono::hours(9) + std::chrono::minutes(5);
    context.site().move_clock(to_instant(*day + office_opens, home_zone));
    return context.go("/", "clock_moved");
}

http::Response show_readiness(http::Request&, Context& context)
{
    const bool ready = context.desk().runner.database().alive();
    return http::text(ready ? 200 : 503, ready ? "ready\n" : "no database\n");
}

namespace
{

// Whoever may read the figures has the token, or asks on this machine and by one of its own names; a front
// that forgets to say for whom it speaks still passes on the name that the client asked for.
bool may_measure(const http::Request& request, const std::string& token)
{
    const auto sent = request.header("Authorization").value_or("");
    if (!token.empty() && equal_secret(std::string(sent), "Bearer " + token))
        return true;
    const auto host = request.header("Host").value_or("");
    const auto name = host.substr(0, host.rfind(':'));
    return request.local && (name == "localhost" || name == "127.0.0.1" || name == "[::1]");
}

} // namespace

http::Response show_metrics(http::Request& request, Context& context)
{
    if (!may_measure(request, context.site().metrics_token))
        return context.refuse(not_found("page"));
    const auto post = context.read(actions::show_post, {});
    std::string text = "# TYPE rondetafel_letters gauge\n";
    for (const auto& count : post->counts)
        text += fmt::format("rondetafel_letters{{state=\"{}\"}} {}\n", word(count.state), count.letters);
    return http::text(200, text);
}

} // namespace rondetafel::web::pages
