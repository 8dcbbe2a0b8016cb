// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/database.hpp>
#include <rondetafel/storage/drafts.hpp>

#include <algorithm>
#include <map>

namespace rondetafel::storage
{

namespace
{

/// A piece as it lies in the table. Its position is its place among the pieces of the same parent.
struct PieceRow
{
    Article article;
    std::optional<std::string> parent;
    int position = 0;
    int revision = 0;
};

std::vector<PieceRow> read_pieces(Sql& sql, CovenantId covenant)
{
    auto rows = select<PieceRow>(
        sql, R"sql(
        SELECT article_id, parent_id, position, kind, heading, body, revision
        FROM draft_articles
        WHERE covenant_id = :id
        ORDER BY position, article_id)sql",
        [](soci::statement& statement, PieceRow& row)
        {
            columns(statement, row.article.id.value, row.parent, row.position, row.article.kind,
                    row.article.heading, row.article.body, row.revision);
        },
        soci::use(covenant, "id"));
    for (auto& row : rows)
        if (row.parent)
            row.article.parent = ArticleId{*row.parent};
    return rows;
}

using Children = std::multimap<ArticleId, const PieceRow*>;

void append_children(std::vector<Article>& pieces, const Children& children, const ArticleId& parent)
{
    const auto [begin, end] = children.equal_range(parent);
    for (auto child = begin; child != end; ++child)
    {
        pieces.push_back(child->second->article);
        append_children(pieces, children, child->second->article.id);
    }
}

void remove_pieces(Sql& sql, const std::vector<Article>& pieces)
{
    for (const auto& piece : pieces)
        change(sql, "DELETE FROM draft_articles WHERE article_id = :id", soci::use(piece.id.value, "id"));
}

void write_piece(Sql& sql, CovenantId covenant, const Article& piece, int position, int revision)
{
    const auto parent = piece.parent ? std::optional(piece.parent->value) : std::nullopt;
    change(sql, R"sql(
        INSERT INTO draft_articles (article_id, covenant_id, parent_id, position, kind, heading, body, revision)
        VALUES (:id, :covenant, :parent, :position, :kind, :heading, :body, :revision))sql",
           soci::use(piece.id.value, "id"), soci::use(covenant, "covenant"), soci::use(parent, "parent"),
           soci::use(position, "position"), soci::use(piece.kind, "kind"),
           soci::use(piece.heading, "heading"), soci::use(piece.body, "body"),
           soci::use(revision, "revision"));
}

// An id is written down once and never goes, so that no other article can ever get it.
void register_id(Sql& sql, CovenantId covenant, const ArticleId& id, Instant now)
{
    const auto known = *select_one<long long>(
        sql, "SELECT COUNT(*) FROM articles WHERE id = :id",
        [](soci::statement& statement, long long& row) { columns(statement, row); },
        soci::use(id.value, "id"));
    if (known == 0)
        change(sql, "INSERT INTO articles (id, covenant_id, created_at) VALUES (:id, :covenant, :now)",
               soci::use(id.value, "id"), soci::use(covenant, "covenant"), soci::use(now, "now"));
}

void set_position(Sql& sql, const ArticleId& id, int position)
{
    change(sql, "UPDATE draft_articles SET position = :position WHERE article_id = :id",
           soci::use(position, "position"), soci::use(id.value, "id"));
}

void write_inside(Sql& sql, const DraftArticle& draft, Instant now)
{
    std::map<ArticleId, int> positions;
    for (auto piece = draft.pieces.begin() + 1; piece != draft.pieces.end(); ++piece)
    {
        register_id(sql, draft.covenant, piece->id, now);
        write_piece(sql, draft.covenant, *piece, positions[piece->parent.value()]++, 1);
    }
}

void write_branch(Sql& sql, const DraftArticle& draft, Instant now)
{
    register_id(sql, draft.covenant, draft.id(), now);
    write_piece(sql, draft.covenant, draft.article(), draft.position, draft.revision);
    write_inside(sql, draft, now);
}

} // namespace

std::vector<DraftArticle> Drafts::of(CovenantId covenant) const
{
    const auto rows = read_pieces(sql_, covenant);
    Children children;
    for (const auto& row : rows)
        if (row.article.parent)
            children.emplace(*row.article.parent, &row);
    std::vector<DraftArticle> drafts;
    for (const auto& row : rows)
    {
        if (row.article.parent)
            continue;
        drafts.push_back({covenant, {row.article}, row.position, row.revision});
        append_children(drafts.back().pieces, children, row.article.id);
    }
    return drafts;
}

std::optional<DraftArticle> Drafts::find(CovenantId covenant, const ArticleId& id) const
{
    auto drafts = of(covenant);
    const auto found =
        std::find_if(drafts.begin(), drafts.end(), [&](const auto& draft) { return draft.id() == id; });
    return found == drafts.end() ? std::nullopt : std::optional(std::move(*found));
}

bool Drafts::knows(CovenantId covenant, const ArticleId& id) const
{
    return *select_one<long long>(
               sql_, "SELECT COUNT(*) FROM articles WHERE id = :id AND covenant_id = :covenant",
               [](soci::statement& statement, long long& row) { columns(statement, row); },
               soci::use(id.value, "id"), soci::use(covenant, "covenant")) != 0;
}

void Drafts::add(CovenantId covenant, const std::vector<Article>& pieces, int position, Instant now)
{
    change(sql_, R"sql(
        UPDATE draft_articles SET position = position + 1
        WHERE covenant_id = :covenant AND parent_id IS NULL AND position >= :position)sql",
           soci::use(covenant, "covenant"), soci::use(position, "position"));
    write_branch(sql_, {covenant, pieces, position, 1}, now);
}

void Drafts::save(DraftArticle& draft, Instant now)
{
    const auto& article = draft.article();
    const auto touched = change(sql_, R"sql(
        UPDATE draft_articles SET kind = :kind, heading = :heading, body = :body, revision = revision + 1
        WHERE article_id = :id AND covenant_id = :covenant AND revision = :revision)sql",
                                soci::use(article.kind, "kind"), soci::use(article.heading, "heading"),
                                soci::use(article.body, "body"), soci::use(article.id.value, "id"),
                                soci::use(draft.covenant, "covenant"), soci::use(draft.revision, "revision"));
    if (touched != 1)
        throw Outdated("article");
    ++draft.revision;
    if (const auto stored = find(draft.covenant, article.id))
        remove_pieces(sql_, {stored->pieces.begin() + 1, stored->pieces.end()});
    write_inside(sql_, draft, now);
}

void Drafts::remove(const DraftArticle& draft)
{
    const auto touched =
        change(sql_, "DELETE FROM draft_articles WHERE article_id = :id AND revision = :revision",
               soci::use(draft.id().value, "id"), soci::use(draft.revision, "revision"));
    if (touched != 1)
        throw Outdated("article");
    remove_pieces(sql_, {draft.pieces.begin() + 1, draft.pieces.end()});
}

void Drafts::order(CovenantId covenant, const std::vector<ArticleId>& ids)
{
    int position = 0;
    for (const auto& id : ids)
        if (knows(covenant, id))
            set_position(sql_, id, position++);
}

void Drafts::replace(CovenantId covenant, const std::vector<Article>& articles,
                     const std::vector<DraftArticle>& before, Instant now)
{
    CovenantText wanted;
    wanted.articles = articles;
    std::map<ArticleId, DraftArticle> stored;
    for (const auto& draft : before)
        stored.emplace(draft.id(), draft);
    std::vector<DraftArticle> next;
    for (const auto& article : articles)
        if (!article.parent)
            next.push_back({covenant, branch(wanted, article.id), static_cast<int>(next.size()), 0});
    // What leaves goes first: a member may have moved to another article, and its id stands in the table
    // once.
    for (const auto& [id, draft] : stored)
    {
        const auto same = [&](const DraftArticle& other)
        { return other.id() == id && other.pieces == draft.pieces; };
        if (std::none_of(next.begin(), next.end(), same))
            remove(draft);
    }
    for (auto& draft : next)
    {
        const auto old = stored.find(draft.id());
        if (old != stored.end() && old->second.pieces == draft.pieces)
        {
            set_position(sql_, draft.id(), draft.position);
            continue;
        }
        draft.revision = old == stored.end() ? 1 : old->second.revision + 1;
        write_branch(sql_, draft, now);
    }
}

CovenantText text_of(const Covenant& covenant, const std::vector<PartyText>& parties,
                     const std::vector<DraftArticle>& articles)
{
    CovenantText text{covenant.title, parties, {}};
    for (const auto& draft : articles)
        text.articles.insert(text.articles.end(), draft.pieces.begin(), draft.pieces.end());
    return text;
}

} // namespace rondetafel::storage
