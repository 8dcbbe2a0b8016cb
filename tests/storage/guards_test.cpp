// SPDX-License-Identifier: EUPL-1.2
#include "storage/given.hpp"

namespace rondetafel::storage
{

namespace
{

/// What the database refuses, and what a transaction makes of it.
class Guards : public support::OnEachDatabase
{
protected:
    template <class Work>
    void expect_duplicate(const Work& work)
    {
        const auto twice = [&](Records& all) -> Result<Done> {
            work(all);
            work(all);
            return Done{};
        };
        EXPECT_THROW(database().transact(Access::write, twice), Duplicate);
    }
};

TEST_P(Guards, RefuseAnOutdatedRevisionOfEveryKind)
{
    const auto meeting_id = given::a_stored_meeting(records());
    auto meeting = records().meetings.find(meeting_id).value();
    auto old_meeting = meeting;
    records().meetings.save(meeting);
    EXPECT_EQ(meeting.revision, old_meeting.revision + 1);
    EXPECT_THROW(records().meetings.save(old_meeting), Outdated);

    auto invitation = records().invitations.find(given::a_stored_invitation(records(), meeting_id)).value();
    auto old_invitation = invitation;
    records().invitations.save(invitation);
    EXPECT_THROW(records().invitations.save(old_invitation), Outdated);

    const auto organisation_id = given::a_stored_organisation(records());
    auto organisation = records().parties.find(organisation_id).value();
    auto old_organisation = organisation;
    records().parties.save(organisation);
    EXPECT_THROW(records().parties.save(old_organisation), Outdated);

    auto contact = records().parties.find_contact(records().parties.add_contact(given::a_contact(organisation_id))).value();
    auto old_contact = contact;
    records().parties.save_contact(contact);
    EXPECT_THROW(records().parties.save_contact(old_contact), Outdated);

    Account account;
    account.email = "noor@aalsmeer.example";
    account = records().accounts.find(records().accounts.add(account, given::inviting)).value();
    auto old_account = account;
    records().accounts.save(account);
    EXPECT_THROW(records().accounts.save(old_account), Outdated);

    Step step;
    step.programme = meeting.programme;
    step.key = "extra";
    step = records().programmes.find_step(records().programmes.add_step(step)).value();
    auto old_step = step;
    records().programmes.save_step(step);
    EXPECT_THROW(records().programmes.save_step(old_step), Outdated);
}

TEST_P(Guards, RefuseWhatIsThereAlready)
{
    const auto meeting = given::a_stored_meeting(records());
    const auto organisation = given::a_stored_organisation(records());
    const auto contact = records().parties.add_contact(given::a_contact(organisation));
    const auto invitation = given::a_stored_invitation(records(), meeting, 2);
    for (const auto& rule : default_reminder_rules(meeting))
        records().reminders.add_rule(rule);
    const auto rule = records().reminders.rules_of(meeting).front().id;
    expect_duplicate([&](Records& all) { all.reminders.make(rule, invitation, given::inviting); });
    expect_duplicate([&](Records& all) {
        auto twin = given::an_invitation();
        static int number = 10;
        twin.meeting = meeting;
        twin.contact = contact;
        twin.uid = std::to_string(++number);
        all.invitations.add(twin);
    });
    expect_duplicate([&](Records& all) { all.outbox.add(given::a_letter(5)); });
    expect_duplicate([&](Records& all) { all.parties.add_contact(given::a_contact(organisation, 3)); });
    expect_duplicate([&](Records& all) {
        Account account;
        account.email = "noor@aalsmeer.example";
        all.accounts.add(account, given::inviting);
    });
    expect_duplicate([&](Records& all) {
        Programme programme;
        programme.slug = "tweede";
        all.programmes.add(programme);
    });
}

TEST_P(Guards, UndoEverythingOnAProblemAndOnAnException)
{
    const auto refused = database().transact(Access::write, [](Records& all) -> Result<Done> {
        all.settings.set("one", "1");
        return conflict("no");
    });
    EXPECT_FALSE(refused);
    EXPECT_THROW(database().transact(Access::write,
                                     [](Records& all) -> Result<Done> {
                                         all.settings.set("two", "2");
                                         throw std::runtime_error("no");
                                     }),
                 std::runtime_error);
    EXPECT_FALSE(records().settings.get("one"));
    EXPECT_FALSE(records().settings.get("two"));
    EXPECT_TRUE(database().transact(Access::write, [](Records& all) -> Result<Done> {
        all.settings.set("three", "3");
        return Done{};
    }));
    EXPECT_EQ(records().settings.get("three"), "3");
}

TEST_P(Guards, RefuseRowsWithoutTheirParent)
{
    const auto orphan = [](Records& all) -> Result<Done> {
        given::a_stored_invitation(all, {999});
        return Done{};
    };
    EXPECT_THROW(database().transact(Access::write, orphan), Unavailable);
}

TEST_P(Guards, AnswerWhetherTheDatabaseLives) { EXPECT_TRUE(database().alive()); }

INSTANTIATE_TEST_SUITE_P(Each, Guards, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::storage
