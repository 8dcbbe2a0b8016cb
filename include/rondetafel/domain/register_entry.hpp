// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/parties.hpp>

#include <vector>

namespace rondetafel
{

/// An organisation with the people who speak for it, as a register is loaded: none of them has a number yet.
struct RegisterEntry
{
    Organisation organisation;
    std::vector<Contact> contacts;
};

} // namespace rondetafel
