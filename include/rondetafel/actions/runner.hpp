// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/base/result.hpp>
#include <rondetafel/storage/database.hpp>

#include <type_traits>

namespace rondetafel::actions
{

/// Runs actions on one database session, each in one transaction; one Runner per thread.
class Runner
{
public:
    Runner(storage::Database& database, const Installation& installation)
        : database_(database), installation_(installation)
    {
    }

    /// `action(context, wish)` in a transaction. Somebody who was faster becomes the Problem "changed.meanwhile".
    template <class Outcome, class Wish>
    Outcome perform(storage::Access access, Outcome (*action)(Context&, const Wish&), const Actor& actor,
                    const std::type_identity_t<Wish>& wish)
    {
        try
        {
            return database_.transact(access, [&](storage::Records& records) {
                Context context{records, actor, installation_, installation_.programme_clock->now(),
                                installation_.machine_clock->now()};
                return action(context, wish);
            });
        }
        catch (const storage::Duplicate&)
        {
            return conflict("changed.meanwhile");
        }
        catch (const storage::Outdated&)
        {
            return conflict("changed.meanwhile");
        }
    }

    const Installation& installation() const { return installation_; }
    storage::Database& database() { return database_; }

private:
    storage::Database& database_;
    const Installation& installation_;
};

} // namespace rondetafel::actions
