// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/id.hpp>
#include <rondetafel/base/result.hpp>
#include <rondetafel/base/secrets.hpp>
#include <rondetafel/base/time.hpp>
#include <rondetafel/base/words.hpp>

#include <compare>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rondetafel
{

/// The permanent name of an article: twelve random letters (60 bits), never its number and never used again.
/// Zero-length means "none".
struct ArticleId
{
    std::string value;

    friend auto operator<=>(const ArticleId&, const ArticleId&) = default;
    explicit operator bool() const { return !value.empty(); }
};

ArticleId new_article_id(Randomness& randomness);
/// Whether a text could be one: twelve letters of base32.
bool is_article_id(std::string_view text);

/// What a piece of a covenant is. Considerations, articles, definitions articles and annexes stand on the first level;
/// definitions, members and parts stand inside them.
enum class ArticleKind
{
    consideration, ///< "overweging": a., b., …
    article,       ///< "artikel": 1, 2, …
    definitions,   ///< an article whose children are definitions; numbered with the articles
    definition,    ///< heading is the term, body its meaning
    member,        ///< "lid": 1, 2, … within its article
    part,          ///< "onderdeel": a, b, … within its member or article
    annex          ///< "bijlage": 1, 2, …
};

template <>
struct Words<ArticleKind>
{
    static constexpr std::pair<ArticleKind, std::string_view> all[] = {
        {ArticleKind::consideration, "consideration"},
        {ArticleKind::article, "article"},
        {ArticleKind::definitions, "definitions"},
        {ArticleKind::definition, "definition"},
        {ArticleKind::member, "member"},
        {ArticleKind::part, "part"},
        {ArticleKind::annex, "annex"}};
};

/// One piece of the text. `body` is Markdown of a small kind: paragraphs, lists, **bold**, *italic*, tables in annexes;
/// a reference to another piece stands in it as {id}.
struct Article
{
    ArticleId id;
    std::optional<ArticleId> parent; ///< none on the first level
    ArticleKind kind = ArticleKind::article;
    std::string heading; ///< one line; empty for considerations, members and parts
    std::string body;

    friend bool operator==(const Article&, const Article&) = default;
};

/// What a first-level article is about: a topic of good employership (fact list 1.11) or of the covenant itself, in one word
/// ("registration"), and the programme's starting point it serves, 1 to 6; 0 means none. Belongs to the article, not to a
/// version of its text.
struct ArticleSubject
{
    ArticleId article;
    std::string topic;
    int starting_point = 0;
};

/// A party as the text names it.
struct PartyText
{
    std::string legal_name;     ///< "Gemeente Aalsmeer"
    std::string short_name;     ///< "hierna te noemen": "de gemeente"
    std::string registration;   ///< KvK number, eight digits; may be empty for a public body
    std::string represented_by; ///< "de heer G.E. Oude Kotte"
    std::string capacity;       ///< "burgemeester"
    std::string authority;      ///< ground: "artikel 171 Gemeentewet", "statuten", "volmacht van …"

    friend bool operator==(const PartyText&, const PartyText&) = default;
};

/// The whole text of a covenant: title, parties and articles in reading order, each parent before its children.
struct CovenantText
{
    std::string title;
    std::vector<PartyText> parties;
    std::vector<Article> articles;

    friend bool operator==(const CovenantText&, const CovenantText&) = default;
};

/// The article with this id, or null; valid as long as `text` is not changed.
const Article* find_article(const CovenantText& text, const ArticleId& id);
/// The first-level article that holds this one (itself when it stands there), or null.
const Article* first_level_of(const CovenantText& text, const ArticleId& id);
/// An article with everything inside it, in reading order.
std::vector<Article> branch(const CovenantText& text, const ArticleId& id);
/// Puts `pieces` (an article and what is inside it) where the branch of the same id stands.
void replace_branch(CovenantText& text, const std::vector<Article>& pieces);

/// Numbers follow from position: {"a7f3…": "3"}. Members and parts carry their own number only ("2", "b").
std::map<ArticleId, std::string> numbers(const CovenantText& text);
/// How a reader finds each piece: "artikel 3", "artikel 3, lid 2, onder b", "overweging b", "bijlage 1",
/// "begrip huisvester". Always Dutch: it is part of a Dutch text.
using Citations = std::map<ArticleId, std::string>;
Citations citations(const CovenantText& text);
std::string citation(const CovenantText& text, const ArticleId& id);
/// A body with each {id} replaced by its citation; what refers to nothing stays as it is.
std::string resolved(std::string_view body, const Citations& citations);
/// The ids that a body refers to, in order, known or not.
std::vector<ArticleId> references_in(std::string_view body);

/// The branch of a first-level article as people edit it: the body, then members as "1. …", parts as "a. …" (indented by
/// three spaces inside a member), definitions as "- term: meaning". References stand as "[artikel 3, lid 2]".
std::string edited_text(const CovenantText& text, const ArticleId& id);
/// The same with references as {id}: what hashes, merging and stored amendments use.
std::string source_text(const CovenantText& text, const ArticleId& id);

/// What a person typed for one first-level article, taken apart again. Pieces that are still recognisable keep their ids
/// (equal text, then likeness, then place); others get new ones. Control characters are dropped, line ends become LF.
/// Problems name the field "text" or "heading": a reference to an article that does not exist ("article.no_such_reference"),
/// raw HTML ("article.html"), too long as typed or as source_text ("text.too_long", 60,000 characters), nothing typed
/// ("text.missing"), more than can be numbered ("article.too_many_members", 999 in the article; "article.too_many_parts",
/// 52 in one parent), a term over 200 characters ("article.term_too_long"), and tables of an annex over 40 columns or
/// 5,000 cells in one body ("article.table_too_large").
Result<std::vector<Article>> read_article(const CovenantText& text, const Article& article, std::string_view heading,
                                          std::string_view typed, Randomness& randomness);

/// The canonical bytes of a text (docs/canonical-text.md): the same text always gives the same bytes.
std::string canonical(const CovenantText& text);
/// Reads them back. Throws std::invalid_argument when they are not canonical: what is stored is never repaired.
CovenantText read_canonical(std::string_view bytes);
/// SHA-256, in hexadecimal, of the canonical lines of one branch: what an amendment says it was written against.
std::string branch_sha256(const CovenantText& text, const ArticleId& id);

/// What a covenant is about; decides which starter text it may begin from.
enum class CovenantSubject
{
    employership,
    housing,
    registration,
    other
};

template <>
struct Words<CovenantSubject>
{
    static constexpr std::pair<CovenantSubject, std::string_view> all[] = {
        {CovenantSubject::employership, "employership"},
        {CovenantSubject::housing, "housing"},
        {CovenantSubject::registration, "registration"},
        {CovenantSubject::other, "other"}};
};

enum class CovenantState
{
    drafting,   ///< nobody outside is asked at the moment
    consulting, ///< a round is open
    adopted,    ///< a version 1.0 stands; only signing and later change follow
    ended
};

template <>
struct Words<CovenantState>
{
    static constexpr std::pair<CovenantState, std::string_view> all[] = {
        {CovenantState::drafting, "drafting"},
        {CovenantState::consulting, "consulting"},
        {CovenantState::adopted, "adopted"},
        {CovenantState::ended, "ended"}};
};

struct Covenant
{
    CovenantId id;
    ProgrammeId programme;
    std::optional<StepId> step;
    CovenantSubject subject = CovenantSubject::employership;
    std::string title;
    CovenantState state = CovenantState::drafting;
    int revision = 0; ///< of title, state and the order of articles
    Instant created_at;
};

/// A text that parties have seen. Nothing in it is ever changed or removed.
struct Version
{
    VersionId id;
    CovenantId covenant;
    int major = 0; ///< 0.1, 0.2, … were issued to parties; 1.0 is adopted
    int minor = 1;
    std::string canonical;
    std::string sha256; ///< of `canonical`
    std::string change_note;
    std::string author;
    Instant issued_at;
    std::optional<DecisionRecordId> decision_record; ///< adopted versions name the decision

    std::string number() const { return std::to_string(major) + '.' + std::to_string(minor); }
};

/// The next number of a draft that is issued, and of an adopted text: after 0.3 come 0.4 and 1.0; after 1.0 come 1.1 and 2.0.
Version next_issued(const std::vector<Version>& versions);
Version next_adopted(const std::vector<Version>& versions);

} // namespace rondetafel
