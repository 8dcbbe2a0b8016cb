// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/app/config.hpp>

#include <functional>
#include <memory>

namespace rondetafel::app
{

/// The whole service: built in order of dependency, taken down in reverse. The only place that sees everything.
class Service
{
public:
    /// Opens the database and listens. Throws std::runtime_error with a clear line when something is missing.
    explicit Service(Config config);
    ~Service();

    unsigned short port() const;
    /// Serves until stop(); then finishes letters under way.
    void run();
    /// From any thread or a signal's handler thread.
    void stop();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// What commands and service have in common: keys, clocks and the facts of the installation.
class Installed
{
public:
    explicit Installed(const Config& config);
    ~Installed();
    const actions::Installation& installation() const;
    /// Sets the programme clock; in demo mode only.
    void set_clock(Instant instant);
    /// Reads the demo's clock from the database.
    void read_clock(storage::Database& database);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// Moves the demo's clock to `target`, stopping at every moment at which something falls due, and keeps it there.
void move_clock(Installed& installed, storage::Database& database, Instant target);

/// Throws std::runtime_error with a clear line unless the schema is the one this program knows.
void require_current_schema(storage::Database& database, const Config& config);

} // namespace rondetafel::app
