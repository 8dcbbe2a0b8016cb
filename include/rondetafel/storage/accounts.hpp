// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/accounts.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::storage
{

class Sql;

/// Somebody signed in: the row exists so that it can be ended from elsewhere.
struct SignIn
{
    long long id = 0;
    AccountId account;
    Instant created_at;
    std::optional<Instant> ended_at;
};

class Accounts
{
public:
    explicit Accounts(Sql& sql) : sql_(sql) {}

    std::vector<Account> all() const;
    std::optional<Account> find(AccountId id) const;
    /// `email` in lower case.
    std::optional<Account> find_by_email(const std::string& email) const;
    AccountId add(const Account& account, Instant now);
    void save(Account& account);

    void add_sign_in(AccountId account, const std::string& lookup, Instant now);
    std::optional<SignIn> find_sign_in(const std::string& lookup) const;
    void end_sign_in(const std::string& lookup, Instant now);
    /// Everywhere: all sign-ins of the account that have not ended.
    void end_sign_ins(AccountId account, Instant now);

    void replace_recovery_codes(AccountId account, const std::vector<std::string>& hashes);
    /// Uses up a code; false when it is not there or was used before.
    bool use_recovery_code(AccountId account, const std::string& hash, Instant now);

private:
    Sql& sql_;
};

} // namespace rondetafel::storage
