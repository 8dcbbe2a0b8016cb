// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "commands.hpp"

#include <rondetafel/actions/runner.hpp>
#include <rondetafel/app/service.hpp>

#include <stdexcept>

namespace rondetafel::cli
{

app::Config config_of(const Wish& wish);

/// The Problem as one line for the terminal.
std::string in_words(const Problem& problem);

/// Opens an installation's database for a command, with the schema checked.
struct Opened
{
    explicit Opened(const Wish& wish);
    app::Config config;
    app::Installed installed;
    storage::Database database;
    actions::Runner runner;
    actions::Actor actor;

    template <class Outcome, class Wanted>
    Outcome perform(Outcome (*action)(actions::Context&, const Wanted&), const std::type_identity_t<Wanted>& wanted)
    {
        auto outcome = runner.perform(storage::Access::write, action, actor, wanted);
        if (!outcome)
            throw std::runtime_error(in_words(outcome.error()));
        return outcome;
    }
};

} // namespace rondetafel::cli
