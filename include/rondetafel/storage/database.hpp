// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/result.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

namespace rondetafel::storage
{

struct Records;

/// The database cannot be reached or does not answer; the person may try again later.
struct Unavailable : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// A unique index refused a row: somebody was faster, or it is there already.
struct Duplicate : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// The row changed between reading and writing: its revision is not the one that was read.
struct Outdated : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

class Writer;
std::shared_ptr<Writer> make_writer();

/// Where the database is. Copies share the writer.
struct Address
{
    enum class Kind
    {
        sqlite,
        mysql
    };
    Kind kind = Kind::sqlite;
    std::string path; ///< SQLite: file
    std::string host;
    int port = 3306;
    std::string name;
    std::string user;
    std::string password;
    /// SQLite has one writer at a time. This one does what all sessions of the process want to write.
    std::shared_ptr<Writer> writer = make_writer();
};

/// Reads `sqlite:///path` or `mysql://user:password@host:port/name`; the Problem names what is wrong.
Result<Address> address_from_url(const std::string& url);

enum class Access
{
    read,
    write,
    /// Outlives the process as soon as it is back, but a failure of power only from the next `write` on. Saves a sync on
    /// SQLite; MariaDB syncs it like any other.
    write_unsynced
};

/// One session with the database, for one thread.
class Database
{
public:
    /// Opens and sets up the session. Throws Unavailable.
    explicit Database(Address address);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs `work` in a transaction. Commits when the Result holds a value; rolls back when it holds a Problem or when
    /// `work` throws. Repeats the whole on a deadlock or a lost connection, and on SQLite another thread that also
    /// writes may run it while this one waits; so `work` must do nothing but read and write the records it is given.
    /// Returns when all is on disk, unless `access` says less.
    template <class Work>
    auto transact(Access access, const Work& work) -> std::invoke_result_t<const Work&, Records&>
    {
        std::optional<std::invoke_result_t<const Work&, Records&>> outcome;
        in_transaction(access, [&](Records& records) {
            outcome.emplace(work(records));
            return outcome->has_value();
        });
        return std::move(*outcome);
    }

    /// Records outside a transaction, for single statements.
    Records& records();
    /// Whether the database answers a trivial question.
    bool alive();
    const Address& address() const { return address_; }

    struct Session;
    Session& session() { return *session_; }

private:
    void in_transaction(Access access, const std::function<bool(Records&)>& work);
    void attempt(Access access, const std::function<bool(Records&)>& work);

    Address address_;
    std::unique_ptr<Session> session_;
};

} // namespace rondetafel::storage
