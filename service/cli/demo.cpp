// SPDX-License-Identifier: EUPL-1.2
#include "common.hpp"

#include <rondetafel/actions/accounts.hpp>
#include <rondetafel/actions/covenant_parties.hpp>
#include <rondetafel/actions/covenants.hpp>
#include <rondetafel/actions/office.hpp>
#include <rondetafel/actions/programmes.hpp>
#include <rondetafel/documents/covenant_file.hpp>
#include <rondetafel/documents/programme_file.hpp>
#include <rondetafel/documents/register_file.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>

namespace rondetafel::cli
{

namespace
{

constexpr const char* demo_email = "noor.vandijk@aalsmeer.example";
constexpr const char* demo_password = "rondetafel in aalsmeer";

template <class Value>
const Value& need(const Result<Value>& result)
{
    if (!result)
        throw std::runtime_error(in_words(result.error()));
    return *result;
}

Office demo_office()
{
    Office office;
    office.name = office.logo_text = "Gemeente Aalsmeer";
    office.sender_name = "Gemeente Aalsmeer, programma arbeidsmigranten";
    office.sender_address = "rondetafel@aalsmeer.example";
    office.reply_address = "noor.vandijk@aalsmeer.example";
    office.signed_by = "Noor van Dijk";
    office.signed_role = "Programmacoördinator arbeidsmigranten";
    office.phone = "0297 12 34 56";
    office.postal_address = "Raadhuisplein 1, 1431 EH Aalsmeer";
    office.hours = "Op werkdagen van 9.00 tot 17.00 uur";
    return office;
}

CovenantParty municipality(CovenantId covenant)
{
    CovenantParty party;
    party.covenant = covenant;
    party.text.legal_name = "Gemeente Aalsmeer";
    party.text.short_name = "de gemeente";
    party.text.capacity = "burgemeester";
    party.text.authority = "artikel 171 Gemeentewet";
    return party;
}

/// In June 2024 the covenant is a draft: the coordinator put the starter text beside the organisations she
/// will ask. No party has seen a version.
void start_covenant(Opened& opened, const std::filesystem::path& starter)
{
    std::ifstream stream(starter, std::ios::binary);
    const std::string markdown{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>{}};
    auto file = need(documents::read_covenant_file(markdown, *opened.installed.installation().randomness));
    const auto steps = opened.perform(actions::covenant_steps, Done{});
    actions::StartCovenant wish;
    wish.title = file.text.title;
    if (!steps->empty())
        wish.step = steps->front().id;
    wish.articles = std::move(file.text.articles);
    wish.subjects = std::move(file.subjects);
    const auto covenant = *opened.perform(actions::start_covenant, wish);
    opened.perform(actions::save_covenant_party, municipality(covenant));
    // By name in the register: what the text calls each of them.
    const std::map<std::string, std::string> asked{
        {"Bloesem Uitzendgroep", "uitzendbureau"}, {"Drie Meren Werk", "uitzendbureau"},
        {"Kwekerij De Gouden Knop", "werkgever"},  {"Orchideeënhof", "werkgever"},
        {"Stichting Welkom Wonen", "huisvester"},  {"Participe", "zorgpartner"}};
    actions::AddParties parties{covenant, {}};
    storage::PartyFilter everybody;
    everybody.limit = 500;
    for (const auto& row : opened.database.records().parties.list(everybody))
        if (asked.contains(row.organisation.name))
            parties.organisations.push_back(row.organisation.id);
    opened.perform(actions::add_parties, parties);
    for (auto party : opened.database.records().covenants.parties_of(covenant))
        if (const auto known = asked.find(party.text.legal_name); known != asked.end())
        {
            party.text.short_name = known->second;
            opened.perform(actions::save_covenant_party, party);
        }
}

void load(Opened& opened)
{
    const auto examples = opened.config.share / "db" / "examples";
    opened.perform(actions::save_office, demo_office());
    opened.perform(actions::import_programme,
                   need(documents::read_programme(examples / "aalsmeer-programme.toml")));
    opened.perform(actions::import_register,
                   need(documents::read_register(examples / "aalsmeer-register.toml")));
    actions::NewAccount coordinator;
    coordinator.email = demo_email;
    coordinator.name = "Noor van Dijk";
    coordinator.role = Role::administrator;
    coordinator.password_hash = hash_password(demo_password);
    opened.perform(actions::add_account, coordinator);
    start_covenant(opened, examples / "covenants" / "employership.md");
}

} // namespace

void demo(const Wish& wish)
{
    Opened opened(wish);
    if (!opened.config.demo)
        throw std::runtime_error("this is no demonstration: set RONDETAFEL_DEMO=yes");
    if (!wish.day.empty())
    {
        const auto day = day_from_iso(wish.day);
        if (!day)
            throw std::runtime_error("--now must be a day such as 2024-09-10");
        const auto morning = std::chrono::hours(9) + std::chrono::minutes(5);
        app::move_clock(opened.installed, opened.database, to_instant(*day + morning, home_zone));
        std::printf("the clock stands at %s, 9.05 hours\n", wish.day.c_str());
        return;
    }
    if (opened.database.records().programmes.current())
    {
        std::puts("the example is loaded already");
        return;
    }
    load(opened);
    std::printf("loaded the Aalsmeer example; sign in as %s with password: %s\n", demo_email, demo_password);
}

void import(const Wish& wish)
{
    Opened opened(wish);
    if (wish.is_register)
    {
        const auto added =
            opened.perform(actions::import_register, need(documents::read_register(wish.file)));
        std::printf("added %d organisations\n", *added);
        return;
    }
    const auto programme = need(documents::read_programme(wish.file));
    opened.perform(actions::import_programme, programme);
    std::printf("loaded %s with %zu steps\n", programme.title.c_str(), programme.steps.size());
}

} // namespace rondetafel::cli
