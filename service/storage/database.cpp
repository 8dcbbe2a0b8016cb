// SPDX-License-Identifier: EUPL-1.2
#include "dialect.hpp"
#include "session.hpp"
#include "statements.hpp"
#include "writer.hpp"

#include <rondetafel/base/log.hpp>

#include <thread>

namespace rondetafel::storage
{

namespace
{

constexpr int attempts_max = 5;

} // namespace

Database::Database(Address address) : address_(std::move(address))
{
    try
    {
        session_ = std::make_unique<Session>(address_);
    }
    catch (const soci::soci_error& error)
    {
        throw Unavailable("cannot open the database: " + describe(error));
    }
}

Database::~Database() = default;

Records& Database::records() { return session_->records; }

bool Database::alive()
{
    try
    {
        int one = 0;
        session_->sql << "SELECT 1", soci::into(one);
        return one == 1;
    }
    catch (const soci::soci_error&)
    {
        return false;
    }
}

void Database::attempt(Access access, const std::function<bool(Records&)>& work)
{
    if (address_.kind == Address::Kind::sqlite && access != Access::read)
        return address_.writer->write(address_, access, work);
    if (address_.kind == Address::Kind::mysql && access == Access::read)
    {
        // Every statement sees what is newest there (READ COMMITTED), so a transaction would only cost two round trips.
        work(session_->records);
        return;
    }
    auto& sql = session_->sql;
    begin(sql, address_, access);
    try
    {
        change(sql, work(session_->records) ? "COMMIT" : "ROLLBACK");
    }
    catch (...)
    {
        roll_back(sql);
        throw;
    }
}

void Database::in_transaction(Access access, const std::function<bool(Records&)>& work)
{
    for (int number = 1;; ++number)
        try
        {
            attempt(access, work);
            return;
        }
        catch (const soci::soci_error& error)
        {
            const auto failure = failure_of(error);
            if (failure == Failure::duplicate)
                throw Duplicate(describe(error));
            if (failure == Failure::other || number == attempts_max)
                throw Unavailable(describe(error));
            log_event(LogLevel::warning, "transaction.repeated", {{"reason", describe(error)}, {"attempt", number}});
            if (failure == Failure::lost)
            {
                session_->sql.close();
                open_session(session_->sql, address_);
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(10 * number));
        }
}

} // namespace rondetafel::storage
