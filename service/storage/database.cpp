// SPDX-License-Identifier: EUPL-1.2
#include "dialect.hpp"
#include "session.hpp"

#include <rondetafel/base/log.hpp>

#include <thread>

namespace rondetafel::storage
{

namespace
{

constexpr int attempts_max = 5;

} // namespace

Database::Database(Address address) : address_(std::move(address)), session_(std::make_unique<Session>())
{
    try
    {
        open_session(session_->sql, address_);
    }
    catch (const soci::soci_error& error)
    {
        throw Unavailable("cannot open the database: " + describe(error));
    }
    session_->records = std::make_unique<Records>(session_->sql);
}

Database::~Database() = default;

Records& Database::records() { return *session_->records; }

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

bool Database::attempt(Access access, const std::function<bool(Records&)>& work)
{
    auto& sql = session_->sql;
    begin(sql, address_, access);
    try
    {
        const bool keep = work(*session_->records);
        sql << (keep ? "COMMIT" : "ROLLBACK");
        return keep;
    }
    catch (...)
    {
        try
        {
            sql << "ROLLBACK";
        }
        catch (const soci::soci_error&)
        {
            // The database has rolled back by itself, or the connection is gone; the first error says more.
        }
        throw;
    }
}

void Database::in_transaction(Access access, const std::function<bool(Records&)>& work)
{
    for (int number = 1;; ++number)
        try
        {
            std::unique_lock<std::mutex> turn;
            if (address_.kind == Address::Kind::sqlite && access == Access::write)
                turn = std::unique_lock(*address_.writer);
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
