// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "../covenants/covenant_parts.hpp"

#include <rondetafel/actions/decisions.hpp>
#include <rondetafel/actions/rounds.hpp>
#include <rondetafel/web/context.hpp>

#include <string>
#include <vector>

namespace rondetafel::web::pages
{

/// What the path names; an id that does not exist when it is no number.
RoundId round_named(const http::Request& request);
RemarkId remark_named(const http::Request& request);
ConsulteeId consultee_named(const http::Request& request);
/// The round of the address, when it is one of the covenant of the address.
Result<actions::RoundView> round_asked(const http::Request& request, Context& context);
/// "/convenanten/3/consultatie/12/reacties".
std::string round_path(const Round& round, const std::string& rest = {});

templates::View round_chip(const Context& context, const Round& round);
/// "van 3 maart, 9.00 uur tot 28 maart 2025, 17.00 uur".
std::string period_of(const Context& context, const Round& round);

/// The head of every page of a round: covenant, name, state, dates, tabs of the covenant and of the round, of which `tab` is
/// current ("progress", "remarks", "merge", "note" or empty); and what asks attention on every one of them: overlaps.
void add_round_head(const Context& context, templates::View& view, const actions::RoundView& round, const std::string& tab);
/// Overlaps that nobody settled and accepted proposals that fit no longer, with where to write the text.
void add_overlaps(const Context& context, templates::View& view, const actions::RoundView& round);

/// The bar of parties with its list (look, 4.3): with remarks, agrees, writing, silent.
templates::View round_picture(const Context& context, const RoundTally& tally);

/// "3 opmerkingen zijn nog zonder besluit", or that all are decided; no full stop.
std::string undecided_in_words(const Context& context, int undecided);

/// One remark with what may be done about it.
templates::View decidable(const Context& context, const actions::RoundView& round, const actions::RemarkView& row,
                          int level = 4);

http::Response round_page(Context& context, const std::string& name, templates::View view, int status = 200);

} // namespace rondetafel::web::pages
