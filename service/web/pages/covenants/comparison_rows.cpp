// SPDX-License-Identifier: EUPL-1.2
#include "comparison_rows.hpp"

#include <rondetafel/documents/covenant_html.hpp>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

documents::HtmlSetting setting_of(const Context& context)
{
    documents::HtmlSetting setting;
    setting.level = 3;
    setting.anchors = false;
    setting.deleted_word = context.text("comparison.deleted_word");
    setting.inserted_word = context.text("comparison.inserted_word");
    return setting;
}

// The old words alone, or the new ones, with their own changes still marked.
std::vector<Run> side_of(const std::vector<Run>& runs, Change left_out)
{
    std::vector<Run> side;
    for (auto run : runs)
    {
        if (run.change == left_out)
            continue;
        if (run.change == Change::equal)
            (left_out == Change::inserted ? run.after : run.before) =
                left_out == Change::inserted ? run.before : run.after;
        side.push_back(std::move(run));
    }
    return side;
}

/// One side of a comparison: how it cites its pieces and is written, and what is left out of it.
struct Side
{
    Side(const CovenantText& text, Change left_out_, const documents::HtmlSetting& setting)
        : cited(citations(text)), changes(text, text, setting), left_out(left_out_)
    {
    }
    Citations cited;
    documents::ChangeHtml changes;
    Change left_out;
};

std::string side_html(const ArticleChange& change, const Side& side, const documents::HtmlSetting& setting)
{
    auto piece = change;
    piece.heading = side_of(change.heading, side.left_out);
    piece.body = side_of(change.body, side.left_out);
    std::string html;
    if (!piece.heading.empty())
        html += "<p><strong>" + documents::runs_html(piece.heading, setting) + "</strong></p>";
    return html + side.changes.body(piece);
}

// The heading stands above already; only another one is worth repeating.
std::string own_words(const ArticleChange& change, const documents::ChangeHtml& changes,
                      const documents::HtmlSetting& setting)
{
    std::string html;
    if (change.fate == Fate::changed && differs(change.heading))
        html += "<p><strong>" + documents::runs_html(change.heading, setting) + "</strong></p>";
    return html + changes.body(change);
}

bool is_worth_a_row(const ArticleChange& piece, const ArticleGroup& group)
{
    return piece.fate != Fate::equal || (piece.moved && &piece != group.own);
}

View row_of(const Context& context, const ArticleChange& piece, const Side& before, const Side& after)
{
    const auto setting = setting_of(context);
    const auto was_where = piece.before ? before.cited.at(piece.before->id) : std::string();
    View row;
    row.set("where", piece.after ? after.cited.at(piece.after->id) : was_where)
        .set("was_where", was_where)
        .optional("was", piece.before ? side_html(piece, before, setting) : "")
        .optional("becomes", piece.after ? side_html(piece, after, setting) : "")
        .optional("moved_from",
                  piece.moved && piece.before ? context.text("comparison.chip_moved", {{"was", was_where}}) : "");
    return row;
}

std::string in_words(const PartyText& party)
{
    std::string words = party.legal_name;
    for (const auto* part :
         {&party.short_name, &party.registration, &party.represented_by, &party.capacity, &party.authority})
        if (!part->empty())
            words += ", " + *part;
    return words;
}

} // namespace

void add_rows(const Context& context, View& view, const ArticleGroup& group, const CovenantText& before,
              const CovenantText& after, ComparisonView shown)
{
    const auto setting = setting_of(context);
    const documents::ChangeHtml changes(after, before, setting);
    const Side was(before, Change::inserted, setting);
    const Side becomes(after, Change::deleted, setting);
    std::vector<View> rows;
    std::string html;
    for (const auto* piece : group.pieces)
    {
        if (shown == ComparisonView::list ? is_worth_a_row(*piece, group) : shown == ComparisonView::sides)
            rows.push_back(row_of(context, *piece, was, becomes));
        if (shown != ComparisonView::list)
            html += piece == group.own ? own_words(*piece, changes, setting)
                                       : changes.piece(*piece);
    }
    view.set("rows", std::move(rows)).set("html", html);
}

void add_title_and_parties(const Context& context, View& view, const Comparison& comparison)
{
    const auto setting = setting_of(context);
    view.optional("new_title",
                  differs(comparison.title) ? documents::runs_html(comparison.title, setting) : "");
    std::vector<View> rows;
    for (const auto& party : comparison.parties)
    {
        if (party.fate == Fate::equal)
            continue;
        const auto runs = compare_words(party.before ? in_words(*party.before) : "",
                                        party.after ? in_words(*party.after) : "");
        rows.push_back(View{}.set("html", documents::runs_html(runs, setting)));
    }
    view.set("any_party_changes", !rows.empty()).set("party_changes", std::move(rows));
}

} // namespace rondetafel::web::pages
