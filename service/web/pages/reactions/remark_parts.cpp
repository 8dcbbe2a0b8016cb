// SPDX-License-Identifier: EUPL-1.2
#include "remark_parts.hpp"

#include <rondetafel/base/wording.hpp>
#include <rondetafel/documents/covenant_html.hpp>
#include <rondetafel/domain/merging.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

namespace
{

using templates::View;

documents::HtmlSetting setting_for(const Context& context, int level)
{
    documents::HtmlSetting setting;
    setting.level = level;
    setting.anchors = false; // the same article stands elsewhere on the page
    setting.inserted_word = inserted_word(context);
    setting.deleted_word = deleted_word(context);
    return setting;
}

/// One article with what is inside it, as a text of its own: comparing that costs little.
CovenantText only(const CovenantText& text, const ArticleId& article)
{
    CovenantText part;
    part.title = text.title;
    part.articles = branch(text, article);
    return part;
}

std::string changed_words(const Context& context, const CovenantText& text, Amendment amendment, int level)
{
    // Written against an earlier text it is shown against this one.
    amendment.base_sha256 = branch_sha256(text, amendment.article);
    DerivedRandomness randomness(amendment.base_sha256);
    const auto amended = merge(text, {amendment}, {}, randomness).text;
    auto comparison = compare(only(text, amendment.article), only(amended, amendment.article));
    const auto stays = [](const ArticleChange& change) { return change.fate == Fate::equal && !change.moved; };
    const bool nothing = std::ranges::all_of(comparison.articles, stays);
    const documents::ChangeHtml changes(amended, text, setting_for(context, level));
    std::string html;
    for (auto& change : comparison.articles)
    {
        if (stays(change) && !nothing)
            continue; // a reader wants what changes; the whole article stands beside it
        // Standing alone it would be article 1.
        if (change.after && change.after->id == amendment.article)
            change.number_before = change.number_after = numbers(text).at(amendment.article);
        html += changes.piece(change);
    }
    return html;
}

std::string inserted_article(const Context& context, const CovenantText& text, const Amendment& amendment, int level)
{
    DerivedRandomness randomness(amendment.inserted.value);
    const auto amended = merge(text, {amendment}, {}, randomness).text;
    return "<ins class=\"rt-ins-block\"><span class=\"rt-sr\">[" + templates::escape_html(inserted_word(context)) +
           ": </span>" + documents::article_html(amended, amendment.inserted, setting_for(context, level)) +
           "<span class=\"rt-sr\">]</span></ins>";
}

std::string said_key(const Remark& remark)
{
    if (remark.kind != RemarkKind::amendment)
        return "remark.says." + std::string(word(remark.kind));
    return "remark.proposes." + std::string(word(remark.amendment.deed));
}

} // namespace

std::string inserted_word(const Context& context) { return context.text("remark.inserted"); }
std::string deleted_word(const Context& context) { return context.text("remark.deleted"); }

std::string amendment_html(const Context& context, const CovenantText& text, const Amendment& amendment, int level)
{
    const bool there = !amendment.article || find_article(text, amendment.article) != nullptr;
    if (amendment.deed == AmendmentDeed::change && there)
        return changed_words(context, text, amendment, level);
    if (amendment.deed == AmendmentDeed::insert)
        return inserted_article(context, text, amendment, level);
    return {};
}

std::string article_title(const CovenantText& text, const ArticleId& article)
{
    const auto* const found = find_article(text, article);
    if (found == nullptr)
        return {};
    auto title = citation(text, article);
    if (!title.empty() && title.front() >= 'a' && title.front() <= 'z')
        title.front() = static_cast<char>(title.front() - 'a' + 'A');
    return found->heading.empty() ? title : title + " – " + found->heading;
}

void add_decision(const Context& context, View& view, const std::optional<Decision>& decision)
{
    view.set("decision", decision.has_value());
    if (!decision)
        return;
    view.set("outcome", context.text("remark.outcome." + std::string(word(decision->outcome))))
        .set("outcome_no", decision->outcome == Outcome::not_taken_over || decision->outcome == Outcome::withdrawn)
        .set("reason", decision->reason)
        .set("decided", context.text("remark.decided",
                                     {{"name", decision->decided_by},
                                      {"date", date_text(day_of(to_local(decision->decided_at, home_zone)),
                                                         context.language())}}));
}

View remark_view(const Context& context, const CovenantText& text, const actions::RemarkView& row,
                 const std::string& party, int level)
{
    const auto& remark = row.remark;
    const auto& amendment = remark.amendment;
    const auto given = day_of(to_local(remark.given_at, home_zone));
    View view;
    view.set("id", remark.id.value)
        .set("author", remark.author)
        .set("party", party)
        .set("date", date_text(given, context.language()))
        .set("says", context.text(said_key(remark)))
        .set("agrees", remark.kind == RemarkKind::agree)
        .set("is_comment", remark.kind == RemarkKind::comment)
        .set("is_amendment", remark.kind == RemarkKind::amendment)
        .set("late", remark.late)
        .set("withdrawn", remark.withdrawn_at.has_value())
        .set("look_again", remark.look_again)
        .set("carried", remark.carried_from.has_value())
        .set("by_staff", remark.source != ReactionSource::link)
        .set("source", context.text("remark.source." + std::string(word(remark.source))))
        .optional("comment", remark.comment)
        .optional("quote", remark.quote)
        .optional("change", remark.kind == RemarkKind::amendment ? amendment_html(context, text, amendment, level) : "")
        .optional("place", amendment.deed == AmendmentDeed::move ? article_title(text, amendment.place) : "");
    const bool gone = !remark.quote.empty() && !find_quote(edited_text(text, amendment.article), remark.quote,
                                                           remark.prefix, remark.suffix);
    view.set("quote_gone", gone);
    add_decision(context, view, row.decision);
    return view;
}

} // namespace rondetafel::web::pages
