// SPDX-License-Identifier: EUPL-1.2
#include "covenant_standing.hpp"

#include "covenant_parts.hpp"

#include <rondetafel/base/wording.hpp>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

std::string in_words(const Context& context, const actions::CovenantStanding& standing)
{
    auto words = context.text("covenants.state." + std::string(word(standing.covenant.state)));
    if (standing.versions.empty())
        words += ", " + context.text("covenants.standing_no_version");
    else
    {
        const auto& latest = standing.versions.back();
        const auto day = date_text(day_of(to_local(latest.issued_at, home_zone)), context.language());
        words +=
            ", " + context.text("covenants.standing_version", {{"number", latest.number()}, {"day", day}});
    }
    if (const auto count = static_cast<long long>(standing.decisions.size()); count > 0)
        words += ", " + context.count("covenants.standing_decisions", count);
    return words;
}

} // namespace

void add_covenants_of_step(const Context& context, View& view,
                           const std::vector<actions::CovenantStanding>& standings, StepId step)
{
    std::vector<View> rows;
    for (const auto& standing : standings)
        if (standing.covenant.step == step)
            rows.push_back(View{}
                               .set("name", standing.covenant.title)
                               .set("href", covenant_path(standing.covenant.id))
                               .set("standing", in_words(context, standing)));
    view.set("any_covenants", !rows.empty()).set("covenants", std::move(rows));
}

} // namespace rondetafel::web::pages
