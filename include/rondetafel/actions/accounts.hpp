// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/base/result.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::actions
{

/// The address as accounts keep it: without blanks around it and in small letters.
std::string account_email(const std::string& typed);

// Signing in. A password is compared between two actions, never inside one: it takes a tenth of a second.

/// An attempt that was counted before anything is compared, so that many at once are all counted.
struct Attempt
{
    /// As it stood before this attempt. Nothing for an unknown address, and nothing when the last attempts
    /// were too many and too recent: a wait that were told would tell which addresses exist.
    std::optional<Account> account;
};
Result<Attempt> begin_attempt(Context& context, const std::string& email);

struct ComparedPassword
{
    Attempt attempt;
    bool right = false;
    std::string sign_in_lookup; ///< of the sign-in to make
};
struct Entrance
{
    Account account;
    bool code_needed = false; ///< the second step comes first; nobody is signed in yet
};
/// Signs in, or asks for the second step. Unknown, wrong and disabled are one Problem: "sign_in.wrong".
Result<Entrance> finish_attempt(Context& context, const ComparedPassword& compared);

/// What ties the second step to the password that was right: another password makes it void.
std::string password_mark(const Account& account);

struct TryCode
{
    AccountId account;
    std::string password_mark;
    std::string code; ///< of the authenticator, or a recovery code
    std::string sign_in_lookup;
};
/// The account when the code was right. A wrong code is no Problem here: it must be counted.
Result<std::optional<Account>> try_code(Context& context, const TryCode& wish);

Result<Done> sign_out(Context& context, const std::string& sign_in_lookup);
Result<Done> sign_out_everywhere(Context& context, const Done&);

// One's own account.

struct OwnDetails
{
    std::string name;
    Language language = Language::nl;
};
Result<Done> save_own_details(Context& context, const OwnDetails& wish);

struct OwnPassword
{
    std::string hash;
    std::string sign_in_lookup; ///< of the sign-in that takes the place of all that were
};
Result<Done> change_own_password(Context& context, const OwnPassword& wish);

struct SecondStep
{
    std::string secret; ///< 20 bytes
    std::string code;
};
/// The recovery codes, to show once. Field "code": "code.wrong".
Result<std::vector<std::string>> turn_on_second_step(Context& context, const SecondStep& wish);
/// Whether the code was right; a wrong one is counted.
Result<bool> turn_off_second_step(Context& context, const std::string& code);

// For the administrator, the command line and the demo.

Result<std::vector<Account>> list_accounts(Context& context, const Done&);

struct NewAccount
{
    std::string email;
    std::string name;
    Role role = Role::reader;
    Language language = Language::nl;
    std::string password_hash; ///< with one the account is active at once
};
Result<Account> add_account(Context& context, const NewAccount& wish);
/// Adds the account and sends a letter with a link that works for three days.
Result<Account> invite_account(Context& context, const NewAccount& wish);
/// A one-time address to set a password, for whoever runs the command line; works for three days.
Result<std::string> password_link(Context& context, const AccountId& id);

enum class AccountDeed
{
    set_role,
    disable,
    enable,
    send_link,
    drop_second_step ///< for who lost telephone and recovery codes
};

struct ChangeAccount
{
    AccountId account;
    AccountDeed deed = AccountDeed::set_role;
    Role role = Role::reader;
};
/// Conflict "account.last_administrator" when nobody would be left who can undo it.
Result<Account> change_account(Context& context, const ChangeAccount& wish);

// Passwords by link.

/// Sends a letter when there is an active account; the answer is the same when there is none.
Result<Done> ask_new_password(Context& context, const std::string& email);
/// Whose password this link sets. Wrong, expired and used are one and the same Problem.
Result<Account> find_password_link(Context& context, const std::string& token);

struct SetPassword
{
    std::string token;
    std::string hash;
};
Result<Done> set_password(Context& context, const SetPassword& wish);

} // namespace rondetafel::actions

namespace rondetafel
{

template <>
struct Words<actions::AccountDeed>
{
    static constexpr std::pair<actions::AccountDeed, std::string_view> all[] = {
        {actions::AccountDeed::set_role, "set_role"},
        {actions::AccountDeed::disable, "disable"},
        {actions::AccountDeed::enable, "enable"},
        {actions::AccountDeed::send_link, "send_link"},
        {actions::AccountDeed::drop_second_step, "drop_second_step"}};
};

} // namespace rondetafel
