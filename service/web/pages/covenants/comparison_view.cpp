// SPDX-License-Identifier: EUPL-1.2
#include "comparison_view.hpp"

#include "comparison_rows.hpp"
#include "covenant_parts.hpp"

#include <rondetafel/documents/covenant_html.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

const Article& article_of(const ArticleChange& change)
{
    return change.after ? *change.after : *change.before;
}

ArticleId root_of(const ArticleChange& change, const CovenantText& before, const CovenantText& after)
{
    const auto& id = article_of(change).id;
    const auto* root = first_level_of(change.after ? after : before, id);
    return root != nullptr ? root->id : id;
}

// What happened to a first-level article, as the key of its word in the catalogue.
std::string fate_of(const ArticleGroup& group)
{
    if (group.own->fate == Fate::inserted)
        return "inserted";
    if (group.own->fate == Fate::deleted)
        return "deleted";
    if (group.own->moved)
        return group.changed() ? "moved_and_changed" : "moved";
    return group.changed() ? "changed" : "equal";
}

View fate_chip(const Context& context, const ArticleGroup& group, const std::string& fate,
               const CovenantText& before)
{
    const auto was = group.own->before ? citation(before, group.own->before->id) : std::string();
    const auto text = context.text("comparison.chip_" + fate, {{"was", was}});
    if (fate == "inserted")
        return chip("success", "plus", text);
    if (fate == "deleted")
        return chip("inactive", "x", text);
    return chip("neutral", fate.starts_with("moved") ? "move" : "pen", text);
}

std::string name_of(const ArticleGroup& group, const CovenantText& before, const CovenantText& after)
{
    return article_name(group.own->after ? after : before, article_of(*group.own));
}

View changed_article(const Context& context, const ArticleGroup& group, const CovenantText& before,
                     const CovenantText& after, ComparisonView shown)
{
    const auto fate = fate_of(group);
    View view;
    view.set("fold", false)
        .set("anchor", "a-" + group.id.value)
        .set("name", name_of(group, before, after))
        .set("chip", fate_chip(context, group, fate, before))
        .set("is_new", fate == "inserted")
        .set("is_moved", group.own->moved)
        .set("untouched", fate == "moved");
    add_rows(context, view, group, before, after, shown);
    return view;
}

// Neighbours that stayed the same, folded into one line: "Artikel 1 tot en met 4 zijn gelijk."
View folded(const Context& context, const std::vector<ArticleGroup>& groups, std::size_t from, std::size_t to,
            const CovenantText& after, bool open)
{
    documents::HtmlSetting setting;
    setting.level = 3;
    std::string html;
    for (auto at = from; at < to; ++at)
        html += documents::article_html(after, groups[at].id, setting);
    const auto first = citation(after, groups[from].id);
    const auto last = citation(after, groups[to - 1].id);
    return View{}.set("fold",
                      View{}
                          .set("summary", context.count("comparison.fold", static_cast<long long>(to - from),
                                                        {{"first", first}, {"last", last}}))
                          .set("html", html)
                          .set("open", open));
}

View content_line(const Context& context, const ArticleGroup& group, const CovenantText& before,
                  const CovenantText& after)
{
    const auto fate = fate_of(group);
    return View{}
        .set("anchor", "a-" + group.id.value)
        .set("name", name_of(group, before, after))
        .set("same", fate == "equal")
        .optional("mark", fate == "equal" ? "" : context.text("comparison.mark_" + fate));
}

void add_sums(const Context& context, View& view, const Comparison::Sums& sums)
{
    std::string text;
    const auto add = [&](const char* key, int number)
    {
        if (number > 0)
            text += (text.empty() ? "" : ", ") + context.count(key, number);
    };
    add("comparison.sum_changed", sums.changed);
    add("comparison.sum_inserted", sums.inserted);
    add("comparison.sum_deleted", sums.deleted);
    add("comparison.sum_moved", sums.moved);
    view.set("sums", text.empty() ? context.text("comparison.sum_none") : text)
        .set("sums_equal", context.count("comparison.sum_equal", sums.equal));
}

// Other numbers only because of what moved around them: said apart, never as a change.
void add_renumbered(const Context& context, View& view, const std::vector<ArticleGroup>& groups,
                    const CovenantText& before, const CovenantText& after)
{
    std::vector<View> rows;
    for (const auto& group : groups)
        if (group.own->renumbered && group.own->before && group.own->after)
            rows.push_back(
                View{}.set("text", context.text("comparison.renumbered_line",
                                                {{"was", citation(before, group.own->before->id)},
                                                 {"now", citation(after, group.own->after->id)}})));
    view.set("any_renumbered", !rows.empty()).set("renumbered", std::move(rows));
}

} // namespace

bool ArticleGroup::changed() const
{
    return std::any_of(pieces.begin(), pieces.end(),
                       [this](const ArticleChange* piece)
                       { return piece->fate != Fate::equal || (piece->moved && piece != own); });
}

std::vector<ArticleGroup> groups_of(const Comparison& comparison, const CovenantText& before,
                                    const CovenantText& after)
{
    std::vector<ArticleGroup> groups;
    for (const auto& change : comparison.articles)
    {
        const auto root = root_of(change, before, after);
        auto group =
            std::find_if(groups.begin(), groups.end(), [&](const auto& one) { return one.id == root; });
        if (group == groups.end())
            group = groups.insert(groups.end(), ArticleGroup{root, {}, nullptr});
        group->pieces.push_back(&change);
        if (group->own == nullptr || article_of(change).id == root)
            group->own = &change;
    }
    return groups;
}

void add_differences(const Context& context, View& view, const CovenantText& before,
                     const CovenantText& after, ComparisonView shown, bool open_folds)
{
    const auto comparison = compare(before, after);
    const auto groups = groups_of(comparison, before, after);
    std::vector<View> contents;
    std::vector<View> articles;
    for (std::size_t at = 0; at < groups.size();)
    {
        auto end = at;
        for (; end < groups.size() && groups[end].stays(); ++end)
            contents.push_back(content_line(context, groups[end], before, after));
        if (end > at)
            articles.push_back(folded(context, groups, at, end, after, open_folds));
        if (end < groups.size())
        {
            contents.push_back(content_line(context, groups[end], before, after));
            articles.push_back(changed_article(context, groups[end], before, after, shown));
            ++end;
        }
        at = end;
    }
    add_sums(context, view, comparison.sums());
    add_renumbered(context, view, groups, before, after);
    add_title_and_parties(context, view, comparison);
    view.set("contents", std::move(contents))
        .set("articles", std::move(articles))
        .set("open_folds", open_folds);
    view.set("as_list", shown == ComparisonView::list)
        .set("as_inline", shown == ComparisonView::in_line)
        .set("as_sides", shown == ComparisonView::sides);
}

} // namespace rondetafel::web::pages
