// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/database.hpp>
#include <rondetafel/storage/reactions.hpp>

namespace rondetafel::storage
{

namespace
{

const std::string reaction_query = R"sql(
    SELECT id, round_id, party_id, no_remarks, given_at, late, source, author, entered_by, given_revision,
           revision
    FROM reactions )sql";

const std::string remark_query = R"sql(
    SELECT m.id, m.reaction_id, m.kind, m.article_id, m.deed, m.place_id, m.inserted_id, m.inserted_kind, m.base_sha256,
           m.heading, m.body, m.comment, m.quote, m.prefix, m.suffix, m.author, m.consultee_id, m.source, m.late, m.given_at,
           m.withdrawn_at, m.carried_from_id, m.replaced_by_id, m.carried_openly, m.look_again
    FROM remarks m )sql";

void bind_reaction(soci::statement& statement, Reaction& row)
{
    columns(statement, row.id, row.round, row.party, row.no_remarks, row.given_at, row.late, row.source, row.author,
            row.entered_by, row.given_revision, row.revision);
}

void bind_remark(soci::statement& statement, Remark& row)
{
    auto& words = row.amendment;
    columns(statement, row.id, row.reaction, row.kind, words.article.value, words.deed, words.place.value,
            words.inserted.value, words.kind, words.base_sha256, words.heading, words.text, row.comment, row.quote,
            row.prefix, row.suffix, row.author, row.consultee, row.source, row.late, row.given_at, row.withdrawn_at,
            row.carried_from, row.replaced_by, row.carried_openly, row.look_again);
}

// An amendment answers to the number of the remark it stands in.
std::vector<Remark> numbered(std::vector<Remark> remarks)
{
    for (auto& remark : remarks)
        remark.amendment.id = remark.id;
    return remarks;
}

} // namespace

std::optional<Reaction> Reactions::find(ReactionId id) const
{
    return select_one<Reaction>(sql_, reaction_query + "WHERE id = :id", bind_reaction, soci::use(id, "id"));
}

std::optional<Reaction> Reactions::of(RoundId round, CovenantPartyId party) const
{
    return select_one<Reaction>(sql_, reaction_query + "WHERE round_id = :round AND party_id = :party", bind_reaction,
                                soci::use(round, "round"), soci::use(party, "party"));
}

std::vector<Reaction> Reactions::of(RoundId round) const
{
    return select<Reaction>(sql_, reaction_query + "WHERE round_id = :id ORDER BY party_id", bind_reaction,
                            soci::use(round, "id"));
}

std::vector<ReceivedReaction> Reactions::last_received(int limit) const
{
    return select<ReceivedReaction>(sql_, R"sql(
        SELECT r.given_at, r.author, p.legal_name, r.entered_by, r.source, o.id, c.id, c.title
        FROM reactions r JOIN covenant_parties p ON p.id = r.party_id JOIN rounds o ON o.id = r.round_id
        JOIN covenants c ON c.id = o.covenant_id
        WHERE r.given_at IS NOT NULL
        ORDER BY r.given_at DESC, r.id DESC LIMIT )sql" + std::to_string(limit),
                                    [](soci::statement& statement, ReceivedReaction& row)
                                    {
                                        columns(statement, row.given_at, row.author, row.party, row.entered_by, row.source,
                                                row.round, row.covenant, row.covenant_title);
                                    });
}

ReactionId Reactions::add(const Reaction& row)
{
    return ReactionId{insert(sql_, "reactions", R"sql(
        INSERT INTO reactions (round_id, party_id, no_remarks, given_at, late, source, author, entered_by, revision)
        VALUES (:round, :party, :no_remarks, :given_at, :late, :source, :author, :entered_by, 1))sql",
                             soci::use(row.round, "round"), soci::use(row.party, "party"),
                             soci::use(row.no_remarks, "no_remarks"), soci::use(row.given_at, "given_at"),
                             soci::use(row.late, "late"), soci::use(row.source, "source"),
                             soci::use(row.author, "author"), soci::use(row.entered_by, "entered_by"))};
}

void Reactions::save(Reaction& row)
{
    const auto touched = change(sql_, R"sql(
        UPDATE reactions
        SET no_remarks = :no_remarks, given_at = :given_at, late = :late, source = :source, author = :author,
            entered_by = :entered_by, given_revision = :given_revision, revision = revision + 1
        WHERE id = :id AND revision = :revision)sql",
                                soci::use(row.no_remarks, "no_remarks"), soci::use(row.given_at, "given_at"),
                                soci::use(row.late, "late"), soci::use(row.source, "source"),
                                soci::use(row.author, "author"), soci::use(row.entered_by, "entered_by"),
                                soci::use(row.given_revision, "given_revision"), soci::use(row.id, "id"), soci::use(row.revision, "revision"));
    if (touched != 1)
        throw Outdated("reaction");
    ++row.revision;
}

void Reactions::take_turn(ReactionId id)
{
    change(sql_, "UPDATE reactions SET revision = revision + 1 WHERE id = :id", soci::use(id, "id"));
}

std::optional<Remark> Reactions::find_remark(RemarkId id) const
{
    auto found =
        numbered(select<Remark>(sql_, remark_query + "WHERE m.id = :id", bind_remark, soci::use(id, "id")));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Remark> Reactions::remarks_of(RoundId round) const
{
    return numbered(select<Remark>(
        sql_, remark_query + "JOIN reactions r ON r.id = m.reaction_id WHERE r.round_id = :id ORDER BY m.id", bind_remark,
        soci::use(round, "id")));
}

std::vector<Remark> Reactions::remarks_of(ReactionId reaction) const
{
    return numbered(select<Remark>(sql_, remark_query + "WHERE m.reaction_id = :id ORDER BY m.id", bind_remark,
                                   soci::use(reaction, "id")));
}

RemarkId Reactions::add_remark(const Remark& row)
{
    const auto& words = row.amendment;
    return RemarkId{insert(
        sql_, "remarks", R"sql(
        INSERT INTO remarks (reaction_id, kind, article_id, deed, place_id, inserted_id, inserted_kind, base_sha256, heading,
                             body, comment, quote, prefix, suffix, author, consultee_id, source, late, given_at,
                             carried_from_id, carried_openly, look_again)
        VALUES (:reaction, :kind, :article, :deed, :place, :inserted, :inserted_kind, :base, :heading, :body, :comment,
                :quote, :prefix, :suffix, :author, :consultee, :source, :late, :given_at, :carried_from, :carried_openly, :look_again))sql",
        soci::use(row.reaction, "reaction"), soci::use(row.kind, "kind"), soci::use(words.article.value, "article"),
        soci::use(words.deed, "deed"), soci::use(words.place.value, "place"), soci::use(words.inserted.value, "inserted"),
        soci::use(words.kind, "inserted_kind"), soci::use(words.base_sha256, "base"), soci::use(words.heading, "heading"),
        soci::use(words.text, "body"), soci::use(row.comment, "comment"), soci::use(row.quote, "quote"),
        soci::use(row.prefix, "prefix"), soci::use(row.suffix, "suffix"), soci::use(row.author, "author"),
        soci::use(row.consultee, "consultee"), soci::use(row.source, "source"), soci::use(row.late, "late"),
        soci::use(row.given_at, "given_at"), soci::use(row.carried_from, "carried_from"),
        soci::use(row.carried_openly, "carried_openly"), soci::use(row.look_again, "look_again"))};
}

bool Reactions::replace_remark(RemarkId old, RemarkId by)
{
    return change(sql_, R"sql(
        UPDATE remarks SET replaced_by_id = :by WHERE id = :id AND replaced_by_id IS NULL AND withdrawn_at IS NULL)sql",
                  soci::use(by, "by"), soci::use(old, "id")) == 1;
}

bool Reactions::withdraw_remark(RemarkId id, Instant now)
{
    return change(sql_, R"sql(
        UPDATE remarks SET withdrawn_at = :now WHERE id = :id AND replaced_by_id IS NULL AND withdrawn_at IS NULL)sql",
                  soci::use(now, "now"), soci::use(id, "id")) == 1;
}

} // namespace rondetafel::storage
