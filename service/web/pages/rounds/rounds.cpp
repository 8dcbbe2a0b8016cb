// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include "round_parts.hpp"

#include <rondetafel/base/wording.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

View summary_view(const Context& context, const actions::RoundSummary& row)
{
    const auto handed_in = row.tally.with_remarks + row.tally.no_remarks;
    View view;
    view.set("name", context.text("rounds.name", {{"number", std::to_string(row.number)}}))
        .set("href", round_path(row.round))
        .set("chip", round_chip(context, row.round))
        .set("period", period_of(context, row.round))
        .set("version", row.version.number())
        .optional("handed_in", row.round.state == RoundState::planned
                              ? ""
                              : context.text("rounds.handed_in", {{"count", std::to_string(handed_in)},
                                                                  {"parties", std::to_string(row.tally.parties)}}))
        .set("attention", row.undecided > 0)
        .set("undecided", context.count("rounds.undecided", row.undecided));
    return view;
}

View person_view(const Context& context, const Consultee& consultee, const Round& round)
{
    const auto path = round_path(round, "/gevraagden/" + std::to_string(consultee.id.value));
    View view;
    view.set("person", full_name(consultee.name))
        .set("email", consultee.email)
        .set("withdrawn", consultee.withdrawn_at.has_value())
        .set("live", consultee.invited_at && !consultee.withdrawn_at && round.state == RoundState::open && context.may_write())
        .set("path", path);
    return view;
}

std::string said_text(const Context& context, const actions::RoundView& round, const actions::RoundParty& row)
{
    int comments = 0;
    int amendments = 0;
    for (const auto& remark : round.remarks)
        if (remark.party == row.party.id && remark.remark.stands())
        {
            comments += remark.remark.kind == RemarkKind::comment ? 1 : 0;
            amendments += remark.remark.kind == RemarkKind::amendment ? 1 : 0;
        }
    if (comments + amendments == 0)
        return {};
    return context.count("reaction.comments", comments) + ", " + context.count("reaction.amendments", amendments);
}

View party_view(const Context& context, const actions::RoundView& round, const actions::RoundParty& row)
{
    const auto& reaction = row.reaction;
    std::vector<View> people;
    for (const auto& consultee : row.consultees)
        people.push_back(person_view(context, consultee, round.round));
    const bool closed = round.round.state == RoundState::closed || round.round.state == RoundState::concluded;
    const auto progress = std::string(word(row.progress));
    View view;
    view.set("party", name_of(row.party))
        .set("party_left", row.party.left)
        .set("people", std::move(people))
        .set("progress", context.text((closed ? "rounds.ended." : "rounds.progress.") + progress))
        .set("attention", row.progress == PartyProgress::silent && round.round.state == RoundState::open)
        .optional("given", reaction.given_at
                          ? context.text("rounds.given", {{"name", reaction.author},
                                                          {"date", date_text(day_of(to_local(*reaction.given_at, home_zone)),
                                                                             context.language())}})
                          : "")
        .set("late", reaction.late)
        .optional("entered_by", reaction.entered_by)
        .set("source", context.text("remark.source." + std::string(word(reaction.source))))
        .optional("said", said_text(context, round, row))
        .set("may_enter", context.may_write() && row.reaction.id && round.round.state != RoundState::concluded)
        .set("enter_href", round_path(round.round, "/invoeren/" + std::to_string(row.party.id.value)));
    return view;
}

/// What the coordinator does next, and what goes by itself.
void add_next(const Context& context, View& view, const actions::RoundView& round)
{
    const auto next = next_moment(round.round, context.now());
    std::string by_itself;
    if (round.round.state == RoundState::planned)
        by_itself = "rounds.opens_by_itself";
    else if (round.round.state == RoundState::open)
        by_itself = next && *next < round.round.closes_at() ? "rounds.reminds_by_itself" : "rounds.closes_by_itself";
    view.optional("by_itself", by_itself.empty() || !next
                              ? ""
                              : context.text(by_itself, {{"moment", moment_text(to_local(*next, home_zone),
                                                                               context.language())}}));
    view.set("undecided", undecided_in_words(context, round.undecided()))
        .set("may_change", context.may_write() && round.round.state != RoundState::concluded)
        .set("may_open", context.may_write() && round.round.state == RoundState::planned)
        .set("to_decide", round.round.state == RoundState::closed);
}

} // namespace

http::Response list_rounds(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::list_rounds, covenant_named(request));
    if (!entry)
        return context.refuse(entry.error());
    std::vector<View> rounds;
    for (const auto& row : entry->rounds)
        rounds.push_back(summary_view(context, row));
    const bool idle = std::all_of(entry->rounds.begin(), entry->rounds.end(), [](const actions::RoundSummary& row) {
        return row.round.state == RoundState::concluded;
    });
    View view;
    add_covenant_head(context, view, entry->covenant.covenant, !entry->covenant.versions.empty(), "rounds");
    view.set("title", context.text("rounds.title") + " – " + entry->covenant.covenant.title)
        .set("errors", false)
        .set("none", rounds.empty())
        .set("any", !rounds.empty())
        .set("may_plan", context.may_write() && idle && !entry->covenant.versions.empty())
        .set("no_version", entry->covenant.versions.empty())
        .set("rounds", std::move(rounds));
    return round_page(context, "list", std::move(view));
}

http::Response show_round(http::Request& request, Context& context)
{
    const auto round = round_asked(request, context);
    if (!round)
        return context.refuse(round.error());
    std::vector<View> parties;
    for (const auto& row : round->parties)
        parties.push_back(party_view(context, *round, row));
    View view;
    add_round_head(context, view, *round, "progress");
    add_next(context, view, *round);
    view.set("tally", round_picture(context, round->tally))
        .optional("introduction", round->round.introduction)
        .set("parties", std::move(parties));
    return round_page(context, "round", std::move(view));
}

http::Response open_round(http::Request& request, Context& context)
{
    const auto id = round_named(request);
    const auto written = context.perform(actions::open_round, id);
    if (!written)
        return context.refuse(written.error());
    Round round;
    round.id = id;
    round.covenant = covenant_named(request);
    return context.go(round_path(round), "round.opened", std::to_string(*written));
}

http::Response remove_round(http::Request& request, Context& context)
{
    const auto covenant = context.perform(actions::remove_round, round_named(request));
    return covenant ? context.go(covenant_path(*covenant, "/consultatie"), "round.removed")
                    : context.refuse(covenant.error());
}

http::Response withdraw_consultee(http::Request& request, Context& context)
{
    const auto round = context.perform(actions::withdraw_consultee, consultee_named(request));
    return round ? context.go(covenant_path(covenant_named(request), "/consultatie/" + std::to_string(round->value)),
                              "consultee.withdrawn")
                 : context.refuse(round.error());
}

http::Response renew_reaction_link(http::Request& request, Context& context)
{
    const auto round = context.perform(actions::send_link_again, consultee_named(request));
    return round ? context.go(covenant_path(covenant_named(request), "/consultatie/" + std::to_string(round->value)),
                              "consultee.link_renewed")
                 : context.refuse(round.error());
}

} // namespace rondetafel::web::pages
