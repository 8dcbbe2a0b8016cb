// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/invitations.hpp>
#include <rondetafel/web/context.hpp>

#include <string>

namespace rondetafel::web::pages
{

/// The bar of answers with its list, which is legend and filter at once (look, section 4.3). `path` is the page's
/// address, `current` the answer that is filtered on ("" for all).
templates::View tally_picture(const Context& context, const Tally& tally, const std::string& path,
                              const std::string& current);

/// "42.86%": a share of a whole as SVG wants it.
std::string percentage(double part, double whole);

} // namespace rondetafel::web::pages
