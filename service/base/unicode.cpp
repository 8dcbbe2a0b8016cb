// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/unicode.hpp>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace rondetafel
{

std::string composed(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFCInstance(status);
    const auto result = form->normalize(icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status);
    if (U_FAILURE(status))
        throw std::runtime_error("ICU cannot compose a text");
    std::string bytes;
    result.toUTF8String(bytes);
    return bytes;
}

} // namespace rondetafel
