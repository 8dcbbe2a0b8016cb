// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/letters/letter.hpp>

#include "letter_parts.hpp"

namespace rondetafel::letters
{

namespace
{

std::string trimmed(std::string text)
{
    text.erase(text.find_last_not_of(" \n") + 1);
    return text;
}

} // namespace

Letter Letters::write(const LetterFacts& facts)
{
    check_facts(facts);
    auto view = view_of(facts);
    const auto piece = [&](const std::string& name)
    { return trimmed(templates_.render(facts.language, name, view)); };
    if (facts.meeting)
    {
        view.set("meeting_word", piece("words/meeting_text"));
        view.set("to_meeting", piece("words/to_meeting_text"));
    }
    const std::string folder{word(facts.kind)};
    Letter letter;
    letter.subject = piece(folder + "/subject");
    view.set("subject", letter.subject);
    letter.text = wrapped(templates_.render(facts.language, folder + "/text", view));
    letter.html = templates_.render(facts.language, folder + "/html", view);
    if (carries_calendar(facts))
        letter.calendar = calendar_of(facts, piece("words/calendar_text"));
    return letter;
}

} // namespace rondetafel::letters
