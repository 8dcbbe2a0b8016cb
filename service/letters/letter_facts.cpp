// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/letters/letter_facts.hpp>

namespace rondetafel::letters
{

namespace
{

constexpr int invitation_hours = 72;
constexpr int reset_hours = 2;

} // namespace

namespace
{

RoundFacts round_facts(const actions::RoundSubject& subject)
{
    RoundFacts facts;
    facts.covenant = subject.covenant;
    facts.version = subject.version;
    facts.next_version = subject.next_version;
    facts.introduction = subject.round.introduction;
    facts.closes = subject.round.closes;
    facts.earlier_round = subject.earlier_round;
    facts.started = subject.started;
    facts.late = subject.reaction.late;
    facts.by_staff = !subject.reaction.entered_by.empty();
    facts.author = subject.reaction.author;
    facts.comments = subject.comments;
    facts.amendments = subject.amendments;
    for (const auto& own : subject.decisions)
        facts.decisions.push_back({own.article, own.said, own.outcome, own.reason});
    return facts;
}

} // namespace

LetterFacts facts_of(const actions::LetterSubject& subject)
{
    LetterFacts facts;
    facts.kind = subject.letter.kind;
    facts.language = subject.letter.language;
    facts.office = subject.office;
    facts.to_email = subject.letter.to_address;
    facts.meeting = subject.meeting;
    facts.before = subject.words.before;
    facts.substitute_name = subject.words.substitute;
    facts.substitute_for = subject.words.on_behalf_of;
    facts.remark = subject.words.remark;
    facts.link = subject.link;
    facts.answers_reset = subject.words.answers_reset;
    facts.written_at = subject.letter.written_at;
    facts.link_hours = facts.kind == LetterKind::password_reset ? reset_hours : invitation_hours;
    if (subject.invitation)
    {
        const auto& invitation = *subject.invitation;
        facts.to_name = invitation.name;
        facts.organisation = invitation.organisation;
        facts.answer = subject.words.answer == Answer::none ? invitation.answer : subject.words.answer;
        facts.offer_until = invitation.offer_until;
        facts.calendar_uid = invitation.uid;
    }
    if (subject.round)
    {
        facts.to_name = subject.round->consultee.name;
        facts.organisation = subject.round->party;
        facts.round = round_facts(*subject.round);
    }
    if (subject.account)
        facts.to_name = name_from(subject.account->name);
    return facts;
}

MimeHeaders headers_of(const actions::LetterSubject& subject)
{
    MimeHeaders headers;
    headers.from_name = subject.office.sender_name;
    headers.from_address = subject.office.sender_address;
    headers.reply_to = subject.office.reply_address;
    headers.to_name = subject.letter.to_name;
    headers.to_address = subject.letter.to_address;
    headers.message_id = subject.letter.message_id;
    headers.date = subject.letter.written_at;
    headers.seed = subject.letter.seed;
    headers.automatic = is_automatic(subject.letter.kind);
    headers.no_auto_reply = wants_no_auto_reply(subject.letter.kind);
    headers.references = subject.references;
    headers.language = subject.letter.language;
    return headers;
}

} // namespace rondetafel::letters
