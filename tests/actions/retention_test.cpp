// SPDX-License-Identifier: EUPL-1.2
#include "actions/world.hpp"

#include <rondetafel/actions/invitations.hpp>
#include <rondetafel/actions/letters.hpp>
#include <rondetafel/actions/meetings.hpp>
#include <rondetafel/actions/parties.hpp>
#include <rondetafel/actions/retention.hpp>

namespace rondetafel::actions
{

namespace
{

class ErasedPeople : public World
{
protected:
    /// Every column of text in the database, as "table.column".
    std::vector<std::pair<std::string, std::string>> columns()
    {
        const bool sqlite = GetParam() == support::DatabaseKind::sqlite;
        const auto names = texts(
            database(),
            sqlite ? "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
                     "WHERE m.type = 'table'"
                   : "SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns "
                     "WHERE table_schema = DATABASE() AND data_type IN ('varchar', 'text', 'char')");
        std::vector<std::pair<std::string, std::string>> all;
        for (const auto& name : names)
            all.emplace_back(name.substr(0, name.find('.')), name.substr(name.find('.') + 1));
        return all;
    }

    /// Where in the whole database a text stands.
    std::vector<std::string> places_of(const std::string& text)
    {
        std::vector<std::string> places;
        for (const auto& [table, column] : columns())
            if (texts(database(), "SELECT CAST(COUNT(*) AS CHAR(20)) FROM " + table + " WHERE " + column +
                                      " LIKE '%" + text + "%'")
                    .front() != "0")
                places.push_back(table + '.' + column);
        return places;
    }

    /// A contact with a name that stands nowhere else, who was invited, sent a substitute, and came after
    /// all.
    ContactId canary(MeetingId id)
    {
        auto contact = records().parties.find_contact(contacts_.front()).value();
        contact.name = {"Kanarie", "van", "Vogelenzang", AddressForm::sir};
        contact.email = "kanarie@vogel.example";
        contact.phone = "0297 98 76 54";
        contact.function = "Vogelwachter";
        EXPECT_TRUE(perform(save_contact, contact));
        EXPECT_EQ(perform(add_invitees, {id, {contact.id}}).value(), 1);
        EXPECT_EQ(perform(send_invitations, id).value(), 1);
        const auto mine = records().invitations.of_contact(contact.id).front();
        auto reply = given::saying(Answer::substitute);
        reply.remark = "Kanarie zingt niet";
        EXPECT_TRUE(perform(give_answer, {token(mine), reply}));
        reply = given::saying(Answer::yes);
        reply.remark = "Kanarie zingt";
        EXPECT_TRUE(perform(give_answer, {token(mine), reply}));
        return contact.id;
    }

    /// A draft with nobody on its list.
    MeetingId empty_meeting()
    {
        const auto id = plan(1);
        EXPECT_EQ(perform(remove_invitees, {id, {invitation(id, 0).id}}).value(), 1);
        return id;
    }
};

TEST_P(ErasedPeople, LeaveNoTraceOfNameAddressOrRemark)
{
    const auto id = empty_meeting();
    const auto contact = canary(id);
    EXPECT_EQ(perform(erase_person, contact).error().code, "contact.still_invited");
    EXPECT_EQ(perform(personal_data, contact).value().invitations.size(), 1U);
    for (const char* word : {"Kanarie", "kanarie", "Vogelenzang", "Vogelwachter", "98 76 54"})
        EXPECT_FALSE(places_of(word).empty()) << word;
    move_to("2024-09-11T10:00");
    ASSERT_TRUE(perform(erase_person, contact));
    for (const char* word : {"Kanarie", "kanarie", "Vogelenzang", "Vogelwachter", "98 76 54"})
        EXPECT_EQ(places_of(word), std::vector<std::string>{}) << word;
    EXPECT_EQ(perform(show_meeting, id).value().tally.yes, 1) << "what is counted stays";
    EXPECT_FALSE(invitation(id, 0).organisation.empty());
    EXPECT_EQ(perform(erase_person, contact).error().code, "contact.not_found");
    for (const auto& letter : records().outbox.of_meeting(id))
        EXPECT_TRUE(perform(letter_subject, letter.id)) << "the list of letters still opens";
}

TEST_P(ErasedPeople, GoByThemselvesAYearAfterTheMeetingAndNoSooner)
{
    const auto id = empty_meeting();
    const auto contact = canary(id);
    move_to("2025-09-09T10:00");
    perform(erase_what_is_past, Done{}).value();
    EXPECT_EQ(invitation(id, 0).remark, "Kanarie zingt");
    move_to("2025-09-11T10:00");
    EXPECT_GT(perform(erase_what_is_past, Done{}).value(), 0);
    EXPECT_TRUE(places_of("zingt").empty());
    EXPECT_EQ(invitation(id, 0).email, "");
    EXPECT_EQ(invitation(id, 0).answer, Answer::yes);
    EXPECT_TRUE(records().parties.find_contact(contact)) << "the register is another matter";
    EXPECT_FALSE(letters(invitation(id, 0), LetterKind::invitation).front().to_address.empty())
        << "kept for two years";
    EXPECT_EQ(perform(erase_what_is_past, Done{}).value(), 0) << "once a day";
    move_to("2025-09-12T10:00");
    EXPECT_EQ(perform(erase_what_is_past, Done{}).value(), 0) << "and nothing twice";
}

TEST_P(ErasedPeople, LeaveTheLettersAfterTwoYears)
{
    const auto id = empty_meeting();
    const auto contact = canary(id);
    run(database(), "UPDATE outbox SET state = 'sent', last_reply = '250 to kanarie@vogel.example'");
    move_to("2026-08-21T10:00");
    EXPECT_GT(perform(erase_what_is_past, Done{}).value(), 0);
    for (const auto& letter : records().outbox.of_meeting(id))
    {
        EXPECT_EQ(letter.to_address, "");
        EXPECT_EQ(letter.state, LetterState::sent) << "how many were sent stays";
    }
    ASSERT_TRUE(perform(erase_person, contact));
    EXPECT_EQ(places_of("vogel"), std::vector<std::string>{});
}

INSTANTIATE_TEST_SUITE_P(Each, ErasedPeople, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::actions
