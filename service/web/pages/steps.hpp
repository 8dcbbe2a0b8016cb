// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response new_step(http::Request& request, Context& context);
http::Response add_step(http::Request& request, Context& context);
/// A step; with its form for who may write.
http::Response show_step(http::Request& request, Context& context);
http::Response save_step(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
