// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

constexpr std::size_t comment_characters_max = 4000;
constexpr std::size_t quote_characters_max = 1000;
constexpr std::size_t remarks_max = 300; ///< of one party in one round

bool stands_first(const CovenantText& text, const ArticleId& id)
{
    const auto* const article = find_article(text, id);
    return article != nullptr && !article->parent;
}

Result<Done> set_comment(const CovenantText& text, const RemarkWish& wish, Remark& remark)
{
    FieldChecks checks;
    if (wish.kind == RemarkKind::comment)
        checks.required("comment", wish.comment);
    checks.lines("comment", wish.comment, comment_characters_max);
    checks.lines("quote", wish.quote, quote_characters_max);
    remark.comment = wish.comment;
    if (wish.kind == RemarkKind::comment && !is_blank(wish.quote))
    {
        const auto quotation = quotation_of(edited_text(text, wish.article), wish.quote);
        if (!quotation)
            checks.refuse("quote", "quote.not_found");
        else
        {
            remark.quote = quotation->quote;
            remark.prefix = quotation->prefix;
            remark.suffix = quotation->suffix;
        }
    }
    return checks.outcome();
}

/// Source text of a change as a person would have typed it, so that both are judged alike.
std::string typed_from_source(const CovenantText& text, const RemarkWish& wish)
{
    Amendment words;
    words.article = wish.article;
    words.base_sha256 = branch_sha256(text, wish.article);
    words.heading = wish.heading;
    words.text = wish.text;
    DerivedRandomness randomness(words.base_sha256);
    return edited_text(merge(text, {words}, {}, randomness).text, wish.article);
}

/// The text with one article as somebody typed it, and what that article is called now.
Result<Done> set_words(Context& context, const CovenantText& text, const RemarkWish& wish, Amendment& amendment)
{
    auto& randomness = *context.installation.randomness;
    auto amended = text;
    const bool is_new = amendment.deed == AmendmentDeed::insert;
    Article article;
    if (is_new)
        article = {amendment.inserted = new_article_id(randomness), {}, amendment.kind, wish.heading, {}};
    else
        article = *find_article(text, amendment.article);
    if (is_new && is_blank(wish.text))
        return invalid("text", "text.missing");
    const auto typed = wish.source && !is_new ? typed_from_source(text, wish) : wish.text;
    const auto pieces = read_article(text, article, wish.heading, typed, randomness);
    if (!pieces)
        return pieces.error();
    if (is_new)
        amended.articles.insert(amended.articles.end(), pieces->begin(), pieces->end());
    else
        replace_branch(amended, *pieces);
    amendment.heading = pieces->front().heading;
    amendment.text = source_text(amended, article.id);
    if (!is_new && amendment.heading == article.heading && amendment.text == source_text(text, article.id))
        return invalid("text", "remark.no_change");
    return Done{};
}

Result<Done> set_amendment(Context& context, const CovenantText& text, const RemarkWish& wish, Remark& remark)
{
    auto& amendment = remark.amendment;
    amendment.deed = wish.deed;
    amendment.kind = wish.inserted;
    amendment.place = wish.place;
    if (wish.deed == AmendmentDeed::insert && wish.inserted != ArticleKind::consideration &&
        wish.inserted != ArticleKind::article && wish.inserted != ArticleKind::annex)
        return invalid("kind", "remark.no_such_kind");
    if (wish.deed == AmendmentDeed::move && (wish.place == wish.article || (wish.place && !stands_first(text, wish.place))))
        return invalid("place", "remark.no_such_place");
    if (wish.deed == AmendmentDeed::change || wish.deed == AmendmentDeed::insert)
        return set_words(context, text, wish, amendment);
    return Done{};
}

Result<Remark> remark_from(Context& context, const CovenantText& text, const RemarkWish& wish)
{
    const bool at_the_start = wish.deed == AmendmentDeed::insert && wish.kind == RemarkKind::amendment && !wish.article;
    if (!at_the_start && !stands_first(text, wish.article))
        return invalid("article", "remark.no_such_article");
    Remark remark;
    remark.kind = wish.kind;
    remark.amendment.article = wish.article;
    if (!at_the_start)
        remark.amendment.base_sha256 = branch_sha256(text, wish.article);
    if (!wish.base_sha256.empty() && wish.base_sha256 != remark.amendment.base_sha256)
        return conflict("remark.other_text");
    if (auto set = set_comment(text, wish, remark); !set)
        return set.error();
    if (wish.kind == RemarkKind::amendment)
        if (auto set = set_amendment(context, text, wish, remark); !set)
            return set.error();
    return remark;
}

bool changes_article(const Remark& remark)
{
    return remark.kind == RemarkKind::amendment && remark.amendment.deed != AmendmentDeed::insert;
}

bool says_the_same(const Remark& left, const Remark& right)
{
    const auto& one = left.amendment;
    const auto& other = right.amendment;
    return left.kind == right.kind && one.article == other.article && left.comment == right.comment &&
           left.quote == right.quote && one.deed == other.deed && one.place == other.place &&
           one.heading == other.heading && one.text == other.text;
}

/// What stands in the way of a remark, given what the party already said about the article.
std::optional<Problem> obstacle(const std::vector<Remark>& standing, const Remark& remark, const RemarkWish& wish)
{
    if (standing.size() >= remarks_max)
        return conflict("remark.too_many");
    for (const auto& other : standing)
    {
        if (other.amendment.article != remark.amendment.article || other.id == wish.replaces || !changes_article(other))
            continue;
        if (changes_article(remark))
            return conflict("remark.by_colleague");
        if (remark.kind == RemarkKind::agree)
            return conflict("remark.proposed_other_words");
    }
    return std::nullopt;
}

/// Agreement gives way to other words for the same article.
void end_agreement(Context& context, const std::vector<Remark>& standing, const Remark& remark)
{
    for (const auto& other : standing)
        if (other.kind == RemarkKind::agree && other.amendment.article == remark.amendment.article &&
            changes_article(remark))
            context.records.reactions.replace_remark(other.id, remark.id);
}

} // namespace

Result<RemarkId> write_remark(Context& context, const CovenantText& text, Reaction& reaction, const RemarkWish& wish,
                              const Hand& hand)
{
    auto& reactions = context.records.reactions;
    auto remark = remark_from(context, text, wish);
    if (!remark)
        return remark.error();
    reactions.take_turn(reaction.id);
    reaction = reactions.find(reaction.id).value();
    auto standing = reactions.remarks_of(reaction.id);
    std::erase_if(standing, [](const Remark& other) { return !other.stands(); });
    for (const auto& other : standing)
        if (other.id != wish.replaces && says_the_same(other, *remark))
            return other.id; // sent twice
    if (const auto problem = obstacle(standing, *remark, wish))
        return *problem;
    remark->reaction = reaction.id;
    remark->author = hand.author;
    remark->consultee = hand.consultee;
    remark->source = hand.source;
    remark->late = hand.late;
    remark->given_at = context.now;
    remark->id = reactions.add_remark(*remark);
    if (wish.replaces)
    {
        const auto old = reactions.find_remark(*wish.replaces);
        if (!old || old->reaction != reaction.id || !reactions.replace_remark(*wish.replaces, remark->id))
            return conflict("changed.meanwhile");
    }
    end_agreement(context, standing, *remark);
    if (reaction.no_remarks && remark->asks_decision())
    {
        reaction.no_remarks = false;
        reactions.save(reaction);
    }
    return remark->id;
}

Result<Done> hand_in_reaction(Context& context, const Round& round, Reaction& reaction, bool no_remarks, const Hand& hand)
{
    auto& reactions = context.records.reactions;
    reactions.take_turn(reaction.id);
    reaction = reactions.find(reaction.id).value();
    const auto remarks = reactions.remarks_of(reaction.id);
    const auto any = [&](bool (Remark::*holds)() const) {
        return std::any_of(remarks.begin(), remarks.end(), [&](const Remark& remark) { return (remark.*holds)(); });
    };
    if (no_remarks && any(&Remark::asks_decision))
        return conflict("reaction.has_remarks");
    if (!no_remarks && !any(&Remark::stands))
        return conflict("reaction.empty");
    reaction.no_remarks = no_remarks;
    reaction.given_at = context.now;
    reaction.late = hand.late;
    reaction.source = hand.source;
    reaction.author = hand.author;
    reaction.entered_by = hand.source == ReactionSource::link ? "" : context.actor.display_name();
    reaction.given_revision = reaction.revision + 1; // what saving makes it
    reactions.save(reaction);
    const auto party = context.records.covenants.find_party(reaction.party);
    write_round_event(context, "reaction.given", round, party ? name_of(*party) : "");
    return Done{};
}

} // namespace rondetafel::actions
