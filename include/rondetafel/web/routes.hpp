// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/http/router.hpp>
#include <rondetafel/web/context.hpp>

#include <span>

namespace rondetafel::web
{

/// Who may come to a route. Finer permission belongs to the action.
enum class Who
{
    anyone,
    partner,      ///< holds a link; the handler checks it
    reader,       ///< any signed-in member of staff
    coordinator,  ///< coordinator or administrator
    administrator ///< administrator only
};

using Handler = http::Response (*)(http::Request&, Context&);

struct Route
{
    http::Method method;
    const char* path;
    Who who;
    Handler handler;
    bool heavy = false;  ///< answers on the small pool for what takes long: passwords
    bool upload = false; ///< brings a file: its form is multipart/form-data and its body may be large
};

/// Every route of the product, grouped by page. The table is the permission matrix; a test walks it.
std::span<const Route> routes();

/// A router with all routes; index i is routes()[i].
http::Router make_router();

/// Answers one request whose route is known: who is this, may they come here, is the form token right; then the handler.
http::Response dispatch(Desk& desk, const Route& route, http::Request& request);

/// Whether a request may bring a large body: the route takes files, and the sign-in cookie is one that we sealed. Runs on
/// the network thread; whether the sign-in still counts, dispatch says later.
bool may_bring_file(const Site& site, const Route& route, const http::Request& request);

/// The page for a path that is not in the table (404).
http::Response no_such_page(Desk& desk, http::Request& request);

/// The page for a path that knows other methods only (405); `allowed` names them as the Allow header does.
http::Response wrong_method(Desk& desk, http::Request& request, const std::string& allowed);

} // namespace rondetafel::web
