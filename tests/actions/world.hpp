// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "domain/given.hpp"
#include "support/test_database.hpp"

#include <rondetafel/actions/runner.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace rondetafel::actions
{

/// An installation with a programme, partners and a coordinator; it is Monday 19 August 2024, ten in the morning.
class World : public support::OnEachDatabase
{
protected:
    void SetUp() override;

    template <class Outcome, class Wish>
    Outcome perform(Outcome (*action)(Context&, const Wish&), const std::type_identity_t<Wish>& wish)
    {
        return Runner(database(), installation_).perform(storage::Access::write, action, noor_, wish);
    }

    void move_to(const std::string& local) { clock_.set(given::at(local)); }

    /// A draft at given::a_meeting's time, with `people` on the list.
    MeetingId plan(int people, std::optional<int> seats = {});
    /// The same with its invitations sent.
    MeetingId invite(int people, std::optional<int> seats = {});
    Meeting meeting(MeetingId id) { return records().meetings.find(id).value(); }
    std::vector<Invitation> invitations(MeetingId id) { return records().invitations.of(id); }
    Invitation invitation(MeetingId id, std::size_t number) { return invitations(id).at(number); }

    std::vector<storage::OutboxLetter> letters(const Invitation& invitation, LetterKind kind);
    /// The token in the newest letter of a kind.
    std::string token(const Invitation& invitation, LetterKind kind = LetterKind::invitation);
    long long rows();
    /// Answers by the personal link; the standing answer, or the Problem's code.
    std::string answer(const Invitation& invitation, Answer answer, LetterKind link = LetterKind::invitation);

    Keys keys_{std::string(32, 'k')};
    SystemRandomness randomness_;
    SettableClock clock_{given::at("2024-08-19T10:00")};
    SettableClock machine_clock_{given::at("2024-08-19T10:00")};
    Installation installation_;
    Actor noor_;
    std::vector<ContactId> contacts_;
};

} // namespace rondetafel::actions
