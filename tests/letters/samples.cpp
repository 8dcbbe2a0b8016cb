// SPDX-License-Identifier: EUPL-1.2
#include "samples.hpp"

#include "letter_parts.hpp"

namespace rondetafel::letters::samples
{

namespace
{

Instant at(long long seconds)
{
    return from_epoch(seconds);
}

Meeting meeting()
{
    Meeting meeting;
    meeting.kind = MeetingKind::round_table;
    meeting.title = "Eerste rondetafel met uitzendbureaus";
    meeting.goal = "Wij praten over ons gezamenlijke doel en over hoe wij samenwerken.";
    meeting.agenda =
        "Welkom en voorstellen\nWat is goed werkgeverschap?\n"
        "Hoe werken wij samen, en welke afspraken willen wij met elkaar in een convenant zetten?\n"
        "Vervolg";
    meeting.starts = *local_from_iso("2024-09-10T14:00");
    meeting.ends = *local_from_iso("2024-09-10T16:00");
    meeting.place = "Raadhuis Aalsmeer, raadzaal";
    meeting.address = "Raadhuisplein 1, 1431 EH Aalsmeer";
    meeting.answer_by = *local_from_iso("2024-09-03T17:00");
    meeting.state = MeetingState::invited;
    meeting.uid = "m7f3k2m9qx4c5v8b1n6a0";
    return meeting;
}

Office office()
{
    return {"Gemeente Aalsmeer",
            "Gemeente Aalsmeer",
            "Gemeente Aalsmeer, programma arbeidsmigranten",
            "rondetafel@aalsmeer.example",
            "noor.vandijk@aalsmeer.example",
            "Noor van Dijk",
            "programmacoördinator arbeidsmigranten",
            "0297 12 34 56",
            "Raadhuisplein 1, 1431 EH Aalsmeer",
            "Op werkdagen van 9.00 tot 17.00 uur",
            188};
}

RoundFacts round()
{
    RoundFacts round;
    round.covenant = "Convenant goed werkgeverschap Aalsmeer";
    round.version = "0.2";
    round.next_version = "0.3";
    round.introduction = "In januari spraken wij over wonen na verlies van werk.\nDie afspraken staan nu in artikel 5.";
    round.closes = *local_from_iso("2024-06-28T17:00");
    round.earlier_round = true;
    round.author = "Marek Wiśniewski";
    round.comments = 2;
    round.amendments = 1;
    round.decisions = {
        {"artikel 5, lid 1", "Vier weken is lang in het hoogseizoen. Ik stel drie weken voor.", Outcome::partly,
         "Het blijft vier weken. Wij voegen toe dat de huisvester een gelijkwaardig bed mag aanbieden."},
        {"artikel 7", "", Outcome::taken_over, "Twee uur per week is duidelijker."},
        {"artikel 9, lid 2", "Wie betaalt de docent?", std::nullopt, ""}};
    return round;
}

void moved(LetterFacts& facts)
{
    facts.before = facts.meeting;
    facts.meeting->starts = *local_from_iso("2024-09-17T15:30");
    facts.meeting->ends = *local_from_iso("2024-09-17T17:00");
    facts.meeting->answer_by = *local_from_iso("2024-09-10T17:00");
    facts.meeting->place = "Dorpshuis De Reede";
    facts.meeting->address = "Marktstraat 19, 1431 BD Aalsmeer";
    facts.meeting->sequence = 1;
    facts.answers_reset = true;
}

void answered(LetterFacts& facts, Answer answer)
{
    facts.answer = answer;
    if (answer == Answer::substitute)
        facts.substitute_name = "Zoë van 't Hof";
}

} // namespace

LetterFacts facts(LetterKind kind, Language language)
{
    LetterFacts facts;
    facts.kind = kind;
    facts.language = language;
    facts.office = office();
    facts.to_name = {"Marek", "", "Wiśniewski", AddressForm::sir};
    facts.to_email = "marek@seringa.example";
    facts.organisation = "Uitzendbureau Seringa";
    if (about_round(kind))
        facts.round = round();
    else
        facts.meeting = meeting();
    facts.link = link;
    facts.calendar_uid = "7f3k2m9qx4c5v8b1n6a0@rondetafel.example";
    facts.written_at = at(1717405200); // 3 June 2024, 11.00 hours in Aalsmeer
    facts.link_hours = 72;
    switch (kind)
    {
    case LetterKind::receipt:
    case LetterKind::tomorrow:
    case LetterKind::withdrawn:
        answered(facts, Answer::yes);
        break;
    case LetterKind::update:
        moved(facts);
        break;
    case LetterKind::cancellation:
        answered(facts, Answer::yes);
        facts.cancel_reason = "De raadzaal is die dag niet beschikbaar.";
        facts.meeting->sequence = 1;
        break;
    case LetterKind::substitute_invitation:
        facts.substitute_for = "Sam van Dalen";
        break;
    case LetterKind::place_offer:
        answered(facts, Answer::offered);
        facts.offer_until = at(1725634800); // 6 September 2024, 17.00 hours
        break;
    default:
        break;
    }
    return facts;
}

std::vector<Sample> all(Language language)
{
    std::vector<Sample> samples;
    for (const auto& [kind, kind_word] : Words<LetterKind>::all)
        samples.push_back({std::string(kind_word), facts(kind, language)});
    for (const auto answer : {Answer::no, Answer::substitute, Answer::waiting})
    {
        samples.push_back({"receipt-" + std::string(word(answer)), facts(LetterKind::receipt, language)});
        answered(samples.back().facts, answer);
        samples.back().facts.remark = "Wij zijn die week met vakantie.";
    }
    samples.push_back({"update-kept", facts(LetterKind::update, language)});
    answered(samples.back().facts, Answer::yes);
    samples.back().facts.answers_reset = false;
    samples.push_back({"reaction_reminder-started", facts(LetterKind::reaction_reminder, language)});
    samples.back().facts.round->started = true;
    samples.push_back({"reaction_decisions-unchanged", facts(LetterKind::reaction_decisions, language)});
    samples.back().facts.round->next_version.clear();
    samples.push_back({"reaction_receipt-late", facts(LetterKind::reaction_receipt, language)});
    samples.back().facts.round->late = samples.back().facts.round->by_staff = true;
    samples.back().facts.round->comments = samples.back().facts.round->amendments = 0;
    samples.push_back({"invitation-preview", facts(LetterKind::invitation, language)});
    samples.back().facts.link.clear();
    return samples;
}

std::shared_ptr<const templates::Source> source()
{
    static const auto read = []
    {
        const std::filesystem::path folder = RONDETAFEL_SOURCE "/email-templates";
        return std::make_shared<const templates::Source>(folder, Texts{folder / "texts"});
    }();
    return read;
}

MimeHeaders headers()
{
    MimeHeaders headers;
    headers.from_name = "Gemeente Aalsmeer, programma arbeidsmigranten";
    headers.from_address = "rondetafel@aalsmeer.example";
    headers.reply_to = "noor.vandijk@aalsmeer.example";
    headers.to_name = "Zoë van 't Hof";
    headers.to_address = "zoe@partner.example";
    headers.message_id = "inv.7f3k2m9qx4c5.s0@rondetafel.example";
    headers.date = at(1717405200);
    headers.seed = "k4q7m2x9p3v8";
    return headers;
}

} // namespace rondetafel::letters::samples
