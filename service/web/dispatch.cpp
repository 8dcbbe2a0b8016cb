// SPDX-License-Identifier: EUPL-1.2
#include "problems.hpp"
#include "sign_in_cookie.hpp"

#include <rondetafel/actions/site.hpp>
#include <rondetafel/http/multipart.hpp>
#include <rondetafel/web/routes.hpp>

namespace rondetafel::web
{

namespace
{

// Reads who asks; a guest when the cookie is absent, altered, or its sign-in has ended.
void recognise(Desk& desk, Context& context, const http::Request& request)
{
    const auto& installation = *desk.site.installation;
    const auto cookie = read_sign_in_cookie(request, *installation.keys, desk.site.https);
    actions::VisitWish wish;
    if (cookie)
        wish = {sign_in_lookup(*installation.keys, cookie->secret), cookie->seen};
    auto visit = context.read(actions::receive, wish);
    context.set_office(visit->office);
    if (visit->account)
        context.sign_in(std::move(*visit->account), cookie->secret, cookie->seen);
}

bool allowed(Who who, const std::optional<Account>& account)
{
    switch (who)
    {
    case Who::anyone:
    case Who::partner:
        return true;
    case Who::reader:
        return account.has_value();
    case Who::coordinator:
        return account && account->role != Role::reader;
    case Who::administrator:
        return account && account->role == Role::administrator;
    }
    return false;
}

// A change must come from a page of ours: the browser says so, or at least does not say otherwise (security B3).
bool from_our_page(const http::Request& request, const std::string& base_url)
{
    if (const auto site = request.header("Sec-Fetch-Site"))
        return *site == "same-origin";
    if (const auto origin = request.header("Origin"))
        return *origin == base_url || *origin == "null";
    return true;
}

http::Response ask_to_sign_in(const http::Request& request)
{
    // Only the path goes along: a page of ours, never an address elsewhere.
    return http::see_other(request.path == "/" ? "/inloggen" : "/inloggen?naar=" + request.path);
}

// A form without files says no less who it comes from.
Result<http::Form> fields_of_upload(const http::Request& request)
{
    if (!request.header("Content-Type").value_or("").starts_with("multipart/form-data"))
        return http::read_form(request);
    auto form = http::read_multipart(request);
    if (!form)
        return form.error();
    return std::move(form->form);
}

http::Response answer(Desk& desk, Context& context, const Route& route, http::Request& request)
{
    recognise(desk, context, request);
    if (!allowed(route.who, context.account()))
    {
        if (!context.account() && request.method != http::Method::post)
            return ask_to_sign_in(request);
        return context.refuse({context.account() ? Refusal::forbidden : Refusal::unauthenticated,
                               context.account() ? "role.not_enough" : "sign_in.ended", {}, {}});
    }
    // Who must have a second step and has none yet can do nothing but set it up.
    if (desk.site.second_factor_required && context.account() && context.account()->totp_sealed.empty() &&
        route.who != Who::anyone && route.who != Who::partner && !request.path.starts_with("/account/tweede-stap") &&
        !request.path.starts_with("/uitloggen"))
        return http::see_other("/account/tweede-stap");
    if (request.method == http::Method::post)
    {
        if (!from_our_page(request, desk.site.installation->base_url))
            return context.refuse(forbidden("form.from_elsewhere"));
        if (route.who != Who::anyone && route.who != Who::partner)
        {
            const auto form = route.upload ? fields_of_upload(request) : http::read_form(request);
            if (!form)
                return context.refuse(form.error());
            if (!context.form_token_matches(*form))
                return context.refuse(forbidden("form.outdated"));
        }
    }
    return route.handler(request, context);
}

// What every answer of ours goes through; a database that does not answer is 503 everywhere.
template <class Work>
http::Response in_context(Desk& desk, http::Request& request, Work work)
{
    Context context(desk, request);
    try
    {
        return context.finish(work(context));
    }
    catch (const storage::Unavailable&)
    {
        auto response = http::text(503, "De database antwoordt niet. Probeer het over een minuut opnieuw.\n");
        response.set_header("Retry-After", "30");
        return response;
    }
}

} // namespace

http::Response dispatch(Desk& desk, const Route& route, http::Request& request)
{
    return in_context(desk, request, [&](Context& context) { return answer(desk, context, route, request); });
}

bool may_bring_file(const Site& site, const Route& route, const http::Request& request)
{
    return route.upload && read_sign_in_cookie(request, *site.installation->keys, site.https).has_value();
}

http::Response no_such_page(Desk& desk, http::Request& request)
{
    return in_context(desk, request, [&](Context& context) {
        recognise(desk, context, request);
        return context.refuse(not_found("page"));
    });
}

http::Response wrong_method(Desk& desk, http::Request& request, const std::string& allowed)
{
    auto response = in_context(desk, request, [&](Context& context) {
        recognise(desk, context, request);
        constexpr int method_not_allowed = 405;
        return problem_page(context, {Refusal::invalid, "page.wrong_method", {}, {}}, method_not_allowed);
    });
    response.set_header("Allow", allowed);
    return response;
}

http::Router make_router()
{
    http::Router router;
    for (const auto& route : routes())
        router.add(route.method, route.path);
    return router;
}

} // namespace rondetafel::web
