// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include "../../problems.hpp"
#include "../reactions/remark_parts.hpp"
#include "round_parts.hpp"

#include <rondetafel/documents/covenant_html.hpp>

#include <algorithm>
#include <map>

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

std::size_t first_level_count(const CovenantText& text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text.articles, [](const Article& article) { return !article.parent; }));
}

/// In the order of the text those with a reaction, or all of them; what belongs nowhere comes last.
std::vector<View> article_views(const Context& context, const actions::RoundView& round, bool all)
{
    std::map<ArticleId, std::vector<const actions::RemarkView*>> rows;
    for (const auto& row : round.remarks)
        rows[row.remark.amendment.article].push_back(&row);
    std::vector<View> articles;
    for (const auto& article : round.text.articles)
    {
        if (article.parent)
            continue;
        const auto found = rows.extract(article.id);
        if (all || !found.empty())
            articles.push_back(
                article_view(context, round, &article, found.empty() ? decltype(rows)::mapped_type{} : found.mapped()));
    }
    std::vector<const actions::RemarkView*> elsewhere;
    for (const auto& [article, theirs] : rows)
        elsewhere.insert(elsewhere.end(), theirs.begin(), theirs.end());
    if (!elsewhere.empty())
        articles.push_back(article_view(context, round, nullptr, elsewhere));
    return articles;
}

} // namespace

http::Response show_remarks(http::Request& request, Context& context)
{
    const auto round = round_asked(request, context);
    if (!round)
        return context.refuse(round.error());
    const bool all = query_of(request).has("alle");
    auto articles = article_views(context, *round, all);
    View view;
    add_round_head(context, view, *round, "remarks");
    view.set("undecided", undecided_in_words(context, round->undecided()))
        .set("none", articles.empty())
        .set("all", all)
        .set("some_left_out", !all && articles.size() < first_level_count(round->text))
        .set("all_href", round_path(round->round, "/reacties?alle=ja"))
        .set("some_href", round_path(round->round, "/reacties"))
        .set("hidden", round->round.state == RoundState::open && round->tally.writing > 0)
        .set("articles", std::move(articles));
    return round_page(context, "remarks", std::move(view));
}

} // namespace rondetafel::web::pages
