// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/programmes.hpp>
#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

/// The programme: its timeline and its steps.
http::Response show_programme(http::Request& request, Context& context);
/// Its lines, budget and open questions.
http::Response show_lines(http::Request& request, Context& context);
/// The steps as a table to keep.
http::Response download_steps(http::Request& request, Context& context);
http::Response show_shift(http::Request& request, Context& context);
http::Response shift_programme(http::Request& request, Context& context);

/// How a step stands, as a chip for programmes/_chip; and the same as words.
templates::View step_chip(const Context& context, const TimelineRow& row);
std::string step_standing_text(const Context& context, const TimelineRow& row);
/// Completes a chip of another page with the icons that only steps use.
templates::View for_step_chip(templates::View chip, const std::string& icon = {});
std::string step_path(StepId id);

} // namespace rondetafel::web::pages
