// SPDX-License-Identifier: EUPL-1.2
#include "writer.hpp"

#include "statements.hpp"

#include <algorithm>
#include <utility>

namespace rondetafel::storage
{

std::shared_ptr<Writer> make_writer() { return std::make_shared<Writer>(); }

void Writer::write(const Address& address, Access access, const Work& work)
{
    Piece mine{work, access == Access::write, {}, false, {}};
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
        sync_if_asked(pieces);
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

void Writer::sync_if_asked(const Pieces& pieces)
{
    const bool asked = std::any_of(pieces.begin(), pieces.end(), [](const Piece* piece) { return piece->sync; });
    if (asked == syncs_)
        return;
    sync_commits(session_->sql, asked);
    syncs_ = asked;
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
