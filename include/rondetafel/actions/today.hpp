// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/rounds.hpp>
#include <rondetafel/base/result.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::actions
{

/// Something that will happen by itself, unless somebody stops it.
struct Upcoming
{
    enum class Kind
    {
        reminder,       ///< to those without an answer
        tomorrow,       ///< to those who come
        offer_ends,     ///< a place that was held goes to the next in line
        round_opens,    ///< and everybody who was chosen gets a letter
        round_reminder, ///< to the people of silent parties
        round_closes
    };
    Kind kind = Kind::reminder;
    Instant at;
    std::string title;                ///< of the meeting or the covenant
    std::optional<MeetingId> meeting; ///< what it is about: this,
    std::optional<Round> round;       ///< or this
    int people = 0;                   ///< who get a letter, as it stands now; none when a round closes
};

/// A round that asks something of the coordinator, or will.
struct UnconcludedRound
{
    std::string covenant; ///< its title
    RoundSummary summary;
    bool in_text = false; ///< closed, and its decisions stand in the working text
};

/// What the start page tells beside meetings and programme.
struct Today
{
    std::vector<Upcoming> upcoming;                 ///< within a week, the first first
    long long letters_waiting = 0;                  ///< that leave by themselves now or soon
    std::vector<storage::ReceivedAnswer> received;  ///< since the begin of yesterday, newest first
    std::vector<storage::OutboxLetter> undelivered; ///< newest first
    std::vector<UnconcludedRound> rounds;
    std::vector<storage::ReceivedReaction> reactions; ///< since the begin of yesterday, newest first
};
/// How many lines of received answers and undelivered letters are looked at.
inline constexpr int today_lines_max = 30;
Result<Today> show_today(Context& context, const Done&);

} // namespace rondetafel::actions
