// SPDX-License-Identifier: EUPL-1.2
#include "composer.hpp"

#include <rondetafel/base/log.hpp>
#include <rondetafel/base/secrets.hpp>
#include <rondetafel/letters/letter_facts.hpp>
#include <rondetafel/letters/mime.hpp>

#include <stdexcept>

namespace rondetafel::jobs
{

Composer::Composer(storage::Address address, const actions::Installation& installation,
                   std::shared_ptr<const templates::Source> letters)
    : database_(std::move(address)), runner_(database_, installation), letters_(std::move(letters))
{
}

std::future<Composed> Composer::begin(LetterId letter)
{
    return thread_.begin([this, letter] { return compose(letter); });
}

Composed Composer::compose(LetterId letter)
{
    Composed composed;
    composed.at = std::chrono::steady_clock::now();
    const auto subject = runner_.perform(storage::Access::read, actions::letter_subject, actor_, letter);
    if (!subject || !subject->relevant)
        return composed;
    composed.sender = subject->office.sender_address;
    try
    {
        composed.message =
            letters::to_mime(letters_.write(letters::facts_of(*subject)), letters::headers_of(*subject));
    }
    catch (const std::invalid_argument& error)
    {
        log_event(LogLevel::error, "letter.unwritable", {{"letter", letter.value}, {"cause", std::string(error.what())}});
        composed.unwritable = true;
    }
    composed.sha256 = sha256_hex(composed.message);
    return composed;
}

} // namespace rondetafel::jobs
