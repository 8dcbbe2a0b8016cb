// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/base/result.hpp>

#include <optional>
#include <string>

namespace rondetafel::actions
{

/// What every request needs to know first: the office, and who is signed in with this sign-in, if anybody.
struct Visit
{
    Office office;
    std::optional<Account> account;
};

struct VisitWish
{
    std::string sign_in_lookup; ///< empty for a guest
    Instant seen;               ///< when the person was last seen, machine clock
};

Result<Visit> receive(Context& context, const VisitWish& wish);

} // namespace rondetafel::actions
