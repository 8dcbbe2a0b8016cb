// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/drafts.hpp>

namespace rondetafel::storage
{

namespace
{

/// A save as it lies in the table: the branch as canonical lines, so that it comes back with its ids.
struct SaveRow
{
    ArticleSave save;
    std::string pieces;
};

const std::string save_query = R"sql(
    SELECT id, covenant_id, article_id, verb, body, account_id, author, saved_at
    FROM article_saves )sql";

template <class... Uses>
std::vector<ArticleSave> read_saves(Sql& sql, const std::string& narrowed, const Uses&... uses)
{
    const auto rows = select<SaveRow>(
        sql, save_query + narrowed,
        [](soci::statement& statement, SaveRow& row)
        {
            auto& save = row.save;
            columns(statement, save.id, save.covenant, save.article.value, save.verb, row.pieces,
                    save.account, save.author, save.saved_at);
        },
        uses...);
    std::vector<ArticleSave> saves;
    for (const auto& row : rows)
    {
        saves.push_back(row.save);
        saves.back().pieces = read_canonical(row.pieces).articles;
    }
    return saves;
}

} // namespace

std::vector<ArticleSave> Drafts::saves_of(CovenantId covenant, const ArticleId& article) const
{
    return read_saves(sql_,
                      "WHERE covenant_id = :covenant AND article_id = :article ORDER BY id DESC LIMIT 200",
                      soci::use(covenant, "covenant"), soci::use(article.value, "article"));
}

std::vector<ArticleSave> Drafts::saves_of(CovenantId covenant, int limit) const
{
    return read_saves(sql_, "WHERE covenant_id = :covenant ORDER BY id DESC LIMIT " + std::to_string(limit),
                      soci::use(covenant, "covenant"));
}

std::optional<ArticleSave> Drafts::find_save(CovenantId covenant, long long id) const
{
    auto saves = read_saves(sql_, "WHERE covenant_id = :covenant AND id = :id",
                            soci::use(covenant, "covenant"), soci::use(id, "id"));
    return saves.empty() ? std::nullopt : std::optional(std::move(saves.front()));
}

void Drafts::add_save(const ArticleSave& save)
{
    const auto pieces = canonical({{}, {}, save.pieces});
    const auto heading = save.pieces.empty() ? std::string() : save.pieces.front().heading;
    change(sql_, R"sql(
        INSERT INTO article_saves (covenant_id, article_id, verb, heading, body, account_id, author, saved_at)
        VALUES (:covenant, :article, :verb, :heading, :body, :account, :author, :saved_at))sql",
           soci::use(save.covenant, "covenant"), soci::use(save.article.value, "article"),
           soci::use(save.verb, "verb"), soci::use(heading, "heading"), soci::use(pieces, "body"),
           soci::use(save.account, "account"), soci::use(save.author, "author"),
           soci::use(save.saved_at, "saved_at"));
}

std::optional<ArticleTyping> Drafts::typing(const ArticleId& article, AccountId account) const
{
    return select_one<ArticleTyping>(
        sql_, R"sql(
        SELECT article_id, account_id, base_revision, heading, body, typed_at
        FROM article_typings
        WHERE article_id = :article AND account_id = :account)sql",
        [](soci::statement& statement, ArticleTyping& row)
        {
            columns(statement, row.article.value, row.account, row.base_revision, row.heading, row.body,
                    row.typed_at);
        },
        soci::use(article.value, "article"), soci::use(account, "account"));
}

void Drafts::set_typing(const ArticleTyping& typing)
{
    forget_typing(typing.article, typing.account);
    change(sql_, R"sql(
        INSERT INTO article_typings (article_id, account_id, base_revision, heading, body, typed_at)
        VALUES (:article, :account, :revision, :heading, :body, :at))sql",
           soci::use(typing.article.value, "article"), soci::use(typing.account, "account"),
           soci::use(typing.base_revision, "revision"), soci::use(typing.heading, "heading"),
           soci::use(typing.body, "body"), soci::use(typing.typed_at, "at"));
}

void Drafts::forget_typing(const ArticleId& article, AccountId account)
{
    change(sql_, "DELETE FROM article_typings WHERE article_id = :article AND account_id = :account",
           soci::use(article.value, "article"), soci::use(account, "account"));
}

std::vector<ArticleSubject> Drafts::subjects_of(CovenantId covenant) const
{
    return select<ArticleSubject>(
        sql_,
        "SELECT id, topic, starting_point FROM articles WHERE covenant_id = :id AND (topic <> '' OR "
        "starting_point > 0)",
        [](soci::statement& statement, ArticleSubject& row)
        { columns(statement, row.article.value, row.topic, row.starting_point); },
        soci::use(covenant, "id"));
}

void Drafts::set_subject(const ArticleSubject& subject)
{
    change(sql_, "UPDATE articles SET topic = :topic, starting_point = :point WHERE id = :id",
           soci::use(subject.topic, "topic"), soci::use(subject.starting_point, "point"),
           soci::use(subject.article.value, "id"));
}

} // namespace rondetafel::storage
