// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "comparison_view.hpp"

namespace rondetafel::web::pages
{

/// What changed inside one first-level article: `rows` with was and becomes, `html` in the text.
void add_rows(const Context& context, templates::View& view, const ArticleGroup& group,
              const CovenantText& before, const CovenantText& after, ComparisonView shown);

/// Other words in the title, and parties that came, went or changed.
void add_title_and_parties(const Context& context, templates::View& view, const Comparison& comparison);

} // namespace rondetafel::web::pages
