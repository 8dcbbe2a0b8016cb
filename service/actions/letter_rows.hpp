// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>

#include <string>

namespace rondetafel::actions
{

/// A letter for the outbox that still needs a recipient's name, address and language.
storage::OutboxLetter new_letter(Context& context, LetterKind kind, const std::string& occasion,
                                 const std::string& recipient);
/// A personal link that leaves in a letter.
storage::Link new_link(Context& context, storage::LinkPurpose purpose, LetterId letter, Instant expires);

} // namespace rondetafel::actions
