// SPDX-License-Identifier: EUPL-1.2
#include "round_parts.hpp"

#include "../reactions/remark_parts.hpp"
#include "../tally_picture.hpp"

#include <rondetafel/base/wording.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

constexpr double gap = 0.28; // percent of white between two parts, as in the tally of a meeting

struct Part
{
    const char* name;
    int count;
};

View marked(const Part& part)
{
    View view;
    for (const char* name : {"with_remarks", "no_remarks", "writing", "silent"})
        view.set(std::string("is_") + name, std::string(name) == part.name);
    return view;
}

} // namespace

RoundId round_named(const http::Request& request)
{
    return RoundId{number_from(request.parameter("round")).value_or(0)};
}

RemarkId remark_named(const http::Request& request)
{
    return RemarkId{number_from(request.parameter("remark")).value_or(0)};
}

ConsulteeId consultee_named(const http::Request& request)
{
    return ConsulteeId{number_from(request.parameter("consultee")).value_or(0)};
}

Result<actions::RoundView> round_asked(const http::Request& request, Context& context)
{
    auto round = context.read(actions::show_round, round_named(request));
    if (round && round->round.covenant != covenant_named(request))
        return not_found("round");
    return round;
}

std::string round_path(const Round& round, const std::string& rest)
{
    return covenant_path(round.covenant, "/consultatie/" + std::to_string(round.id.value) + rest);
}

View round_chip(const Context& context, const Round& round)
{
    const auto text = context.text("rounds.state." + std::string(word(round.state)));
    switch (round.state)
    {
    case RoundState::planned:
        return chip("inactive", "wait", text, true);
    case RoundState::open:
        return chip("neutral", "chat", text);
    case RoundState::closed:
        return chip("warning", "clock", text);
    case RoundState::concluded:
        return chip("success", "check", text);
    }
    return {};
}

std::string period_of(const Context& context, const Round& round)
{
    return context.text("rounds.period", {{"opens", moment_text(round.opens, context.language())},
                                          {"closes", moment_text(round.closes, context.language())}});
}

std::string undecided_in_words(const Context& context, int undecided)
{
    return undecided == 0 ? context.text("rounds.all_decided") : context.count("rounds.undecided", undecided);
}

void add_overlaps(const Context& context, View& view, const actions::RoundView& round)
{
    std::vector<View> overlaps;
    const auto add = [&](const ArticleId& article, const std::vector<RemarkId>& remarks, const char* why) {
        std::string names;
        for (const auto& row : round.remarks)
            if (std::find(remarks.begin(), remarks.end(), row.remark.id) != remarks.end())
                names += (names.empty() ? "" : ", ") + name_of(round.party(row.party)->party);
        overlaps.push_back(View{}.set("article", article_title(round.text, article))
                               .set("why", context.text(why, {{"parties", names}}))
                               .set("href", round_path(round.round, "/verwerken/" + article.value)));
    };
    for (const auto& overlap : round.overlaps)
        add(overlap.article, overlap.amendments, "rounds.overlap_of");
    for (const auto& row : round.remarks)
        if (std::find(round.stale.begin(), round.stale.end(), row.remark.id) != round.stale.end())
            add(row.remark.amendment.article, {row.remark.id}, "rounds.stale_of");
    view.set("has_overlaps", !overlaps.empty())
        .set("overlap_count", context.count("rounds.overlap_count", static_cast<long long>(overlaps.size())))
        .set("may_settle", context.may_write() && round.round.state == RoundState::closed)
        .set("overlaps", std::move(overlaps));
}

void add_round_head(const Context& context, View& view, const actions::RoundView& round, const std::string& tab)
{
    add_covenant_head(context, view, round.covenant.covenant, true, "rounds");
    const auto called = context.text("rounds.name", {{"number", std::to_string(round.number)}});
    view.set("round_title", called)
        .set("title", called + " – " + round.covenant.covenant.title)
        .set("round_href", round_path(round.round))
        .set("note_href", covenant_path(round.round.covenant,
                                        "/reactienota/" + std::to_string(round.round.id.value)))
        .set("round_chip", round_chip(context, round.round))
        .set("period", period_of(context, round.round))
        .set("version", round.version.number())
        .set("visibility", context.text("rounds.visibility." + std::string(word(round.round.visibility))))
        .set("planned", round.round.state == RoundState::planned)
        .set("open", round.round.state == RoundState::open)
        .set("closed", round.round.state == RoundState::closed)
        .set("concluded", round.round.state == RoundState::concluded)
        .set("begun", round.round.state != RoundState::planned)
        .set("errors", false);
    for (const char* name : {"progress", "remarks", "merge", "note"})
        view.set(std::string("at_") + name, tab == name);
    add_overlaps(context, view, round);
}

View round_picture(const Context& context, const RoundTally& sum)
{
    const Part parts[] = {{"with_remarks", sum.with_remarks},
                          {"no_remarks", sum.no_remarks},
                          {"writing", sum.writing},
                          {"silent", sum.silent}};
    std::vector<View> bar;
    std::vector<View> list;
    int before = 0;
    for (const auto& part : parts)
    {
        if (part.count > 0)
            bar.push_back(std::move(marked(part)
                                        .set("x", percentage(before, sum.parties))
                                        .set("width", percentage(std::max(100.0 * part.count / sum.parties - gap, 0.1), 100))));
        before += part.count;
        list.push_back(std::move(marked(part).set("count", part.count)
                                     .set("label", context.text(std::string("rounds.tally.") + part.name))));
    }
    View view;
    view.set("bar", std::move(bar))
        .set("list", std::move(list))
        .set("parties", sum.parties)
        .set("label", context.count("rounds.tally.picture", sum.parties,
                                    {{"with_remarks", std::to_string(sum.with_remarks)},
                                     {"no_remarks", std::to_string(sum.no_remarks)},
                                     {"writing", std::to_string(sum.writing)},
                                     {"silent", std::to_string(sum.silent)}}));
    return view;
}

View decidable(const Context& context, const actions::RoundView& round, const actions::RemarkView& row, int level)
{
    auto view = remark_view(context, round.text, row, name_of(round.party(row.party)->party), level);
    const bool may = context.may_write() && round.round.state == RoundState::closed && row.remark.asks_decision();
    view.set("may_decide", may && !row.decision)
        .set("may_revise", may && row.decision.has_value())
        .set("undecided", round.round.state != RoundState::open && row.remark.asks_decision() && !row.decision)
        .set("decide_href", round_path(round.round, "/besluit/" + std::to_string(row.remark.id.value)));
    return view;
}

http::Response round_page(Context& context, const std::string& name, View view, int status)
{
    return context.page("rounds/" + name, std::move(view), "covenants", status);
}

} // namespace rondetafel::web::pages
