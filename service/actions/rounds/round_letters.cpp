// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include "../letter_rows.hpp"

#include <rondetafel/actions/letters.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

constexpr auto link_life_after_closing = std::chrono::hours{24 * 60};

void count_remarks(const std::vector<Remark>& remarks, RoundSubject& subject)
{
    for (const auto& remark : remarks)
    {
        subject.comments += remark.stands() && remark.kind == RemarkKind::comment ? 1 : 0;
        subject.amendments += remark.stands() && remark.kind == RemarkKind::amendment ? 1 : 0;
    }
    subject.started = progress_of(subject.reaction, remarks) == PartyProgress::writing;
}

/// Who hears about a remark: its author, or the first of the party who is asked when it was written down by staff.
std::optional<ConsulteeId> hears_about(const std::vector<Consultee>& consultees, const Remark& remark,
                                       CovenantPartyId party)
{
    if (remark.consultee)
        return remark.consultee;
    const auto first = std::find_if(consultees.begin(), consultees.end(), [&](const Consultee& consultee) {
        return consultee.party == party && !consultee.withdrawn_at;
    });
    return first == consultees.end() ? std::nullopt : std::optional(first->id);
}

void add_decisions(Context& context, const CovenantText& text, const std::vector<Remark>& remarks, RoundSubject& subject)
{
    const auto decisions = standing_decisions(context.records.reactions.decisions_of(subject.round.id));
    const auto consultees = context.records.rounds.consultees_of(subject.round.id);
    for (const auto& remark : remarks)
    {
        if (!remark.asks_decision() ||
            hears_about(consultees, remark, subject.consultee.party) != subject.consultee.id)
            continue;
        DecidedOwn own{place_of(text, remark), remark.comment, {}, {}};
        if (const auto decision = decisions.find(remark.id); decision != decisions.end())
        {
            own.outcome = decision->second.outcome;
            own.reason = decision->second.reason;
        }
        subject.decisions.push_back(std::move(own));
    }
}

std::string number_after(Context& context, const Round& round)
{
    for (const auto& version : context.records.versions.of(round.covenant))
        if (version.id > round.version)
            return version.number();
    return {};
}

} // namespace

bool has_own_remarks(Context& context, const Round& round, const Consultee& consultee)
{
    const auto reaction = context.records.reactions.of(round.id, consultee.party);
    const auto consultees = context.records.rounds.consultees_of(round.id);
    const auto remarks = context.records.reactions.remarks_of(reaction.value().id);
    return std::any_of(remarks.begin(), remarks.end(), [&](const Remark& remark) {
        return remark.asks_decision() && hears_about(consultees, remark, consultee.party) == consultee.id;
    });
}

std::string place_of(const CovenantText& text, const Remark& remark)
{
    const auto& article = remark.amendment.article;
    return article && find_article(text, article) != nullptr ? citation(text, article) : std::string();
}

LetterId queue_round_letter(Context& context, LetterKind kind, const Round& round, const Consultee& consultee,
                            const std::string& occasion, bool once)
{
    const auto recipient = "consultee:" + std::to_string(consultee.id.value);
    auto letter = new_letter(context, kind, occasion, recipient);
    letter.ordinal = once ? 0 : context.records.outbox.next_ordinal(occasion, recipient, kind);
    letter.language = consultee.language;
    letter.to_name = full_name(consultee.name);
    letter.to_address = consultee.email;
    const auto id = context.records.outbox.add(letter);
    context.records.rounds.tie_letter(id, round.id, consultee.id);
    const auto end = std::max(round.closes_at(), context.now) + link_life_after_closing;
    const auto link = context.records.links.add(new_link(context, storage::LinkPurpose::reaction, id, end));
    context.records.rounds.tie_link(link, consultee.id);
    return id;
}

std::optional<RoundSubject> round_subject(Context& context, const storage::OutboxLetter& letter)
{
    const auto id = context.records.rounds.consultee_of(letter.id);
    if (!id)
        return std::nullopt;
    RoundSubject subject;
    subject.consultee = context.records.rounds.find_consultee(*id).value();
    subject.round = context.records.rounds.find(subject.consultee.round).value();
    subject.reaction = context.records.reactions.of(subject.round.id, subject.consultee.party).value();
    subject.covenant = context.records.covenants.find(subject.round.covenant).value().title;
    subject.party = name_of(context.records.covenants.find_party(subject.consultee.party).value());
    const auto version = context.records.versions.find(subject.round.version).value();
    subject.version = version.number();
    subject.next_version = number_after(context, subject.round);
    subject.earlier_round = round_before(context, subject.round).has_value();
    const auto remarks = context.records.reactions.remarks_of(subject.reaction.id);
    count_remarks(remarks, subject);
    if (letter.kind == LetterKind::reaction_decisions)
        add_decisions(context, read_canonical(version.canonical), remarks, subject);
    return subject;
}

} // namespace rondetafel::actions
