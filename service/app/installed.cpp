// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/app/service.hpp>

#include <rondetafel/actions/clockwork.hpp>
#include <rondetafel/actions/runner.hpp>
#include <rondetafel/storage/migrations.hpp>

namespace rondetafel::app
{

namespace
{

constexpr const char* clock_setting = "demo.clock";
// The demo opens on Monday 3 June 2024, 9.05 hours in Aalsmeer.
const Instant demo_opens = std::chrono::sys_days{std::chrono::year{2024} / 6 / 3} + std::chrono::hours(7) +
                           std::chrono::minutes(5);

} // namespace

struct Installed::Parts
{
    explicit Parts(const Config& config) : keys(Keys::open(config.secrets, true)), demo_clock(demo_opens)
    {
        installation.base_url = config.base_url;
        installation.mail_domain = config.host_name();
        installation.relay_set = config.relay.has_value();
        installation.uncertain_wait = config.uncertain_wait;
        installation.retention = config.retention;
        installation.demo = config.demo;
        installation.keys = &keys;
        installation.randomness = &randomness;
        installation.machine_clock = &machine_clock;
        installation.programme_clock = config.demo ? static_cast<const Clock*>(&demo_clock) : &machine_clock;
    }

    Keys keys;
    SystemRandomness randomness;
    MachineClock machine_clock;
    SettableClock demo_clock;
    actions::Installation installation;
};

Installed::Installed(const Config& config) : parts_(std::make_unique<Parts>(config)) {}
Installed::~Installed() = default;
const actions::Installation& Installed::installation() const { return parts_->installation; }
void Installed::set_clock(Instant instant) { parts_->demo_clock.set(instant); }

void Installed::read_clock(storage::Database& database)
{
    if (const auto kept = database.records().settings.get(clock_setting))
        set_clock(from_epoch(std::stoll(*kept)));
}

void move_clock(Installed& installed, storage::Database& database, Instant target)
{
    const auto& installation = installed.installation();
    actions::Runner runner(database, installation);
    const auto actor = actions::Actor::service();
    const auto keep = [&](Instant instant) {
        installed.set_clock(instant);
        const auto kept = database.transact(storage::Access::write, [&](storage::Records& records) {
            records.settings.set(clock_setting, std::to_string(epoch(instant)));
            return Result<Done>(Done{});
        });
        static_cast<void>(kept);
    };
    while (true)
    {
        const auto due = runner.perform(storage::Access::read, actions::next_due, actor, Done{});
        if (!due || !*due || **due > target)
            break;
        keep(**due);
        const auto written = runner.perform(storage::Access::write, actions::do_what_is_due, actor, Done{});
        static_cast<void>(written);
    }
    keep(target);
    const auto written = runner.perform(storage::Access::write, actions::do_what_is_due, actor, Done{});
    static_cast<void>(written);
}

void require_current_schema(storage::Database& database, const Config& config)
{
    switch (storage::schema_state(database, config.share / "db" / "migrations"))
    {
    case storage::SchemaState::current:
        return;
    case storage::SchemaState::behind:
        throw std::runtime_error("the database has an older schema: make a copy of it and run `rondetafel migrate`");
    case storage::SchemaState::unknown:
        throw std::runtime_error("the database has a newer schema than this program knows: install the newer program");
    case storage::SchemaState::altered:
        throw std::runtime_error("a migration was changed after it was applied to this database");
    }
}

} // namespace rondetafel::app
