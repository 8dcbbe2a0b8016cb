// SPDX-License-Identifier: EUPL-1.2
#include "word_imports.hpp"

#include "covenant_parts.hpp"

#include <rondetafel/actions/reactions.hpp>
#include <rondetafel/documents/covenant_html.hpp>
#include <rondetafel/documents/word_reading.hpp>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

std::string import_path(const WordImport& import)
{
    return covenant_path(import.covenant.value_or(CovenantId{}), "/word/" + std::to_string(import.id.value));
}

std::string round_path(const WordImport& import)
{
    return covenant_path(import.covenant.value_or(CovenantId{}),
                         "/consultatie/" + std::to_string(import.round.value_or(RoundId{}).value));
}

/// The version with one amendment in it; nothing when it cannot be read any more.
std::optional<CovenantText> amended(const Context& context, const CovenantText& version, const Amendment& amendment)
{
    auto text = version;
    Article article;
    article.id = amendment.inserted;
    article.kind = amendment.kind;
    if (amendment.deed == AmendmentDeed::insert)
        text.articles.push_back(article);
    else if (const auto* there = find_article(version, amendment.article))
        article = *there;
    else
        return std::nullopt;
    const auto read =
        read_article(text, article, amendment.heading, amendment.text, *context.site().installation->randomness);
    if (!read)
        return std::nullopt;
    replace_branch(text, *read);
    return text;
}

std::string amendment_html(const Context& context, const CovenantText& version, const Amendment& amendment)
{
    documents::HtmlSetting setting;
    setting.anchors = false;
    setting.level = 4;
    setting.deleted_word = context.text("comparison.deleted_word");
    setting.inserted_word = context.text("comparison.inserted_word");
    if (amendment.deed == AmendmentDeed::remove || amendment.deed == AmendmentDeed::move)
        return {};
    const auto newer = amended(context, version, amendment);
    if (!newer)
        return {};
    if (amendment.deed == AmendmentDeed::insert)
        return documents::article_html(*newer, amendment.inserted, setting);
    const documents::ChangeHtml changes(*newer, version, setting);
    const auto comparison = compare(version, *newer);
    std::string html;
    for (const auto& change : comparison.articles)
        if (change.fate != Fate::equal)
            html += changes.piece(change);
    return html;
}

std::string place_of(const Context& context, const CovenantText& version, const ArticleId& after)
{
    const auto* article = find_article(version, after);
    return article == nullptr ? context.text("word.at_start")
                              : context.text("word.after_article", {{"article", citation(version, after)}});
}

View remark_view(const Context& context, const CovenantText& version, const UnderstoodRemark& remark)
{
    const auto& amendment = remark.amendment;
    const bool proposal = remark.kind == RemarkKind::amendment;
    const auto* article = find_article(version, amendment.article);
    View view;
    view.set("where", amendment.deed == AmendmentDeed::insert && proposal ? place_of(context, version, amendment.article)
                      : article != nullptr                               ? article_name(version, *article)
                                                                         : context.text("word.at_start"))
        .optional("deed", proposal ? context.text("word.deed." + std::string(word(amendment.deed))) : "")
        .optional("place", proposal && amendment.deed == AmendmentDeed::move ? place_of(context, version, amendment.place) : "")
        .optional("html", proposal ? amendment_html(context, version, amendment) : "")
        .optional("comment", remark.comment)
        .optional("quote", remark.quote.empty() ? "" : context.text("word.about", {{"quote", remark.quote}}))
        .set("author", remark.author.empty() ? context.text("word.untracked")
                                             : context.text("word.by", {{"author", remark.author}}));
    return view;
}

void add_remarks(const Context& context, View& page, const CovenantText& version, const UnderstoodReaction& reaction)
{
    std::vector<View> proposals, comments, rest;
    for (const auto& remark : reaction.remarks)
        (remark.kind == RemarkKind::amendment ? proposals : comments).push_back(remark_view(context, version, remark));
    for (const auto& words : reaction.not_understood)
        rest.push_back(View{}.set("text", words));
    page.set("any_proposals", !proposals.empty())
        .set("any_comments", !comments.empty())
        .set("any_rest", !rest.empty())
        .set("nothing", reaction.remarks.empty() && rest.empty())
        .set("proposals", std::move(proposals))
        .set("comments", std::move(comments))
        .set("rest", std::move(rest))
        .set("found", context.count("word.found", reaction.articles_found));
}

// As the consultation takes it: references as citations in brackets.
actions::RemarkWish wish_of(const Context& context, const CovenantText& version, const UnderstoodRemark& remark)
{
    const auto& amendment = remark.amendment;
    actions::RemarkWish wish;
    wish.kind = remark.kind;
    wish.article = amendment.article;
    wish.comment = remark.comment;
    wish.quote = remark.quote;
    wish.deed = amendment.deed;
    wish.place = amendment.place;
    wish.inserted = amendment.kind;
    wish.heading = amendment.heading;
    wish.base_sha256 = amendment.base_sha256;
    if (const auto text = remark.kind == RemarkKind::amendment ? amended(context, version, amendment) : std::nullopt)
        wish.text = edited_text(*text, amendment.deed == AmendmentDeed::insert ? amendment.inserted : amendment.article);
    return wish;
}

// An author of tracked changes who says nothing else: the party speaks with one voice.
std::string author_of(const UnderstoodReaction& reaction)
{
    for (const auto& remark : reaction.remarks)
        if (!remark.author.empty() && remark.author != "?")
            return remark.author;
    return {};
}

} // namespace

http::Response show_word_import(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_word_import, word_import_named(request));
    if (!entry)
        return context.refuse(entry.error());
    const auto& import = entry->import;
    if (import.purpose != ImportPurpose::reaction || import.covenant != covenant_named(request) || !entry->version)
        return context.refuse(not_found("word_import"));
    if (auto page = waiting_page(context, import, import_path(import), covenant_path(*import.covenant, "/word")))
        return std::move(*page);
    const auto version = read_canonical(entry->version->canonical);
    const auto reaction = documents::read_understood(import.understood);
    View view;
    add_remarks(context, view, version, reaction);
    view.set("title", context.text("word.preview"))
        .set("errors", false)
        .set("guest", false)
        .set("covenant_title", version.title)
        .set("covenant_href", covenant_path(*import.covenant))
        .set("name", import.file_name)
        .set("intro", context.text("word.preview_text", {{"party", entry->party ? entry->party->text.legal_name : ""}}))
        .set("settled", import.state == PressState::settled)
        .set("round_href", round_path(import))
        .set("may_take_over",
             import.state == PressState::done && import.round && import.party && !reaction.remarks.empty() && context.may_write())
        .set("action", import_path(import));
    return context.page("word/preview", std::move(view), "covenants");
}

http::Response take_over_word(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_word_import, word_import_named(request));
    if (!entry)
        return context.refuse(entry.error());
    const auto& import = entry->import;
    if (import.state != PressState::done || !import.round || !import.party || !entry->version)
        return context.refuse(conflict(import.state == PressState::settled ? "word_import.settled" : "word.not_ready"));
    const auto version = read_canonical(entry->version->canonical);
    const auto reaction = documents::read_understood(import.understood);
    actions::EnterRemarks wish;
    wish.round = *import.round;
    wish.party = *import.party;
    wish.source = ReactionSource::word_file;
    wish.author = author_of(reaction);
    if (wish.author.empty() && entry->party)
        wish.author = entry->party->text.legal_name;
    for (const auto& remark : reaction.remarks)
        wish.remarks.push_back(wish_of(context, version, remark));
    const auto entered = context.perform(actions::take_over_word_import, {{import.id, *import.covenant}, wish});
    if (!entered)
        return context.refuse(entered.error());
    return context.go(round_path(import), "word.taken_over", std::to_string(*entered));
}

} // namespace rondetafel::web::pages
