// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/fields.hpp>
#include <rondetafel/domain/reactions.hpp>

namespace rondetafel
{

namespace
{

constexpr std::size_t reason_characters_max = 4000;

} // namespace

bool changes_text(Outcome outcome)
{
    return outcome == Outcome::taken_over || outcome == Outcome::taken_over_otherwise || outcome == Outcome::partly;
}

Result<Done> check_decision(const Decision& decision, const Remark& remark)
{
    FieldChecks checks;
    if (is_blank(decision.reason))
        checks.refuse("reason", "decision.no_reason");
    else
        checks.lines("reason", decision.reason, reason_characters_max);
    const bool other_words =
        decision.outcome == Outcome::taken_over_otherwise || decision.outcome == Outcome::partly;
    if (other_words && remark.kind == RemarkKind::amendment && is_blank(decision.text))
        checks.refuse("text", "decision.no_words");
    return checks.outcome();
}

} // namespace rondetafel
