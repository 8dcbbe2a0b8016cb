// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "side_thread.hpp"

#include <rondetafel/actions/letters.hpp>
#include <rondetafel/actions/runner.hpp>
#include <rondetafel/letters/letter.hpp>

#include <chrono>

namespace rondetafel::jobs
{

/// A letter as it would leave at this moment.
struct Composed
{
    std::string sender;
    std::string message; ///< empty: nobody needs this letter any more, or it could not be written
    bool unwritable = false;
    std::string sha256;  ///< of the message
    std::chrono::steady_clock::time_point at;
};

/// Composes letters on a thread and a database session of its own, so that the next letter is ready when the relay has
/// taken the one before.
class Composer
{
public:
    Composer(storage::Address address, const actions::Installation& installation,
             std::shared_ptr<const templates::Source> letters);

    std::future<Composed> begin(LetterId letter);

private:
    Composed compose(LetterId letter);

    storage::Database database_;
    actions::Runner runner_;
    letters::Letters letters_;
    actions::Actor actor_;
    SideThread thread_;
};

} // namespace rondetafel::jobs
