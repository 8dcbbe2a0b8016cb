// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/links.hpp>

namespace rondetafel::storage
{

namespace
{

const std::string link_query = R"sql(
    SELECT id, link_key, key_number, purpose, invitation_id, account_id, letter_id, lookup, created_at, expires_at,
           revoked_at, used_at
    FROM links )sql";

void bind_link(soci::statement& statement, Link& row)
{
    columns(statement, row.id, row.key, row.key_number, row.purpose, row.invitation, row.account, row.letter, row.lookup,
         row.created_at, row.expires_at, row.revoked_at, row.used_at);
}

} // namespace

long long Links::add(const Link& link)
{
    return insert(sql_, "links", R"sql(
        INSERT INTO links (link_key, key_number, purpose, invitation_id, account_id, letter_id, lookup, created_at,
                           expires_at)
        VALUES (:link_key, :key_number, :purpose, :invitation, :account, :letter, :lookup, :created_at, :expires_at))sql",
           soci::use(link.key, "link_key"), soci::use(link.key_number, "key_number"), soci::use(link.purpose, "purpose"),
           soci::use(link.invitation, "invitation"), soci::use(link.account, "account"), soci::use(link.letter, "letter"),
           soci::use(link.lookup, "lookup"), soci::use(link.created_at, "created_at"),
           soci::use(link.expires_at, "expires_at"));
}

std::optional<Link> Links::find(const std::string& lookup) const
{
    return select_one<Link>(sql_, link_query + "WHERE lookup = :lookup", bind_link, soci::use(lookup, "lookup"));
}

std::optional<Link> Links::of_letter(LetterId letter) const
{
    return select_one<Link>(sql_, link_query + "WHERE letter_id = :letter", bind_link, soci::use(letter, "letter"));
}

void Links::revoke(InvitationId invitation, Instant now)
{
    change(sql_, "UPDATE links SET revoked_at = :now WHERE invitation_id = :id AND revoked_at IS NULL",
           soci::use(now, "now"), soci::use(invitation, "id"));
}

void Links::revoke(AccountId account, Instant now)
{
    change(sql_, "UPDATE links SET revoked_at = :now WHERE account_id = :id AND revoked_at IS NULL",
           soci::use(now, "now"), soci::use(account, "id"));
}

bool Links::use_up(long long id, Instant now)
{
    return change(sql_, "UPDATE links SET used_at = :now WHERE id = :id AND used_at IS NULL", soci::use(now, "now"),
                  soci::use(id, "id")) == 1;
}

} // namespace rondetafel::storage
