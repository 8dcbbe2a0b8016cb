// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/result.hpp>
#include <rondetafel/domain/retention.hpp>
#include <rondetafel/jobs/post_office.hpp>
#include <rondetafel/mail/relay.hpp>
#include <rondetafel/storage/database.hpp>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rondetafel::app
{

/// Everything an administrator can set (docs/operations.md).
struct Config
{
    std::string listen_address = "127.0.0.1";
    unsigned short listen_port = 8080;
    std::string base_url = "http://localhost:8080";
    storage::Address database;
    std::optional<mail::Relay> relay;
    std::string relay_ca; ///< PEM file that replaces the system's authorities for the relay
    std::filesystem::path secrets = "var/secrets";
    std::filesystem::path share; ///< pages, letters, migrations
    std::string trusted_proxy;
    std::string metrics_token; ///< empty: /metrics answers this machine only
    bool demo = false;
    bool second_factor = true;
    unsigned workers = 8;
    int requests_per_connection = 100;
    int clockwork_seconds = 5;
    std::chrono::seconds uncertain_wait{900};
    Retention retention;
    jobs::PostSettings post;

    bool https() const { return base_url.starts_with("https://"); }
    /// "rondetafel.example:8080": what Host must say.
    std::string host() const;
    std::string host_name() const;
};

/// Reads one value from the environment; injected, so that tests need not set any.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;
std::optional<std::string> process_environment(const std::string& name);

/// Defaults < TOML file < RONDETAFEL_… < RONDETAFEL_…_FILE. Throws std::runtime_error with one line that names the key.
Config read_config(const std::optional<std::filesystem::path>& file, const Environment& environment);

/// One option for `check-config`, docs and help: key, what it is for, value with secrets masked.
struct OptionShown
{
    std::string key;
    std::string help;
    bool secret = false;
};
std::vector<OptionShown> options();

} // namespace rondetafel::app
