// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/rounds.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::storage
{

class Sql;

/// Consultation rounds and who is asked in them. What they said is in Reactions.
class Rounds
{
public:
    explicit Rounds(Sql& sql) : sql_(sql) {}

    std::optional<Round> find(RoundId id) const;
    /// Oldest first.
    std::vector<Round> of(CovenantId covenant) const;
    /// Those the clock still has work with: planned and open.
    std::vector<Round> running() const;
    /// Those that still ask work of somebody: planned, open and closed.
    std::vector<Round> unconcluded() const;
    RoundId add(const Round& round);
    void save(Round& round);
    void remove_planned(RoundId id);
    /// Makes others who want to change something about this round wait until this transaction ends.
    void take_turn(RoundId id);

    std::optional<Consultee> find_consultee(ConsulteeId id) const;
    /// By party, then in the order in which they were chosen.
    std::vector<Consultee> consultees_of(RoundId round) const;
    /// Of one contact, newest round first.
    std::vector<Consultee> consultees_of(ContactId contact) const;
    ConsulteeId add_consultee(const Consultee& consultee);
    /// Name, address, language, time of inviting and of withdrawal.
    void save_consultee(const Consultee& consultee);
    void remove_consultee(ConsulteeId id);

    /// Which consultee a letter or a link belongs to; the outbox and links know nothing of rounds.
    void tie_letter(LetterId letter, RoundId round, ConsulteeId consultee);
    std::optional<ConsulteeId> consultee_of(LetterId letter) const;
    std::vector<LetterId> letters_of(RoundId round) const;
    std::vector<LetterId> letters_to(ConsulteeId consultee) const;
    void tie_link(long long link, ConsulteeId consultee);
    std::optional<ConsulteeId> consultee_of_link(long long link) const;
    void revoke_links(ConsulteeId consultee, Instant now);
    /// Letters to this person that have not left stay where they are.
    void cancel_waiting_letters(ConsulteeId consultee);

private:
    Sql& sql_;
};

} // namespace rondetafel::storage
