// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/covenants.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::storage
{

class Sql;

/// A first-level article as it stands now, with everything inside it. People edit it as one text, so it has
/// one revision.
struct DraftArticle
{
    CovenantId covenant;
    std::vector<Article> pieces; ///< the article first; parents before their children
    int position = 0;            ///< among the first-level articles, from 0
    int revision = 0;

    const Article& article() const { return pieces.front(); }
    const ArticleId& id() const { return pieces.front().id; }
};

/// What one save made of an article: the branch, whole, with its ids. A save is no version and has no number.
enum class SaveVerb
{
    added,
    changed,
    moved,
    removed, ///< the text is what stood there before
    restored,
    replaced ///< by a whole new text: an import, or a merge
};

struct ArticleSave
{
    long long id = 0;
    CovenantId covenant;
    ArticleId article;
    SaveVerb verb = SaveVerb::changed;
    std::vector<Article> pieces;
    std::optional<AccountId> account;
    std::string author;
    Instant saved_at;
};

/// What somebody is typing and has not saved: offered back when the editor opens again. One per person and
/// article.
struct ArticleTyping
{
    ArticleId article;
    AccountId account;
    int base_revision = 0; ///< of the article when the typing began
    std::string heading;
    std::string body; ///< as typed: edited_text
    Instant typed_at;
};

/// The text of covenants as it stands now, article by article, with every save of it.
class Drafts
{
public:
    explicit Drafts(Sql& sql) : sql_(sql) {}

    /// In reading order.
    std::vector<DraftArticle> of(CovenantId covenant) const;
    std::optional<DraftArticle> find(CovenantId covenant, const ArticleId& id) const;
    /// Whether this id was ever an article of the covenant, also when it is gone from the text.
    bool knows(CovenantId covenant, const ArticleId& id) const;

    /// Puts a new branch, or one that was removed before, at a position; the articles from there on move up
    /// one.
    void add(CovenantId covenant, const std::vector<Article>& pieces, int position, Instant now);
    /// Writes a branch over the one with the same id and raises `draft.revision`. Throws Outdated when that
    /// is not the stored one: nothing is written then.
    void save(DraftArticle& draft, Instant now);
    /// Takes the branch out of the text; its id and its saves stay.
    void remove(const DraftArticle& draft);
    /// Puts the first-level articles in this order. Their words and revisions stay.
    void order(CovenantId covenant, const std::vector<ArticleId>& ids);
    /// Makes the draft equal to `articles` (reading order). Branches that are the same keep their revision,
    /// so that nobody who is typing in one of them is disturbed. `before` is the draft as it was read; Outdated when
    /// somebody saved one of the branches that change.
    void replace(CovenantId covenant, const std::vector<Article>& articles, const std::vector<DraftArticle>& before,
                 Instant now);

    std::vector<ArticleSubject> subjects_of(CovenantId covenant) const;
    void set_subject(const ArticleSubject& subject);

    /// Newest first.
    std::vector<ArticleSave> saves_of(CovenantId covenant, const ArticleId& article) const;
    /// Of the whole covenant, newest first.
    std::vector<ArticleSave> saves_of(CovenantId covenant, int limit) const;
    std::optional<ArticleSave> find_save(CovenantId covenant, long long id) const;
    void add_save(const ArticleSave& save);

    std::optional<ArticleTyping> typing(const ArticleId& article, AccountId account) const;
    /// Keeps the newest typing of this person in this article.
    void set_typing(const ArticleTyping& typing);
    void forget_typing(const ArticleId& article, AccountId account);

private:
    Sql& sql_;
};

/// Parties and articles together: the text that the check reads, versions freeze and pages show.
CovenantText text_of(const Covenant& covenant, const std::vector<PartyText>& parties,
                     const std::vector<DraftArticle>& articles);

} // namespace rondetafel::storage

namespace rondetafel
{

template <>
struct Words<storage::SaveVerb>
{
    static constexpr std::pair<storage::SaveVerb, std::string_view> all[] = {
        {storage::SaveVerb::added, "added"},       {storage::SaveVerb::changed, "changed"},
        {storage::SaveVerb::moved, "moved"},       {storage::SaveVerb::removed, "removed"},
        {storage::SaveVerb::restored, "restored"}, {storage::SaveVerb::replaced, "replaced"}};
};

} // namespace rondetafel
