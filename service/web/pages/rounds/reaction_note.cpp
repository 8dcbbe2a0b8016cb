// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include "../covenants/downloads.hpp"
#include "../reactions/remark_parts.hpp"
#include "round_parts.hpp"

#include <rondetafel/base/wording.hpp>
#include <rondetafel/documents/csv.hpp>
#include <rondetafel/documents/press_work.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

/// Who said it: by name, or "Partij 3" when the note goes to people who need not know.
std::string said_by(const Context& context, const actions::RoundView& round, CovenantPartyId party, bool named)
{
    const auto found = std::find_if(round.parties.begin(), round.parties.end(),
                                    [&](const actions::RoundParty& row) { return row.party.id == party; });
    if (named)
        return name_of(found->party);
    return context.text("note.party_number", {{"number", std::to_string(found - round.parties.begin() + 1)}});
}

bool in_note(const actions::RemarkView& row) { return row.remark.kind != RemarkKind::agree; }

/// Remarks in the order of the text, then those about other text.
std::vector<const actions::RemarkView*> in_order(const actions::RoundView& round)
{
    std::vector<const actions::RemarkView*> rows;
    for (const auto& article : round.text.articles)
        for (const auto& row : round.remarks)
            if (!article.parent && row.remark.amendment.article == article.id && in_note(row))
                rows.push_back(&row);
    for (const auto& row : round.remarks)
        if (find_article(round.text, row.remark.amendment.article) == nullptr && in_note(row))
            rows.push_back(&row);
    return rows;
}

std::string outcome_of(const Context& context, const actions::RemarkView& row)
{
    if (row.remark.withdrawn_at)
        return context.text("remark.outcome.withdrawn");
    return row.decision ? context.text("remark.outcome." + std::string(word(row.decision->outcome)))
                        : context.text("note.undecided");
}

std::string title_of(const Context& context, const actions::RoundView& round, const actions::RemarkView& row)
{
    const auto title = article_title(round.text, row.remark.amendment.article);
    return title.empty() ? context.text("reaction.elsewhere") : title;
}

View row_view(const Context& context, const actions::RoundView& round, const actions::RemarkView& row, bool named)
{
    auto view = remark_view(context, round.text, row, "");
    view.set("who", said_by(context, round, row.party, named))
        .set("outcome", outcome_of(context, row))
        .optional("reason", row.decision && !row.remark.withdrawn_at ? row.decision->reason : "")
        .set("undecided", !row.decision && !row.remark.withdrawn_at);
    return view;
}

/// Runs of equal titles become one heading.
std::vector<View> groups_of(const Context& context, const actions::RoundView& round, bool named)
{
    std::vector<View> groups;
    const auto rows = in_order(round);
    for (std::size_t at = 0; at < rows.size();)
    {
        const auto title = title_of(context, round, *rows[at]);
        std::vector<View> remarks;
        for (; at < rows.size() && title_of(context, round, *rows[at]) == title; ++at)
            remarks.push_back(row_view(context, round, *rows[at], named));
        groups.push_back(View{}.set("title", title).set("remarks", std::move(remarks)));
    }
    return groups;
}

View note_view(const Context& context, const actions::RoundView& round, bool named)
{
    auto groups = groups_of(context, round, named);
    std::vector<View> parties;
    for (const auto& row : round.parties)
        parties.push_back(View{}.set("name", said_by(context, round, row.party.id, named))
                              .set("progress", context.text("rounds.ended." + std::string(word(row.progress)))));
    View view;
    add_round_head(context, view, round, "note");
    view.set("named", named)
        .set("csv_href", covenant_path(round.round.covenant, "/reactienota/" + std::to_string(round.round.id.value) +
                                                                 "/reactienota.csv" + (named ? "" : "?namen=nee")))
        .set("undecided", undecided_in_words(context, round.undecided()))
        .set("any", !groups.empty())
        .set("groups", std::move(groups))
        .set("parties", std::move(parties));
    return view;
}

} // namespace

http::Response show_reaction_note(http::Request& request, Context& context)
{
    const auto round = round_asked(request, context);
    if (!round)
        return context.refuse(round.error());
    return round_page(context, "note", note_view(context, *round, query_of(request).value("namen") != "nee"));
}

http::Response ask_reaction_note_file(http::Request& request, Context& context)
{
    const auto round = round_asked(request, context);
    if (!round)
        return context.refuse(round.error());
    const auto form = http::read_form(request);
    const bool named = form && form->value("namen") != "nee";
    const auto number = std::to_string(round->round.id.value);
    const auto paper = context.desk().pages.render(context.language(), "rounds/note_paper", note_view(context, *round, named));
    const auto& title = round->covenant.covenant.title;
    actions::RequestRendering wish;
    wish.subject = "note:" + number + (named ? "" : ":nameless");
    wish.language = context.language();
    wish.file_name = file_stem(title, "reactienota-" + number) + ".pdf";
    wish.source = documents::pdf_source(
        {context.text("note.of") + ' ' + title, period_of(context, round->round), context.office().name, context.language()},
        paper);
    return ask_for_file(context, wish);
}

http::Response reaction_note_csv(http::Request& request, Context& context)
{
    const auto round = round_asked(request, context);
    if (!round)
        return context.refuse(round.error());
    const bool named = query_of(request).value("namen") != "nee";
    std::vector<std::string> header;
    for (const char* name : {"article", "who", "what", "said", "words", "outcome", "reason", "date"})
        header.push_back(context.text(std::string("note.column.") + name));
    documents::Csv csv(header);
    for (const auto* row : in_order(*round))
    {
        const auto& remark = row->remark;
        const auto what = remark.kind == RemarkKind::comment ? "remark.says.comment"
                                                             : "remark.proposes." + std::string(word(remark.amendment.deed));
        csv.row({title_of(context, *round, *row), said_by(context, *round, row->party, named), context.text(what),
                 remark.comment, remark.quote.empty() ? remark.amendment.text : remark.quote, outcome_of(context, *row),
                 row->decision ? row->decision->reason : "",
                 row->decision ? short_date(day_of(to_local(row->decision->decided_at, home_zone)), context.language())
                               : ""});
    }
    http::Response response;
    response.content_type = "text/csv; charset=utf-8";
    response.body = csv.text();
    response.set_header("Content-Disposition",
                        "attachment; filename=\"reactienota-" + std::to_string(round->round.id.value) + ".csv\"");
    return response;
}

} // namespace rondetafel::web::pages
