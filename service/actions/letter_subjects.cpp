// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/letters.hpp>

#include "letter_words.hpp"

#include <map>

namespace rondetafel::actions
{

namespace
{

/// What the letters of one mailing have in common, read once for all of them.
class Mailing
{
public:
    explicit Mailing(storage::Records& records) : records_(records), office_(records.settings.office()) {}

    const Office& office() const { return office_; }
    const std::optional<Meeting>& meeting(MeetingId id)
    {
        const auto [found, is_new] = meetings_.try_emplace(id.value);
        if (is_new)
            found->second = records_.meetings.find(id);
        return found->second;
    }

private:
    storage::Records& records_;
    Office office_;
    std::map<long long, std::optional<Meeting>> meetings_;
};

// Whoever asked for a trial reads it as if invited.
Invitation trial_invitation(const storage::OutboxLetter& letter, const Office& office)
{
    Invitation invitation;
    invitation.name = name_from(letter.to_name);
    invitation.organisation = office.name;
    invitation.email = letter.to_address;
    invitation.language = letter.language;
    invitation.state = InvitationState::invited;
    return invitation;
}

std::string link_in(Context& context, LetterId letter)
{
    const auto link = context.records.links.of_letter(letter);
    if (!link)
        return {};
    return context.installation.base_url +
           (link->purpose == storage::LinkPurpose::password ? "/wachtwoord/" : "/u/") +
           link_token(*context.installation.keys, *link);
}

std::string first_in_thread(Context& context, const storage::OutboxLetter& letter)
{
    if (!letter.invitation || letter.kind == LetterKind::invitation)
        return {};
    auto first = context.records.outbox.first_message_id(*letter.invitation);
    return first == letter.message_id ? std::string() : std::move(first);
}

bool still_relevant(const Context& context, const LetterSubject& subject)
{
    const auto kind = subject.letter.kind;
    if (subject.round)
        return letter_still_relevant(kind, subject.round->round, subject.round->consultee, subject.round->reaction,
                                     context.now);
    return letter_still_relevant(kind, subject.meeting ? &*subject.meeting : nullptr,
                                 subject.invitation ? &*subject.invitation : nullptr, context.now);
}

LetterSubject subject_of(Context& context, const storage::OutboxLetter& letter, Mailing& mailing)
{
    LetterSubject subject;
    subject.letter = letter;
    subject.office = mailing.office();
    subject.words = letter_words(letter.facts);
    if (letter.meeting)
        subject.meeting = mailing.meeting(*letter.meeting);
    if (subject.words.test)
    {
        subject.invitation = trial_invitation(letter, subject.office);
        return subject;
    }
    if (letter.invitation)
        subject.invitation = context.records.invitations.find(*letter.invitation);
    if (letter.account)
        subject.account = context.records.accounts.find(*letter.account);
    if (subject.invitation)
        subject.words.remark = subject.invitation->remark;
    subject.references = first_in_thread(context, letter);
    subject.link = link_in(context, letter.id);
    if (!letter.meeting)
        subject.round = round_subject(context, letter);
    subject.relevant = still_relevant(context, subject);
    return subject;
}

} // namespace

Result<LetterSubject> letter_subject(Context& context, const LetterId& id)
{
    const auto letter = context.records.outbox.find(id);
    if (!letter)
        return not_found("letter");
    Mailing mailing(context.records);
    return subject_of(context, *letter, mailing);
}

Result<std::vector<LetterSubject>> letter_subjects(Context& context, const std::vector<LetterId>& ids)
{
    Mailing mailing(context.records);
    std::vector<LetterSubject> subjects;
    for (const auto id : ids)
        if (const auto letter = context.records.outbox.find(id))
            subjects.push_back(subject_of(context, *letter, mailing));
    return subjects;
}

} // namespace rondetafel::actions
