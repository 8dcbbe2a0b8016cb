// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/programmes.hpp>
#include <rondetafel/web/context.hpp>

#include <string>

namespace rondetafel::web::pages
{

/// The timeline as one SVG (look, 4.11): classes and SVG attributes only, so that the strict content policy holds.
std::string timeline_picture(const Context& context, const actions::ProgrammeView& view);
/// One row's marks on the same axis, small, for the table. Empty for a step without days.
std::string timeline_track(const TimelineRow& row, const TimelineScale& scale, Day today);

} // namespace rondetafel::web::pages
