// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/base/result.hpp>

namespace rondetafel::actions
{

/// Counts an attempt before it is judged; Problem "sign_in.wait" when it comes too soon.
Result<Done> count_attempt(Context& context, Account& account);
/// Whether `code` is the authenticator's now, or a recovery code that was not used; uses it up. The caller saves.
bool accept_code(Context& context, Account& account, const std::string& code);
/// A recovery code as it is kept: bound to its account.
std::string recovery_code_hash(const Keys& keys, AccountId account, const std::string& code);

} // namespace rondetafel::actions
