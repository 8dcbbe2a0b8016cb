// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/database.hpp>
#include <rondetafel/storage/meetings.hpp>

namespace rondetafel::storage
{

namespace
{

const std::string meeting_query = R"sql(
    SELECT id, programme_id, step_id, kind, title, goal, agenda, starts_local, ends_local, zone, second_occurrence, place,
           address, online_url, capacity, answer_by_local, substitutes_allowed, state, cancel_reason, uid, sequence,
           invited_at, revision
    FROM meetings )sql";

void bind_meeting(soci::statement& statement, Meeting& row)
{
    columns(statement, row.id, row.programme, row.step, row.kind, row.title, row.goal, row.agenda, row.starts, row.ends,
         row.zone, row.second_occurrence, row.place, row.address, row.online_url, row.capacity, row.answer_by,
         row.substitutes_allowed, row.state, row.cancel_reason, row.uid, row.sequence, row.invited_at, row.revision);
}

/// The moments that follow from wall clock and zone, stored beside them for searching.
struct Moments
{
    explicit Moments(const Meeting& meeting)
        : starts(meeting.starts_at()), ends(meeting.ends_at()), answer_by(meeting.answers_until())
    {
    }
    Instant starts;
    Instant ends;
    Instant answer_by;
};

} // namespace

std::optional<Meeting> Meetings::find(MeetingId id) const
{
    return select_one<Meeting>(sql_, meeting_query + "WHERE id = :id", bind_meeting, soci::use(id, "id"));
}

std::vector<Meeting> Meetings::of(ProgrammeId programme) const
{
    return select<Meeting>(sql_, meeting_query + "WHERE programme_id = :id ORDER BY starts_at, id", bind_meeting,
                           soci::use(programme, "id"));
}

std::vector<Meeting> Meetings::running(Instant now) const
{
    return select<Meeting>(sql_, meeting_query + "WHERE state = 'invited' AND starts_at > :now ORDER BY starts_at, id",
                           bind_meeting, soci::use(now, "now"));
}

MeetingId Meetings::add(const Meeting& meeting)
{
    const Moments moments(meeting);
    return MeetingId{insert(
        sql_, "meetings", R"sql(
        INSERT INTO meetings (programme_id, step_id, kind, title, goal, agenda, starts_local, ends_local, zone,
                              second_occurrence, starts_at, ends_at, place, address, online_url, capacity,
                              answer_by_local, answer_by_at, substitutes_allowed, state, cancel_reason, uid, sequence,
                              invited_at, revision)
        VALUES (:programme, :step, :kind, :title, :goal, :agenda, :starts, :ends, :zone, :second, :starts_at, :ends_at,
                :place, :address, :online_url, :capacity, :answer_by, :answer_by_at, :substitutes, :state, :reason, :uid,
                :sequence, :invited_at, 1))sql",
        soci::use(meeting.programme, "programme"), soci::use(meeting.step, "step"), soci::use(meeting.kind, "kind"),
        soci::use(meeting.title, "title"), soci::use(meeting.goal, "goal"), soci::use(meeting.agenda, "agenda"),
        soci::use(meeting.starts, "starts"), soci::use(meeting.ends, "ends"), soci::use(meeting.zone, "zone"),
        soci::use(meeting.second_occurrence, "second"), soci::use(moments.starts, "starts_at"),
        soci::use(moments.ends, "ends_at"), soci::use(meeting.place, "place"), soci::use(meeting.address, "address"),
        soci::use(meeting.online_url, "online_url"), soci::use(meeting.capacity, "capacity"),
        soci::use(meeting.answer_by, "answer_by"), soci::use(moments.answer_by, "answer_by_at"),
        soci::use(meeting.substitutes_allowed, "substitutes"), soci::use(meeting.state, "state"),
        soci::use(meeting.cancel_reason, "reason"), soci::use(meeting.uid, "uid"),
        soci::use(meeting.sequence, "sequence"), soci::use(meeting.invited_at, "invited_at"))};
}

void Meetings::save(Meeting& meeting)
{
    const Moments moments(meeting);
    const auto touched = change(
        sql_, R"sql(
        UPDATE meetings
        SET step_id = :step, kind = :kind, title = :title, goal = :goal, agenda = :agenda, starts_local = :starts,
            ends_local = :ends, zone = :zone, second_occurrence = :second, starts_at = :starts_at, ends_at = :ends_at,
            place = :place, address = :address, online_url = :online_url, capacity = :capacity,
            answer_by_local = :answer_by, answer_by_at = :answer_by_at, substitutes_allowed = :substitutes,
            state = :state, cancel_reason = :reason, sequence = :sequence, invited_at = :invited_at,
            revision = revision + 1
        WHERE id = :id AND revision = :revision)sql",
        soci::use(meeting.step, "step"), soci::use(meeting.kind, "kind"), soci::use(meeting.title, "title"),
        soci::use(meeting.goal, "goal"), soci::use(meeting.agenda, "agenda"), soci::use(meeting.starts, "starts"),
        soci::use(meeting.ends, "ends"), soci::use(meeting.zone, "zone"), soci::use(meeting.second_occurrence, "second"),
        soci::use(moments.starts, "starts_at"), soci::use(moments.ends, "ends_at"), soci::use(meeting.place, "place"),
        soci::use(meeting.address, "address"), soci::use(meeting.online_url, "online_url"),
        soci::use(meeting.capacity, "capacity"), soci::use(meeting.answer_by, "answer_by"),
        soci::use(moments.answer_by, "answer_by_at"), soci::use(meeting.substitutes_allowed, "substitutes"),
        soci::use(meeting.state, "state"), soci::use(meeting.cancel_reason, "reason"),
        soci::use(meeting.sequence, "sequence"), soci::use(meeting.invited_at, "invited_at"),
        soci::use(meeting.id, "id"), soci::use(meeting.revision, "revision"));
    if (touched != 1)
        throw Outdated("meeting");
    ++meeting.revision;
}

void Meetings::take_turn(MeetingId id)
{
    change(sql_, "UPDATE meetings SET turns = turns + 1 WHERE id = :id", soci::use(id, "id"));
}

void Meetings::remove_draft(MeetingId id)
{
    change(sql_, "DELETE FROM reminder_rules WHERE meeting_id = :id", soci::use(id, "id"));
    change(sql_, "DELETE FROM invitations WHERE meeting_id = :id", soci::use(id, "id"));
    change(sql_, "DELETE FROM meetings WHERE id = :id AND state = 'draft'", soci::use(id, "id"));
}

} // namespace rondetafel::storage
