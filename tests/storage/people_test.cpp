// SPDX-License-Identifier: EUPL-1.2
#include "storage/given.hpp"

#include <set>

namespace rondetafel::storage
{

namespace
{

using given::unicode;

class People : public support::OnEachDatabase
{
protected:
    Account an_account(const std::string& email = "noor@aalsmeer.example")
    {
        Account account;
        account.email = email;
        account.name = unicode;
        account.role = Role::coordinator;
        account.language = Language::pl;
        account.status = AccountStatus::active;
        account.password_hash = "$argon2id$v=19$m=65536";
        account.totp_sealed = "sealed";
        account.totp_last_step = 57'233'333;
        return account;
    }
};

TEST_P(People, KeepAnAccount)
{
    auto account = an_account();
    account.id = records().accounts.add(account, given::inviting);
    auto found = records().accounts.find(account.id).value();
    EXPECT_EQ(found.email, account.email);
    EXPECT_EQ(found.name, unicode);
    EXPECT_EQ(found.role, Role::coordinator);
    EXPECT_EQ(found.language, Language::pl);
    EXPECT_EQ(found.status, AccountStatus::active);
    EXPECT_EQ(found.password_hash, account.password_hash);
    found.failed_at = given::inviting;
    found.failures = 3;
    found.totp_last_step = 57'233'334;
    found.totp_sealed.clear();
    records().accounts.save(found);
    const auto again = records().accounts.find_by_email(account.email).value();
    EXPECT_EQ(again.failed_at, given::inviting);
    EXPECT_EQ(again.totp_last_step, 57'233'334);
    EXPECT_EQ(again.totp_sealed, "");
    EXPECT_EQ(again.failures, 3);
    EXPECT_EQ(again.revision, found.revision);
    EXPECT_EQ(records().accounts.all().size(), 1U);
    EXPECT_FALSE(records().accounts.find_by_email("nobody@aalsmeer.example"));
}

TEST_P(People, EndSignInsOneByOneAndAllAtOnce)
{
    const auto account = records().accounts.add(an_account(), given::inviting);
    for (const char* lookup : {"one", "two", "three"})
        records().accounts.add_sign_in(account, lookup, given::inviting);
    records().accounts.end_sign_in("one", given::before_cut_off);
    EXPECT_EQ(records().accounts.find_sign_in("one")->ended_at, given::before_cut_off);
    EXPECT_EQ(records().accounts.find_sign_in("two")->ended_at, std::nullopt);
    records().accounts.end_sign_ins(account, given::after_cut_off);
    EXPECT_EQ(records().accounts.find_sign_in("one")->ended_at, given::before_cut_off);
    EXPECT_EQ(records().accounts.find_sign_in("three")->ended_at, given::after_cut_off);
    EXPECT_FALSE(records().accounts.find_sign_in("four"));
}

TEST_P(People, UseARecoveryCodeOnce)
{
    const auto account = records().accounts.add(an_account(), given::inviting);
    records().accounts.replace_recovery_codes(account, {"first", "second"});
    EXPECT_TRUE(records().accounts.use_recovery_code(account, "first", given::inviting));
    EXPECT_FALSE(records().accounts.use_recovery_code(account, "first", given::inviting));
    records().accounts.replace_recovery_codes(account, {"third"});
    EXPECT_FALSE(records().accounts.use_recovery_code(account, "second", given::inviting));
    EXPECT_TRUE(records().accounts.use_recovery_code(account, "third", given::inviting));
}

TEST_P(People, KeepAnOrganisationWithItsParts)
{
    Organisation organisation;
    organisation.name = "Główny Ogród 🌷 & Zn.";
    organisation.kinds = {PartyKind::employer, PartyKind::housing_provider};
    organisation.lines = {1, 4};
    organisation.tags = {"sierteelt", "łódź"};
    organisation.place = "Aalsmeer";
    organisation.website = "https://ogrod.example";
    organisation.note = unicode;
    const auto id = records().parties.add(organisation);
    auto found = records().parties.find(id).value();
    EXPECT_EQ(found.name, organisation.name);
    EXPECT_EQ(found.kinds, organisation.kinds);
    EXPECT_EQ(found.lines, organisation.lines);
    EXPECT_EQ(std::set(found.tags.begin(), found.tags.end()), (std::set<std::string>{"sierteelt", "łódź"}));
    EXPECT_EQ(found.note, unicode);
    found.kinds = {PartyKind::employer};
    found.lines.clear();
    found.tags = {"nieuw"};
    found.archived = true;
    records().parties.save(found);
    const auto again = records().parties.find(id).value();
    EXPECT_EQ(again.kinds, found.kinds);
    EXPECT_TRUE(again.lines.empty());
    EXPECT_EQ(again.tags, found.tags);
    EXPECT_TRUE(again.archived);
    EXPECT_EQ(records().parties.tags(), std::vector<std::string>{"nieuw"});
}

TEST_P(People, TellTagsApartByEveryLetter)
{
    Organisation organisation;
    organisation.name = "Tags";
    organisation.tags = {"lodz", "łódź", "🌷", "🌹"};
    const auto id = records().parties.add(organisation);
    EXPECT_EQ(records().parties.find(id)->tags.size(), 4U);
    PartyFilter filter;
    filter.tag = "🌹";
    EXPECT_EQ(records().parties.list(filter).size(), 1U);
    filter.tag = "🌵";
    EXPECT_TRUE(records().parties.list(filter).empty());
}

TEST_P(People, FindOrganisationsWithoutCapitalsAndAccents)
{
    const auto id = given::a_stored_organisation(records(), "Żółta Łąka 100%");
    given::a_stored_organisation(records(), "Tuinder");
    PartyFilter filter;
    for (const char* typed : {"zolta", "ŻÓŁTA", "łąka", "0%"})
    {
        filter.search = typed;
        const auto found = records().parties.list(filter);
        ASSERT_EQ(found.size(), 1U) << typed;
        EXPECT_EQ(found.front().organisation.id, id);
        EXPECT_EQ(records().parties.count(filter), 1);
    }
    filter.search = "_";
    EXPECT_TRUE(records().parties.list(filter).empty()) << "a wildcard is a letter like others";
    filter.search.clear();
    filter.kind = PartyKind::developer;
    EXPECT_TRUE(records().parties.list(filter).empty());
    filter.kind.reset();
    filter.limit = 1;
    filter.offset = 1;
    EXPECT_EQ(records().parties.list(filter).size(), 1U);
    EXPECT_EQ(records().parties.count(filter), 2);
}

TEST_P(People, KeepTheLongestNameAndPlace)
{
    Organisation organisation;
    organisation.name = std::string(200, 'n');
    organisation.place = std::string(100, 'p');
    const auto id = records().parties.add(organisation);
    EXPECT_EQ(records().parties.find(id)->place, organisation.place);
}

TEST_P(People, KeepAContact)
{
    auto contact = given::a_contact(given::a_stored_organisation(records()));
    contact.name = {"Łucja 🌷", "van der", "Żuraw", AddressForm::madam};
    contact.function = "Prezes";
    contact.language = Language::pl;
    contact.phone = "+48 42 123 45 67";
    contact.signatory = true;
    contact.id = records().parties.add_contact(contact);
    auto found = records().parties.find_contact(contact.id).value();
    EXPECT_EQ(full_name(found.name), full_name(contact.name));
    EXPECT_EQ(found.name.form, AddressForm::madam);
    EXPECT_EQ(found.language, Language::pl);
    EXPECT_EQ(found.function, contact.function);
    EXPECT_EQ(found.phone, contact.phone);
    EXPECT_TRUE(found.signatory);
    EXPECT_EQ(found.address_state, AddressState::good);
    found.archived = true;
    records().parties.save_contact(found);
    EXPECT_TRUE(records().parties.contacts_of(contact.organisation).empty());
    EXPECT_EQ(records().parties.contacts_of(contact.organisation, true).size(), 1U);
    records().parties.mark_address(contact.email, AddressState::refused);
    EXPECT_EQ(records().parties.find_contact(contact.id)->address_state, AddressState::refused);
}

TEST_P(People, KeepTheOfficeAndNamedValues)
{
    EXPECT_FALSE(records().settings.get("clock"));
    records().settings.set("clock", "1");
    records().settings.set("clock", unicode);
    EXPECT_EQ(records().settings.get("clock"), unicode);
    Office office;
    office.name = unicode;
    office.hue = 12;
    office.hours = "Op werkdagen";
    records().settings.save(office);
    EXPECT_EQ(records().settings.office().name, unicode);
    EXPECT_EQ(records().settings.office().hue, 12);
    EXPECT_EQ(records().settings.office().hours, "Op werkdagen");
}

INSTANTIATE_TEST_SUITE_P(Each, People, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::storage
