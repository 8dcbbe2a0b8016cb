// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response new_contact(http::Request& request, Context& context);
http::Response add_contact(http::Request& request, Context& context);
http::Response edit_contact(http::Request& request, Context& context);
http::Response save_contact(http::Request& request, Context& context);
/// Field `doe`: "archiveer" or "herstel".
http::Response archive_contact(http::Request& request, Context& context);

std::string contact_path(ContactId id, const std::string& rest = {});

} // namespace rondetafel::web::pages
