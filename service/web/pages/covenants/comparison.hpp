// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

/// Any two versions of a covenant, or a version and the text as it stands.
http::Response compare_versions(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
