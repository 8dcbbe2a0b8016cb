// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

/// What is kept about a contact: to read, to hand over as a file, and to erase.
http::Response show_personal_data(http::Request& request, Context& context);
http::Response download_personal_data(http::Request& request, Context& context);
http::Response ask_to_erase_person(http::Request& request, Context& context);
http::Response erase_person(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
