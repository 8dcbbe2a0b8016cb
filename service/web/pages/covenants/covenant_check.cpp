// SPDX-License-Identifier: EUPL-1.2
#include "covenant_check.hpp"

#include "covenant_parts.hpp"

#include "../../problems.hpp"

#include <rondetafel/actions/covenant_check.hpp>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

/// The finding whose reason was asked for and is wrong, with what was typed.
struct Refused
{
    actions::DismissFinding wish;
    Problem problem;

    bool is_about(const Finding& finding) const
    {
        return wish.rule == finding.rule && wish.article == finding.article &&
               wish.subject == finding.subject;
    }
};

View row_of(const Context& context, const actions::CheckView& entry, const actions::CheckedFinding& checked,
            std::size_t number, const Refused* refused)
{
    const auto& finding = checked.finding;
    const auto& text = entry.covenant.text;
    const auto* article = finding.article ? find_article(text, finding.article) : nullptr;
    View row;
    row.set("number", number)
        .set("found", context.text("check.found." + finding.rule, finding.arguments))
        .set("remedy", context.text("check.remedy." + finding.rule, finding.arguments))
        .set("rule", finding.rule)
        .set("article", finding.article.value)
        .set("subject", finding.subject)
        .set("open", checked.open())
        .set("about_parties", finding.rule.starts_with("party."))
        .optional("where", article != nullptr ? article_name(text, *article) : "")
        .optional("where_href",
                  article != nullptr ? article_path(entry.covenant.covenant.id, article->id) : "");
    const bool wrong = refused != nullptr && refused->is_about(finding);
    row.optional("error", wrong && !refused->problem.fields.empty()
                              ? context.problem_text(refused->problem.fields.front().code)
                              : "")
        .set("reason_typed", wrong ? refused->wish.reason : "");
    if (checked.dismissal)
        row.set("dismissal", checked.dismissal->id)
            .set("reason", checked.dismissal->reason)
            .set("author", checked.dismissal->author)
            .set("when", moment_of(context, checked.dismissal->dismissed_at));
    return row;
}

http::Response check_page(Context& context, CovenantId id, bool all, const Refused* refused)
{
    const auto entry = context.read(actions::show_check, id);
    if (!entry)
        return context.refuse(entry.error());
    std::vector<View> open;
    std::vector<View> aside;
    std::size_t number = 0;
    for (const auto& checked : entry->findings)
        (checked.open() ? open : aside).push_back(row_of(context, *entry, checked, ++number, refused));
    View view;
    add_covenant_head(context, view, entry->covenant.covenant, !entry->covenant.versions.empty(), "check");
    view.set("title", context.text("covenants.tab_check") + ": " + entry->covenant.covenant.title)
        .set("errors", refused != nullptr)
        .set("heading", entry->open == 0 ? context.text("covenant_check.nothing_open")
                                         : context.count("covenant_check.open", entry->open))
        .set("any_open", !open.empty())
        .set("open_rows", std::move(open))
        .set("any_aside", !aside.empty())
        .set("aside_count", aside.size())
        .set("show_aside", all)
        .set("aside", std::move(aside));
    return covenant_page(context, "check", std::move(view), refused != nullptr ? 422 : 200);
}

} // namespace

http::Response show_covenant_check(http::Request& request, Context& context)
{
    return check_page(context, covenant_named(request), query_of(request).value("toon") == "alles", nullptr);
}

http::Response dismiss_finding(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    actions::DismissFinding wish;
    wish.covenant = covenant_named(request);
    wish.rule = form->value("rule");
    wish.article = ArticleId{form->value("article")};
    wish.subject = form->value("subject");
    wish.reason = trimmed(form->value("reason"));
    const auto done = context.perform(actions::dismiss_finding, wish);
    if (done)
        return context.go(covenant_path(wish.covenant, "/toets"), "finding_dismissed");
    if (done.error().refusal != Refusal::invalid)
        return context.refuse(done.error());
    const Refused refused{wish, done.error()};
    return check_page(context, wish.covenant, false, &refused);
}

http::Response reopen_finding(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const actions::ReopenFinding wish{covenant_named(request),
                                      number_from(form->value("terzijde")).value_or(0)};
    const auto done = context.perform(actions::reopen_finding, wish);
    return done ? context.go(covenant_path(wish.covenant, "/toets"), "finding_reopened")
                : context.refuse(done.error());
}

} // namespace rondetafel::web::pages
