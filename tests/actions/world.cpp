// SPDX-License-Identifier: EUPL-1.2
#include "actions/world.hpp"

#include "storage/given.hpp"

#include <rondetafel/actions/invitations.hpp>
#include <rondetafel/actions/letters.hpp>
#include <rondetafel/actions/meetings.hpp>

namespace rondetafel::actions
{

void World::SetUp()
{
    OnEachDatabase::SetUp();
    if (HasFatalFailure())
        return;
    installation_.base_url = "https://rondetafel.example";
    installation_.mail_domain = "rondetafel.example";
    installation_.relay_set = true;
    installation_.keys = &keys_;
    installation_.randomness = &randomness_;
    installation_.programme_clock = &clock_;
    installation_.machine_clock = &machine_clock_;
    noor_.account.emplace();
    noor_.account->name = "Noor van Dijk";
    noor_.account->role = Role::coordinator;
    given::a_stored_programme(records());
}

MeetingId World::plan(int people, std::optional<int> seats)
{
    auto wish = given::a_meeting();
    wish.id = {};
    wish.state = MeetingState::draft;
    wish.invited_at.reset();
    wish.programme = records().programmes.current()->id;
    wish.capacity = seats;
    const auto id = perform(save_meeting, {wish}).value();
    const auto organisation = given::a_stored_organisation(records());
    contacts_.clear();
    for (int number = 1; number <= people; ++number)
        contacts_.push_back(records().parties.add_contact(given::a_contact(organisation, number)));
    EXPECT_EQ(perform(add_invitees, {id, contacts_}).value(), people);
    return id;
}

MeetingId World::invite(int people, std::optional<int> seats)
{
    const auto id = plan(people, seats);
    EXPECT_EQ(perform(send_invitations, id).value(), people);
    return id;
}

std::vector<storage::OutboxLetter> World::letters(const Invitation& invitation, LetterKind kind)
{
    auto found = records().outbox.of_invitation(invitation.id);
    std::erase_if(found, [kind](const auto& letter) { return letter.kind != kind; });
    std::ranges::sort(found, {}, &storage::OutboxLetter::id);
    return found;
}

std::string World::token(const Invitation& invitation, LetterKind kind)
{
    const auto link = records().links.of_letter(letters(invitation, kind).back().id);
    return link_token(keys_, link.value());
}

long long World::rows()
{
    long long sum = 0;
    for (const char* table : {"events", "outbox", "answers", "links", "invitations"})
        sum += std::stoll(texts(database(), std::string("SELECT CAST(COUNT(*) AS CHAR(20)) FROM ") + table).front());
    return sum;
}

std::string World::answer(const Invitation& invitation, Answer answer, LetterKind link)
{
    const auto page = perform(give_answer, {token(invitation, link), given::saying(answer)});
    return page ? std::string(word(page->invitation.answer)) : given::refusals(page).front();
}

} // namespace rondetafel::actions
