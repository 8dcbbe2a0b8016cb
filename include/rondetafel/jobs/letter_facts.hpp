// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/letters.hpp>
#include <rondetafel/letters/letter.hpp>
#include <rondetafel/letters/mime.hpp>

namespace rondetafel::jobs
{

/// What a letter says and what stands in its header, from what is known about it now.
letters::LetterFacts facts_of(const actions::LetterSubject& subject);
letters::MimeHeaders headers_of(const actions::LetterSubject& subject);

} // namespace rondetafel::jobs
