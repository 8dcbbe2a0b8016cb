// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/id.hpp>
#include <rondetafel/base/time.hpp>
#include <rondetafel/base/words.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::storage
{

class Sql;

/// What a link allows; a link never serves another purpose.
enum class LinkPurpose
{
    answer,   ///< answer one invitation
    password, ///< set the password of one account
    reaction  ///< react to a covenant on behalf of a party
};

} // namespace rondetafel::storage

namespace rondetafel
{

template <>
struct Words<storage::LinkPurpose>
{
    static constexpr std::pair<storage::LinkPurpose, std::string_view> all[] = {
        {storage::LinkPurpose::answer, "answer"},
        {storage::LinkPurpose::password, "password"},
        {storage::LinkPurpose::reaction, "reaction"}};
};

} // namespace rondetafel

namespace rondetafel::storage
{

/// A personal link. Its secret is derived from `key` under the key file; the row holds only a keyed hash of it.
struct Link
{
    long long id = 0;
    std::string key; ///< 32 random hexadecimal digits
    int key_number = 1;
    LinkPurpose purpose = LinkPurpose::answer;
    std::optional<InvitationId> invitation;
    std::optional<AccountId> account;
    std::optional<LetterId> letter; ///< the letter it leaves in
    std::string lookup;
    Instant created_at;
    Instant expires_at;
    std::optional<Instant> revoked_at;
    std::optional<Instant> used_at;
};

class Links
{
public:
    explicit Links(Sql& sql) : sql_(sql) {}

    long long add(const Link& link);
    std::optional<Link> find(const std::string& lookup) const;
    std::optional<Link> of_letter(LetterId letter) const;
    void revoke(InvitationId invitation, Instant now);
    void revoke(AccountId account, Instant now);
    /// Uses up a one-time link; false when another was faster.
    bool use_up(long long id, Instant now);

private:
    Sql& sql_;
};

} // namespace rondetafel::storage
