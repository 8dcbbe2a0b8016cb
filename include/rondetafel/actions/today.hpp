// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/base/result.hpp>

#include <vector>

namespace rondetafel::actions
{

/// Something that will happen by itself, unless somebody stops it.
struct Upcoming
{
    enum class Kind
    {
        reminder,  ///< to those without an answer
        tomorrow,  ///< to those who come
        offer_ends ///< a place that was held goes to the next in line
    };
    Kind kind = Kind::reminder;
    Instant at;
    Meeting meeting;
    int people = 0; ///< at least one; as it stands now
};

/// What the start page tells beside meetings and programme.
struct Today
{
    std::vector<Upcoming> upcoming;                 ///< within a week, the first first
    long long letters_waiting = 0;                  ///< that leave by themselves now or soon
    std::vector<storage::ReceivedAnswer> received;  ///< since the begin of yesterday, newest first
    std::vector<storage::OutboxLetter> undelivered; ///< newest first
};
/// How many lines of received answers and undelivered letters are looked at.
inline constexpr int today_lines_max = 30;
Result<Today> show_today(Context& context, const Done&);

} // namespace rondetafel::actions
