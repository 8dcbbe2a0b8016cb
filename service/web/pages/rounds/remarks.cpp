// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include "../../problems.hpp"
#include "../reactions/remark_parts.hpp"
#include "round_parts.hpp"

#include <rondetafel/documents/covenant_html.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

bool clashes(const actions::RoundView& round, const ArticleId& article)
{
    return std::any_of(round.overlaps.begin(), round.overlaps.end(),
                       [&](const Overlap& overlap) { return overlap.article == article; });
}

/// "2 opmerkingen, 1 voorstel, 4 keer akkoord": what stands under an article, in words.
std::string sums_of(const Context& context, const std::vector<const actions::RemarkView*>& rows)
{
    const auto count = [&](RemarkKind kind) {
        return std::count_if(rows.begin(), rows.end(), [&](const actions::RemarkView* row) {
            return row->remark.stands() && row->remark.kind == kind;
        });
    };
    std::string words;
    const auto add = [&](const char* key, long long number) {
        if (number > 0)
            words += (words.empty() ? "" : ", ") + context.count(key, number);
    };
    add("reaction.comments", count(RemarkKind::comment));
    add("reaction.amendments", count(RemarkKind::amendment));
    add("rounds.times_agreed", count(RemarkKind::agree));
    return words;
}

View article_view(const Context& context, const actions::RoundView& round, const Article* article,
                  const std::vector<const actions::RemarkView*>& rows)
{
    documents::HtmlSetting setting;
    setting.level = 2;
    std::vector<View> remarks;
    bool undecided = false;
    for (const auto* row : rows)
        if (row->remark.kind != RemarkKind::agree)
        {
            undecided = undecided || (row->remark.asks_decision() && !row->decision);
            remarks.push_back(decidable(context, round, *row, 3));
        }
    View view;
    view.set("id", article == nullptr ? "elders" : article->id.value)
        .set("title", article == nullptr ? context.text("reaction.elsewhere") : article_title(round.text, article->id))
        .set("html", article == nullptr ? "" : documents::article_html(round.text, article->id, setting))
        .set("clashes", article != nullptr && clashes(round, article->id))
        .set("settle_href", article == nullptr ? "" : round_path(round.round, "/verwerken/" + article->id.value))
        .optional("sums", sums_of(context, rows))
        .set("attention", undecided && round.round.state == RoundState::closed)
        .set("has_remarks", !remarks.empty())
        .set("remarks", std::move(remarks));
    return view;
}

} // namespace

http::Response show_remarks(http::Request& request, Context& context)
{
    const auto round = round_asked(request, context);
    if (!round)
        return context.refuse(round.error());
    std::vector<View> articles;
    std::vector<const actions::RemarkView*> elsewhere;
    for (const auto& row : round->remarks)
        if (find_article(round->text, row.remark.amendment.article) == nullptr)
            elsewhere.push_back(&row);
    for (const auto& article : round->text.articles)
    {
        if (article.parent)
            continue;
        std::vector<const actions::RemarkView*> rows;
        for (const auto& row : round->remarks)
            if (row.remark.amendment.article == article.id)
                rows.push_back(&row);
        articles.push_back(article_view(context, *round, &article, rows));
    }
    if (!elsewhere.empty())
        articles.push_back(article_view(context, *round, nullptr, elsewhere));
    View view;
    add_round_head(context, view, *round, "remarks");
    view.set("undecided_count", round->undecided())
        .set("undecided", context.count("rounds.undecided", round->undecided()))
        .set("hidden", round->round.state == RoundState::open && round->tally.writing > 0)
        .set("articles", std::move(articles));
    return round_page(context, "remarks", std::move(view));
}

} // namespace rondetafel::web::pages
