// SPDX-License-Identifier: EUPL-1.2
#include "composer.hpp"

#include <rondetafel/base/log.hpp>
#include <rondetafel/base/secrets.hpp>
#include <rondetafel/letters/letter_facts.hpp>
#include <rondetafel/letters/mime.hpp>

#include <stdexcept>

namespace rondetafel::jobs
{

Composer::Composer(storage::Database& database, const actions::Installation& installation,
                   std::shared_ptr<const templates::Source> letters)
    : runner_(database, installation), letters_(std::move(letters)), actor_(actions::Actor::service())
{
}

void Composer::compose(const std::vector<LetterId>& letters, const Take& take)
{
    const auto now = std::chrono::steady_clock::now();
    const auto subjects = *runner_.perform(storage::Access::read, actions::letter_subjects, actor_, letters);
    auto subject = subjects.begin();
    for (const auto letter : letters)
    {
        Composed composed;
        composed.at = now;
        const bool known = subject != subjects.end() && subject->letter.id == letter;
        if (known && subject->relevant)
            write(*subject, composed);
        if (known)
            ++subject;
        take(letter, std::move(composed));
    }
}

void Composer::write(const actions::LetterSubject& subject, Composed& composed)
{
    composed.sender = subject.office.sender_address;
    try
    {
        composed.message =
            letters::to_mime(letters_.write(letters::facts_of(subject)), letters::headers_of(subject));
    }
    catch (const std::invalid_argument& error)
    {
        log_event(LogLevel::error, "letter.unwritable",
                  {{"letter", subject.letter.id.value}, {"cause", std::string(error.what())}});
        composed.unwritable = true;
    }
    composed.sha256 = sha256_hex(composed.message);
}

} // namespace rondetafel::jobs
