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

/// Articles that the decisions change, with the change as it reads.
std::vector<View> changed_articles(const Context& context, const actions::MergeView& entry)
{
    const auto& before = entry.round.text;
    const auto& after = entry.merged.text;
    documents::HtmlSetting setting;
    setting.level = 4;
    setting.anchors = false;
    setting.inserted_word = inserted_word(context);
    setting.deleted_word = deleted_word(context);
    const auto comparison = compare(before, after);
    const documents::ChangeHtml changes(after, before, setting);
    std::vector<View> views;
    std::string last;
    for (const auto& change : comparison.articles)
    {
        if (change.fate == Fate::equal && !change.moved)
            continue;
        const auto& text = change.after ? after : before;
        const auto* const top = first_level_of(text, change.after ? change.after->id : change.before->id);
        auto title = article_title(text, top->id);
        views.push_back(View{}.set("title", title == last ? "" : title)
                            .set("first", title != last)
                            .set("html", changes.piece(change)));
        last = std::move(title);
    }
    return views;
}

std::vector<View> conflict_views(const actions::MergeView& entry)
{
    std::vector<View> views;
    for (const auto& article : entry.combined.conflicts)
    {
        const auto& text = find_article(entry.round.text, article) != nullptr ? entry.round.text : entry.combined.text;
        views.push_back(View{}.set("title", article_title(text, article))
                            .set("href", round_path(entry.round.round, "/verwerken/" + article.value)));
    }
    return views;
}

std::vector<View> settled_views(const Context& context, const actions::MergeView& entry)
{
    std::vector<View> views;
    for (const auto& row : entry.settlements)
        views.push_back(View{}.set("title", article_title(entry.round.text, row.settlement.article))
                            .set("by", context.text("rounds.settled_by", {{"name", row.author}}))
                            .set("href", round_path(entry.round.round, "/verwerken/" + row.settlement.article.value)));
    return views;
}

http::Response merge_page(Context& context, const actions::MergeView& entry, const Problem* problem)
{
    View view;
    add_round_head(context, view, entry.round, "merge");
    add_problem(context, view, problem, {});
    auto changes = changed_articles(context, entry);
    auto conflicts = conflict_views(entry);
    auto settled = settled_views(context, entry);
    const bool closed = entry.round.round.state == RoundState::closed;
    const bool clear =
        entry.round.overlaps.empty() && entry.round.stale.empty() && entry.combined.conflicts.empty();
    const bool unchanged = entry.merged.text.articles == entry.round.text.articles;
    view.set("any_undecided", entry.round.undecided() > 0)
        .set("undecided", undecided_in_words(context, entry.round.undecided()))
        .set("may_conclude", closed && clear && unchanged && context.may_write())
        .set("has_changes", !changes.empty())
        .set("changes", std::move(changes))
        .set("has_conflicts", !conflicts.empty())
        .set("conflicts", std::move(conflicts))
        .set("has_settled", !settled.empty())
        .set("settled", std::move(settled))
        .set("in_text", entry.in_text && closed && !unchanged)
        .set("may_merge", closed && clear && !entry.in_text && context.may_write())
        .set("issue_href", covenant_path(entry.round.round.covenant, "/versies"));
    return round_page(context, "merge", std::move(view), problem != nullptr ? status_of(problem->refusal) : 200);
}

/// The remarks about one article that were taken over: what the settlement has to settle.
std::vector<View> accepted_views(const Context& context, const actions::RoundView& round, const ArticleId& article)
{
    std::vector<View> views;
    for (const auto& row : round.remarks)
        if (row.remark.amendment.article == article && row.decision && changes_text(row.decision->outcome))
            views.push_back(decidable(context, round, row));
    return views;
}

const storage::StoredSettlement* settlement_of(const actions::MergeView& entry, const ArticleId& article)
{
    const auto found = std::find_if(entry.settlements.begin(), entry.settlements.end(),
                                    [&](const auto& row) { return row.settlement.article == article; });
    return found == entry.settlements.end() ? nullptr : &*found;
}

http::Form words_of(const actions::MergeView& entry, const Article& article)
{
    const auto* const settled = settlement_of(entry, article.id);
    // With a settlement the merged text holds its words; without one the working text is the best beginning.
    const auto& text = settled != nullptr ? entry.merged.text
                       : find_article(entry.combined.text, article.id) != nullptr ? entry.combined.text
                                                                                 : entry.round.text;
    const auto* const words = find_article(text, article.id);
    return http::Form(http::Fields{{"heading", words == nullptr ? article.heading : words->heading},
                       {"text", words == nullptr ? edited_text(entry.round.text, article.id) : edited_text(text, article.id)},
                       {"revision", std::to_string(settled == nullptr ? 0 : settled->revision)}});
}

http::Response settlement_page(Context& context, const actions::MergeView& entry, const Article& article,
                               const http::Form& typed, const Problem* problem)
{
    documents::HtmlSetting setting;
    setting.level = 3;
    View view;
    add_round_head(context, view, entry.round, "");
    add_problem(context, view, problem, {"heading", "text"});
    auto accepted = accepted_views(context, entry.round, article.id);
    view.set("title", context.text("rounds.settle_title"))
        .set("article_title", article_title(entry.round.text, article.id))
        .set("html", documents::article_html(entry.round.text, article.id, setting))
        .set("has_accepted", !accepted.empty())
        .set("accepted", std::move(accepted))
        .set("with_heading", !article.heading.empty())
        .set("heading", typed.value("heading"))
        .set("text", typed.value("text"))
        .set("revision", typed.value("revision"))
        .set("action", round_path(entry.round.round, "/verwerken/" + article.id.value))
        .set("stop", round_path(entry.round.round, "/verwerken"));
    return round_page(context, "settle", std::move(view), problem != nullptr ? status_of(problem->refusal) : 200);
}

/// The article whose text is to be written, with the merge it stands in.
struct AskedSettlement
{
    actions::MergeView entry;
    Article article;
};

Result<AskedSettlement> settlement_asked(const http::Request& request, Context& context)
{
    auto entry = context.read(actions::show_merge, round_named(request));
    if (!entry)
        return entry.error();
    const auto* const article = find_article(entry->round.text, article_named(request));
    if (article == nullptr || article->parent)
        return not_found("article");
    auto wanted = *article;
    return AskedSettlement{std::move(*entry), std::move(wanted)};
}

} // namespace

http::Response show_merge(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_merge, round_named(request));
    return entry ? merge_page(context, *entry, nullptr) : context.refuse(entry.error());
}

http::Response merge_into_text(http::Request& request, Context& context)
{
    const auto done = context.perform(actions::merge_into_text, round_named(request));
    if (done)
        return context.go(covenant_path(covenant_named(request), "/consultatie/" + std::to_string(done->value) + "/verwerken"),
                          "round.merged");
    const auto problem = done.error();
    const auto entry = context.read(actions::show_merge, round_named(request));
    return entry ? merge_page(context, *entry, &problem) : context.refuse(problem);
}

http::Response conclude_round(http::Request& request, Context& context)
{
    const auto done = context.perform(actions::conclude_unchanged, round_named(request));
    return done ? context.go(covenant_path(covenant_named(request), "/consultatie/" + std::to_string(done->value)),
                             "round.concluded")
                : context.refuse(done.error());
}

http::Response ask_settlement(http::Request& request, Context& context)
{
    const auto asked = settlement_asked(request, context);
    if (!asked)
        return context.refuse(asked.error());
    return settlement_page(context, asked->entry, asked->article, words_of(asked->entry, asked->article), nullptr);
}

http::Response save_settlement(http::Request& request, Context& context)
{
    const auto asked = settlement_asked(request, context);
    if (!asked)
        return context.refuse(asked.error());
    const auto form = http::read_form(request).value(); // dispatch read it before
    const auto& round = asked->entry.round.round;
    const auto done = context.perform(
        actions::settle, {round.id, asked->article.id, form.value("heading"), form.value("text"), revision_from(form)});
    if (done)
        return context.go(round_path(round, "/verwerken"), "overlap.settled");
    const auto problem = done.error();
    return settlement_page(context, asked->entry, asked->article, form, &problem);
}

} // namespace rondetafel::web::pages
