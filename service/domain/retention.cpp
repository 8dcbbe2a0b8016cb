// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/retention.hpp>

namespace rondetafel
{

Instant kept_since(Instant now, int months)
{
    const std::chrono::year_month_day today{day_of(to_local(now, home_zone))};
    auto before = today - std::chrono::months{months};
    if (!before.ok()) // the 31st of a shorter month
        before = before.year() / before.month() / std::chrono::last;
    return to_instant(LocalTime{Day{before}}, home_zone);
}

bool still_invited(const Meeting& meeting, const Invitation& invitation, Instant now)
{
    const bool to_come = meeting.state == MeetingState::draft ||
                         (meeting.state == MeetingState::invited && now < meeting.ends_at());
    return to_come && invitation.state != InvitationState::withdrawn;
}

} // namespace rondetafel
