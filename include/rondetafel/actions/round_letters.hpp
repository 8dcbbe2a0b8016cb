// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::actions
{

/// A person's own remark, and what became of it.
struct DecidedOwn
{
    std::string article; ///< citation
    std::string said;
    std::optional<Outcome> outcome;
    std::string reason;
};

/// What a letter about a round is composed of, as it stands now.
struct RoundSubject
{
    Round round;
    Consultee consultee;
    Reaction reaction;
    std::string covenant; ///< its title
    std::string party;
    std::string version;
    std::string next_version; ///< empty when none was issued since
    bool earlier_round = false;
    bool started = false; ///< remarks were written and not handed in
    int comments = 0;
    int amendments = 0;
    std::vector<DecidedOwn> decisions; ///< only for the letter with the decisions
};

/// Writes a letter about a round into the outbox, with its own link to the reaction. `occasion` is what makes the letter
/// the only one of its kind when `once`.
LetterId queue_round_letter(Context& context, LetterKind kind, const Round& round, const Consultee& consultee,
                            const std::string& occasion, bool once = false);

/// Nothing when the letter is not about a round.
std::optional<RoundSubject> round_subject(Context& context, const storage::OutboxLetter& letter);

} // namespace rondetafel::actions
