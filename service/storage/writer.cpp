// SPDX-License-Identifier: EUPL-1.2
#include "writer.hpp"

#include "statements.hpp"

#include <utility>

namespace rondetafel::storage
{

std::shared_ptr<Writer> make_writer() { return std::make_shared<Writer>(); }

void Writer::write(const Address& address, const Work& work)
{
    Piece mine{work, {}, false, {}};
    std::unique_lock lock(mutex_);
    waiting_.push_back(&mine);
    mine.changed.wait(lock, [&] { return mine.done || !busy_; });
    if (!mine.done)
    {
        busy_ = true;
        const auto pieces = std::exchange(waiting_, {});
        lock.unlock();
        write_all(address, pieces);
        lock.lock();
        busy_ = false;
        for (auto* piece : pieces)
        {
            piece->done = true;
            piece->changed.notify_one();
        }
        if (!waiting_.empty())
            waiting_.front()->changed.notify_one();
    }
    if (mine.failure)
        std::rethrow_exception(mine.failure);
}

void Writer::write_all(const Address& address, const Pieces& pieces)
{
    try
    {
        if (!session_)
            session_ = std::make_unique<Database::Session>(address);
        begin(session_->sql, address, Access::write);
        for (auto* piece : pieces)
            attempt(*piece);
        change(session_->sql, "COMMIT");
    }
    catch (...)
    {
        if (session_)
            roll_back(session_->sql);
        for (auto* piece : pieces)
            piece->failure = std::current_exception();
    }
}

void Writer::attempt(Piece& piece)
{
    auto& sql = session_->sql;
    change(sql, "SAVEPOINT piece");
    bool keep = false;
    try
    {
        keep = piece.work(session_->records);
    }
    catch (...)
    {
        piece.failure = std::current_exception();
    }
    if (!keep)
        change(sql, "ROLLBACK TO piece");
    change(sql, "RELEASE piece");
}

} // namespace rondetafel::storage
