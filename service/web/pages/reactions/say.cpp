// SPDX-License-Identifier: EUPL-1.2
#include "say.hpp"

#include "remark_parts.hpp"

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

constexpr std::pair<Say, std::string_view> says[] = {{Say::agree, "agree"},   {Say::comment, "comment"},
                                                     {Say::change, "change"}, {Say::remove, "remove"},
                                                     {Say::move, "move"},     {Say::insert, "insert"}};

std::optional<Say> say_of(const http::Form& form)
{
    const auto typed = form.value("say");
    const auto* const found =
        std::find_if(std::begin(says), std::end(says), [&](const auto& pair) { return pair.second == typed; });
    return found == std::end(says) ? std::nullopt : std::optional(found->first);
}

RemarkKind kind_of(Say say)
{
    return say == Say::agree     ? RemarkKind::agree
           : say == Say::comment ? RemarkKind::comment
                                 : RemarkKind::amendment;
}

AmendmentDeed deed_of(Say say)
{
    return say == Say::remove   ? AmendmentDeed::remove
           : say == Say::move   ? AmendmentDeed::move
           : say == Say::insert ? AmendmentDeed::insert
                                : AmendmentDeed::change;
}

} // namespace

Result<actions::RemarkWish> said_in(const http::Form& form, const std::string& article)
{
    const bool is_new = article == new_article;
    const auto say = say_of(form);
    if (!say || (*say == Say::insert) != is_new)
        return invalid("say", "say.missing");
    actions::RemarkWish wish;
    wish.kind = kind_of(*say);
    wish.deed = deed_of(*say);
    wish.article = {is_new ? form.value("place") : article};
    wish.quote = *say == Say::comment ? form.value("quote") : "";
    wish.heading = form.value("heading");
    wish.text = form.value("text");
    wish.place = {form.value("place")};
    wish.inserted = from_word<ArticleKind>(form.value("kind")).value_or(ArticleKind::article);
    return wish;
}

void add_say(View& view, const http::Form& form)
{
    const auto say = form.value("say");
    for (const auto& [value, name] : says)
        view.set("say_" + std::string(name), say == name);
    const auto chosen = form.has("kind") ? form.value("kind") : "article";
    for (const char* kind : {"article", "consideration", "annex"})
        view.set(std::string("kind_") + kind, chosen == kind);
}

std::vector<View> places(const Context& context, const CovenantText& text, const ArticleId& without,
                         const std::string& chosen)
{
    std::vector<View> options;
    options.push_back(View{}.set("value", "").set("text", context.text("reaction.first_place")).set("chosen", chosen.empty()));
    for (const auto& article : text.articles)
        if (!article.parent && article.id != without)
            options.push_back(View{}.set("value", article.id.value)
                                  .set("text", context.text("reaction.after", {{"article", article_title(text, article.id)}}))
                                  .set("chosen", chosen == article.id.value));
    return options;
}

} // namespace rondetafel::web::pages
