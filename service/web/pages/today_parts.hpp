// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/programmes.hpp>
#include <rondetafel/actions/today.hpp>
#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

/// What goes by itself, what came in, and which letters did not arrive: the lists of the start page.
void add_today_lists(const Context& context, templates::View& view, const actions::Today& today);

/// Six months of the programme in at most four rows (look, section 4.11); absent without a programme.
void add_programme_strip(const Context& context, templates::View& view,
                         const actions::ProgrammeView& programme);

} // namespace rondetafel::web::pages
