// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/accounts.hpp>
#include <rondetafel/storage/database.hpp>

namespace rondetafel::storage
{

namespace
{

const std::string account_query = R"sql(
    SELECT id, email, name, role, language, status, password_hash, totp_sealed, totp_last_step, failures, failed_at,
           revision
    FROM accounts )sql";

void bind_account(soci::statement& statement, Account& row)
{
    columns(statement, row.id, row.email, row.name, row.role, row.language, row.status, row.password_hash, row.totp_sealed,
         row.totp_last_step, row.failures, row.failed_at, row.revision);
}

} // namespace

std::vector<Account> Accounts::all() const { return select<Account>(sql_, account_query + "ORDER BY name", bind_account); }

std::optional<Account> Accounts::find(AccountId id) const
{
    return select_one<Account>(sql_, account_query + "WHERE id = :id", bind_account, soci::use(id, "id"));
}

std::optional<Account> Accounts::find_by_email(const std::string& email) const
{
    return select_one<Account>(sql_, account_query + "WHERE email = :email", bind_account, soci::use(email, "email"));
}

AccountId Accounts::add(const Account& account, Instant now)
{
    return AccountId{insert(sql_, "accounts", R"sql(
        INSERT INTO accounts (email, name, role, language, status, password_hash, totp_sealed, totp_last_step, failures,
                              created_at, revision)
        VALUES (:email, :name, :role, :language, :status, :password, :totp, 0, 0, :now, 1))sql",
                            soci::use(account.email, "email"), soci::use(account.name, "name"),
                            soci::use(account.role, "role"), soci::use(account.language, "language"),
                            soci::use(account.status, "status"), soci::use(account.password_hash, "password"),
                            soci::use(account.totp_sealed, "totp"), soci::use(now, "now"))};
}

void Accounts::save(Account& account)
{
    const auto touched =
        change(sql_, R"sql(
        UPDATE accounts
        SET email = :email, name = :name, role = :role, language = :language, status = :status,
            password_hash = :password, totp_sealed = :totp, totp_last_step = :step, failures = :failures,
            failed_at = :failed, revision = revision + 1
        WHERE id = :id AND revision = :revision)sql",
               soci::use(account.email, "email"), soci::use(account.name, "name"), soci::use(account.role, "role"),
               soci::use(account.language, "language"), soci::use(account.status, "status"),
               soci::use(account.password_hash, "password"), soci::use(account.totp_sealed, "totp"),
               soci::use(account.totp_last_step, "step"), soci::use(account.failures, "failures"),
               soci::use(account.failed_at, "failed"), soci::use(account.id, "id"),
               soci::use(account.revision, "revision"));
    if (touched != 1)
        throw Outdated("account");
    ++account.revision;
}

void Accounts::add_sign_in(AccountId account, const std::string& lookup, Instant now)
{
    change(sql_, "INSERT INTO sign_ins (lookup, account_id, created_at) VALUES (:lookup, :account, :now)",
           soci::use(lookup, "lookup"), soci::use(account, "account"), soci::use(now, "now"));
}

std::optional<SignIn> Accounts::find_sign_in(const std::string& lookup) const
{
    return select_one<SignIn>(
        sql_, "SELECT id, account_id, created_at, ended_at FROM sign_ins WHERE lookup = :lookup",
        [](soci::statement& statement, SignIn& row) {
            columns(statement, row.id, row.account, row.created_at, row.ended_at);
        },
        soci::use(lookup, "lookup"));
}

void Accounts::end_sign_in(const std::string& lookup, Instant now)
{
    change(sql_, "UPDATE sign_ins SET ended_at = :now WHERE lookup = :lookup AND ended_at IS NULL", soci::use(now, "now"),
           soci::use(lookup, "lookup"));
}

void Accounts::end_sign_ins(AccountId account, Instant now)
{
    change(sql_, "UPDATE sign_ins SET ended_at = :now WHERE account_id = :account AND ended_at IS NULL",
           soci::use(now, "now"), soci::use(account, "account"));
}

void Accounts::replace_recovery_codes(AccountId account, const std::vector<std::string>& hashes)
{
    change(sql_, "DELETE FROM recovery_codes WHERE account_id = :account", soci::use(account, "account"));
    for (const auto& hash : hashes)
        change(sql_, "INSERT INTO recovery_codes (account_id, code_hash) VALUES (:account, :hash)",
               soci::use(account, "account"), soci::use(hash, "hash"));
}

bool Accounts::use_recovery_code(AccountId account, const std::string& hash, Instant now)
{
    return change(sql_, R"sql(
        UPDATE recovery_codes SET used_at = :now
        WHERE account_id = :account AND code_hash = :hash AND used_at IS NULL)sql",
                  soci::use(now, "now"), soci::use(account, "account"), soci::use(hash, "hash")) == 1;
}

} // namespace rondetafel::storage
