// SPDX-License-Identifier: EUPL-1.2
#include "covenant_parts.hpp"

#include <rondetafel/base/wording.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

CovenantId covenant_named(const http::Request& request)
{
    return CovenantId{number_from(request.parameter("covenant")).value_or(0)};
}

ArticleId article_named(const http::Request& request)
{
    const auto name = request.parameter("article");
    return is_article_id(name) ? ArticleId{std::string(name)} : ArticleId{};
}

CovenantPartyId covenant_party_named(const http::Request& request)
{
    return CovenantPartyId{number_from(request.parameter("party")).value_or(0)};
}

VersionId version_named(const http::Request& request)
{
    return VersionId{number_from(request.parameter("version")).value_or(0)};
}

std::string covenant_path(CovenantId id, const std::string& rest)
{
    return "/convenanten/" + std::to_string(id.value) + rest;
}

std::string article_path(CovenantId id, const ArticleId& article, const std::string& rest)
{
    return covenant_path(id, "/artikelen/" + article.value + rest);
}

int revision_from(const http::Form& form)
{
    return static_cast<int>(std::min(number_from(form.value("revision")).value_or(0), 1'000'000'000LL));
}

View covenant_chip(const Context& context, CovenantState state)
{
    const auto text = context.text("covenants.state." + std::string(word(state)));
    switch (state)
    {
    case CovenantState::drafting:
        return chip("inactive", "pen", text, true);
    case CovenantState::consulting:
        return chip("neutral", "chat", text);
    case CovenantState::adopted:
        return chip("neutral", "lock", text);
    case CovenantState::ended:
        return chip("inactive", "x", text);
    }
    return {};
}

void add_covenant_head(const Context& context, View& view, const Covenant& covenant, bool has_versions,
                       const std::string& tab)
{
    const bool changeable =
        covenant.state == CovenantState::drafting || covenant.state == CovenantState::consulting;
    view.set("covenant_title", covenant.title)
        .set("covenant_href", covenant_path(covenant.id))
        .set("covenant_chip", covenant_chip(context, covenant.state))
        .set("may_change", changeable && context.may_write())
        .set("has_versions", has_versions)
        .set("guest", false);
    for (const char* name : {"text", "comparison", "rounds", "check", "parties", "versions"})
        view.set(std::string("tab_") + name, tab == name);
}

http::Response covenant_page(Context& context, const std::string& name, View view, int status)
{
    return context.page("covenants/" + name, std::move(view), "covenants", status);
}

std::string article_name(const CovenantText& text, const Article& article)
{
    auto name = citation(text, article.id);
    if (!name.empty() && name.front() >= 'a' && name.front() <= 'z')
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return article.heading.empty() ? name : name + ' ' + article.heading;
}

} // namespace rondetafel::web::pages
