// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/id.hpp>
#include <rondetafel/base/language.hpp>
#include <rondetafel/base/result.hpp>
#include <rondetafel/base/secrets.hpp>
#include <rondetafel/base/time.hpp>
#include <rondetafel/base/words.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rondetafel
{

enum class Role
{
    administrator,
    coordinator,
    reader
};

template <>
struct Words<Role>
{
    static constexpr std::pair<Role, std::string_view> all[] = {
        {Role::administrator, "administrator"}, {Role::coordinator, "coordinator"}, {Role::reader, "reader"}};
};

enum class AccountStatus
{
    invited, ///< has no password yet
    active,
    disabled
};

template <>
struct Words<AccountStatus>
{
    static constexpr std::pair<AccountStatus, std::string_view> all[] = {
        {AccountStatus::invited, "invited"},
        {AccountStatus::active, "active"},
        {AccountStatus::disabled, "disabled"}};
};

/// Somebody of the municipality who signs in. Partners have no account.
struct Account
{
    AccountId id;
    std::string email;
    std::string name;
    Role role = Role::reader;
    Language language = Language::nl;
    AccountStatus status = AccountStatus::invited;
    std::string password_hash;
    std::string totp_sealed; ///< the second factor's secret under the key file; empty when none is set up
    long long totp_last_step = 0; ///< the last time step a code was accepted for; a code counts once
    int failures = 0;             ///< wrong passwords or codes in a row
    std::optional<Instant> failed_at;
    int revision = 0;
};

/// How long after the last of `failures` the next attempt is looked at: five are free, then 2, 4, 8 … seconds
/// up to a quarter of an hour. Never a lock: whoever waits gets in, and nobody can shut another out for good.
std::chrono::seconds back_off(int failures);
bool may_try(const Account& account, Instant now);

/// Field "password": "password.too_short", "password.too_long", "password.common" when little remains beside
/// words everybody tries, "password.context" when little remains beside one's own name, address, office or
/// product.
Result<Done> check_new_password(const std::string& password, const Account& account);

inline constexpr std::chrono::minutes session_idle_max{60};
inline constexpr std::chrono::hours session_age_max{12};
/// Whether somebody who signed in at `started` and was last seen at `seen` is still signed in (machine
/// clock).
bool session_alive(Instant started, Instant seen, Instant now);

/// The time step a code of an authenticator belongs to: the present one, the one before or after, and later
/// than `last_step`, so that no code counts twice. Blanks in the code are ignored. Nothing when the code is
/// wrong.
std::optional<long long> totp_step(const std::string& secret_bytes, const std::string& code, Instant now,
                                   long long last_step);
/// 20 bytes, what RFC 4226 advises.
std::string new_totp_secret(Randomness& randomness);
/// The secret in base32 (RFC 4648) in groups of four, for typing it over.
std::string totp_secret_text(const std::string& secret_bytes);
/// What the QR code holds: "otpauth://totp/Rondetafel%20Aalsmeer:noor%40aalsmeer.example?secret=…".
std::string totp_uri(const std::string& secret_bytes, std::string_view issuer, std::string_view email);

/// Ten codes of 80 bits, "k3f9-…" in four groups of four; shown once and stored hashed.
std::vector<std::string> new_recovery_codes(Randomness& randomness);
/// A recovery code as a person types it, in the form that was hashed: without blanks and dashes, in lower
/// case, with the letters that look like digits read as digits.
std::string recovery_code_from(std::string_view typed);

} // namespace rondetafel
