// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/letters.hpp>
#include <rondetafel/letters/letter.hpp>
#include <rondetafel/letters/mime.hpp>

namespace rondetafel::letters
{

/// What a letter says and what stands in its header, from what is known about it now.
LetterFacts facts_of(const actions::LetterSubject& subject);
MimeHeaders headers_of(const actions::LetterSubject& subject);

} // namespace rondetafel::letters
