// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web
{

/// The one translation of refusals into HTTP.
int status_of(Refusal refusal);

/// What happened, what was not done, what you can do.
http::Response problem_page(Context& context, const Problem& problem);
/// The same with a status that no refusal has, such as 405.
http::Response problem_page(Context& context, const Problem& problem, int status);

/// Puts a Problem beside its fields: sets `errors` (the summary) and for each of `fields` `error_<field>`, a text or no.
/// Field names may stand for groups: the summary links to "#<field>".
void add_problem(Context& context, templates::View& view, const Problem* problem,
                 std::initializer_list<const char*> fields);

} // namespace rondetafel::web
