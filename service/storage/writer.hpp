// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "session.hpp"

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <vector>

namespace rondetafel::storage
{

/// Writes to one SQLite file for all threads of the process, on a session of its own. What waits while a transaction is
/// being synced to disk goes together into the next one, each piece of work in a savepoint: they share one sync, and
/// each can still fail alone.
class Writer
{
public:
    using Work = std::function<bool(Records&)>;

    /// Returns when `work` said yes and is on disk (with the operating system, for Access::write_unsynced), or said no
    /// and left nothing behind. Throws what `work` threw; and what kept the whole transaction from being written, in which
    /// case nothing of it was kept. The thread that finds the writer idle does the work of all who wait.
    void write(const Address& address, Access access, const Work& work);

private:
    struct Piece
    {
        const Work& work;
        bool sync = true;
        std::exception_ptr failure;
        bool done = false;
        std::condition_variable changed;
    };
    using Pieces = std::vector<Piece*>;

    void write_all(const Address& address, const Pieces& pieces);
    void attempt(Piece& piece);
    void sync_if_asked(const Pieces& pieces);

    std::mutex mutex_;
    Pieces waiting_;
    bool busy_ = false; ///< a thread is writing; only that one touches what follows
    std::unique_ptr<Database::Session> session_;
    bool syncs_ = true; ///< as a session begins
};

} // namespace rondetafel::storage
