// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

/// The page behind a personal link: shows the form at once, without cookie or redirect, and changes nothing.
http::Response show_answer(http::Request& request, Context& context);
http::Response give_answer(http::Request& request, Context& context);
http::Response show_receipt(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
