// SPDX-License-Identifier: EUPL-1.2
#include "letter_parts.hpp"

#include <rondetafel/base/wording.hpp>
#include <rondetafel/documents/clean_text.hpp>

#include <algorithm>

namespace rondetafel::letters
{

namespace
{

using documents::one_line;
using templates::View;

// A letter repeats what somebody wrote only as far as it takes to recognise it.
constexpr std::size_t said_bytes_max = 600;

std::string shortened(std::string text)
{
    if (text.size() <= said_bytes_max)
        return text;
    auto end = said_bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end) + " …";
}

View view_of(const DecidedRemark& remark)
{
    View view;
    view.set("article", one_line(remark.article));
    view.optional("said", shortened(one_line(remark.said))).optional("reason", one_line(remark.reason));
    for (const auto& [outcome, outcome_word] : Words<Outcome>::all)
        view.set(std::string(outcome_word), remark.outcome == outcome);
    return std::move(view.set("undecided", !remark.outcome));
}

} // namespace

void set_round(View& view, const LetterFacts& facts)
{
    const auto& about = *facts.round;
    view.set("covenant", one_line(about.covenant)).set("version", about.version);
    view.optional("next_version", about.next_version);
    view.set("closes", moment_text(about.closes, facts.language));
    view.set("may_change", facts.written_at < to_instant(about.closes, home_zone));
    view.set("earlier_round", about.earlier_round).set("started", about.started);
    view.set("no_remarks", about.comments + about.amendments == 0);
    view.set("comments", about.comments).set("amendments", about.amendments);
    view.set("late", about.late).set("by_staff", about.by_staff).set("author", one_line(about.author));
    std::vector<View> decisions;
    std::transform(about.decisions.begin(), about.decisions.end(), std::back_inserter(decisions),
                   [](const DecidedRemark& remark) { return view_of(remark); });
    view.set("decisions", std::move(decisions));
}

} // namespace rondetafel::letters
