// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/letters/mime.hpp>

#include "letter_parts.hpp"

#include <stdexcept>

namespace rondetafel::letters
{

namespace
{

void demand(bool present, LetterKind kind, const char* fact)
{
    if (!present)
        throw std::invalid_argument("a letter " + std::string(word(kind)) + " needs " + fact);
}

} // namespace

bool about_account(LetterKind kind)
{
    return kind == LetterKind::account_invitation || kind == LetterKind::password_reset;
}

bool about_round(LetterKind kind)
{
    return kind == LetterKind::reaction_invitation || kind == LetterKind::reaction_reminder ||
           kind == LetterKind::reaction_update || kind == LetterKind::reaction_receipt || kind == LetterKind::reaction_decisions;
}

bool carries_link(LetterKind kind)
{
    return kind != LetterKind::cancellation && kind != LetterKind::withdrawn;
}

bool is_automatic(LetterKind kind)
{
    switch (kind)
    {
    case LetterKind::invitation:
    case LetterKind::update:
    case LetterKind::cancellation:
    case LetterKind::substitute_invitation:
    case LetterKind::withdrawn:
    case LetterKind::reaction_invitation:
    case LetterKind::reaction_update:
    case LetterKind::reaction_decisions:
        return false;
    default:
        return true;
    }
}

bool wants_no_auto_reply(LetterKind kind)
{
    return kind == LetterKind::reminder || kind == LetterKind::tomorrow || kind == LetterKind::reaction_reminder;
}

bool takes_meeting_out(LetterKind kind)
{
    return kind == LetterKind::cancellation || kind == LetterKind::withdrawn;
}

bool carries_calendar(const LetterFacts& facts)
{
    if (facts.calendar_uid.empty())
        return false;
    switch (facts.kind)
    {
    case LetterKind::receipt:
    case LetterKind::withdrawn:
        return facts.answer == Answer::yes;
    case LetterKind::update:
    case LetterKind::cancellation:
        return facts.answer == Answer::yes || facts.answers_reset;
    default:
        return false;
    }
}

void check_facts(const LetterFacts& facts)
{
    const auto kind = facts.kind;
    demand(about_account(kind) || about_round(kind) || facts.meeting, kind, "a meeting");
    demand(!about_round(kind) || facts.round, kind, "a round");
    demand(!about_account(kind) || facts.link_hours > 0, kind, "link_hours");
    demand(kind != LetterKind::receipt || facts.answer != Answer::none, kind, "an answer");
    demand(kind != LetterKind::receipt || facts.answer != Answer::substitute ||
               !facts.substitute_name.empty(),
           kind, "substitute_name");
    demand(kind != LetterKind::substitute_invitation || !facts.substitute_for.empty(), kind,
           "substitute_for");
    demand(kind != LetterKind::place_offer || facts.offer_until, kind, "offer_until");
    demand(facts.link.empty() || facts.link.find_first_of(" \t\r\n\"'<>") == std::string::npos, kind,
           "a link without blanks and quotes");
}

} // namespace rondetafel::letters
