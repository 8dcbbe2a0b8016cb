// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/parties.hpp>
#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

/// The register of partners.
http::Response list_parties(http::Request& request, Context& context);
http::Response show_party(http::Request& request, Context& context);
http::Response new_party(http::Request& request, Context& context);
http::Response add_party(http::Request& request, Context& context);
http::Response edit_party(http::Request& request, Context& context);
http::Response save_party(http::Request& request, Context& context);
/// Field `doe`: "archiveer" or "herstel".
http::Response archive_party(http::Request& request, Context& context);

OrganisationId party_named(const http::Request& request);
std::string party_path(OrganisationId id, const std::string& rest = {});
/// "Uitzendbureau, huisvester".
std::string kinds_text(const Context& context, const Organisation& organisation);

} // namespace rondetafel::web::pages
