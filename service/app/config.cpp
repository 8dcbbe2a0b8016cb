// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/app/config.hpp>

#include <toml++/toml.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <limits>
#include <stdexcept>

namespace rondetafel::app
{

namespace
{

/// One option: its key in the file, in the environment RONDETAFEL_ and the key in capitals, and how it is read.
struct Option
{
    const char* key;
    const char* help;
    bool secret;
    void (*read)(Config&, const std::string& value);
};

[[noreturn]] void refuse(const std::string& why) { throw std::runtime_error(why); }

long long number(const std::string& value, long long least, long long most)
{
    std::size_t end = 0;
    long long read = 0;
    try
    {
        read = std::stoll(value, &end);
    }
    catch (const std::exception&)
    {
        end = 0;
    }
    if (end == 0 || end != value.size() || read < least || read > most)
        refuse("must be a number from " + std::to_string(least) + " to " + std::to_string(most));
    return read;
}

int months(const std::string& value)
{
    return static_cast<int>(number(value, 1, 240));
}

bool yes_or_no(const std::string& value)
{
    if (value == "yes" || value == "true" || value == "1")
        return true;
    if (value == "no" || value == "false" || value == "0")
        return false;
    refuse("must be yes or no");
}

void read_listen(Config& config, const std::string& value)
{
    const auto colon = value.find_last_of(':');
    if (colon == std::string::npos)
        refuse("must be address:port, such as 127.0.0.1:8080");
    config.listen_address = value.substr(0, colon);
    config.listen_port = static_cast<unsigned short>(number(value.substr(colon + 1), 0, 65535));
}

void read_base_url(Config& config, const std::string& value)
{
    config.base_url = value;
    while (config.base_url.ends_with('/'))
        config.base_url.pop_back();
    const bool loopback = mail::is_loopback(config.host_name());
    if (!config.https() && !(config.base_url.starts_with("http://") && loopback))
        refuse("must be an https address; http is for loopback only");
}

void read_database(Config& config, const std::string& value)
{
    const auto address = storage::address_from_url(value);
    if (!address)
        refuse("must be sqlite:///path or mysql://user:password@host:port/name");
    config.database = *address;
}

void read_relay(Config& config, const std::string& value)
{
    if (value.empty())
    {
        config.relay.reset();
        return;
    }
    auto relay = mail::relay_from_url(value);
    if (!relay)
        refuse("must be smtps://user:password@host:465 or smtp://host:25?starttls=required|off (" +
               relay.error().fields.front().code + ")");
    config.relay = *relay;
}

void read_metrics_token(Config& config, const std::string& value)
{
    constexpr std::size_t least = 20;
    if (!value.empty() && value.size() < least)
        refuse("must have at least " + std::to_string(least) + " characters");
    config.metrics_token = value;
}

constexpr Option all_options[] = {
    {"listen", "address and port to listen on", false, read_listen},
    {"base_url", "the address people use, https outside loopback", false, read_base_url},
    {"database", "sqlite:///path or mysql://user:password@host:port/name", true, read_database},
    {"smtp_url", "the mail relay; without it letters are held", true, read_relay},
    {"smtp_ca", "PEM file that replaces the system's authorities for the relay", false,
     [](Config& config, const std::string& value) { config.relay_ca = value; }},
    {"secrets", "folder of the key file; never in a backup with the database", false,
     [](Config& config, const std::string& value) { config.secrets = value; }},
    {"share", "folder of pages, letters and migrations", false,
     [](Config& config, const std::string& value) { config.share = value; }},
    {"trusted_proxy", "addresses whose X-Forwarded-For and -Proto count", false,
     [](Config& config, const std::string& value) { config.trusted_proxy = value; }},
    {"metrics_token", "opens /metrics to who sends it as bearer token; else this machine only", true,
     read_metrics_token},
    {"demo", "demonstration: its own clock, visible links; mails loopback only", false,
     [](Config& config, const std::string& value) { config.demo = yes_or_no(value); }},
    {"second_factor", "whether staff must use a second factor", false,
     [](Config& config, const std::string& value) { config.second_factor = yes_or_no(value); }},
    {"workers", "threads that answer requests, each with a database session", false,
     [](Config& config, const std::string& value)
     { config.workers = static_cast<unsigned>(number(value, 1, 64)); }},
    {"requests_per_connection", "before a connection is closed", false,
     [](Config& config, const std::string& value) {
         config.requests_per_connection = static_cast<int>(number(value, 1, std::numeric_limits<int>::max()));
     }},
    {"clockwork_seconds", "between two looks at what is due", false,
     [](Config& config, const std::string& value)
     { config.clockwork_seconds = static_cast<int>(number(value, 1, 3600)); }},
    {"mail_connections", "connections to the relay; Exchange Online takes at most 3", false,
     [](Config& config, const std::string& value)
     { config.post.connections = static_cast<unsigned>(number(value, 1, 16)); }},
    {"mail_per_minute", "letters per minute over all connections", false,
     [](Config& config, const std::string& value)
     { config.post.letters_per_minute = static_cast<int>(number(value, 1, 10'000'000)); }},
    {"mail_lease_seconds", "how long a letter belongs to the process that sends it", false,
     [](Config& config, const std::string& value)
     { config.post.lease = std::chrono::seconds(number(value, 1, 86400)); }},
    {"mail_uncertain_seconds", "before a letter that may have arrived is sent once more", false,
     [](Config& config, const std::string& value)
     { config.uncertain_wait = std::chrono::seconds(number(value, 1, 86400)); }},
    {"mail_farewell_seconds", "that a letter under way may take once the service stops", false,
     [](Config& config, const std::string& value)
     { config.post.farewell = std::chrono::seconds(number(value, 0, 20)); }},
    {"retention_answers_months", "after a meeting, then names and remarks are erased", false,
     [](Config& config, const std::string& value) { config.retention.answers = months(value); }},
    {"retention_letters_months", "after writing, then recipients of letters are erased", false,
     [](Config& config, const std::string& value) { config.retention.letters = months(value); }},
    {"retention_sign_ins_months", "then sign-ins of staff are erased", false,
     [](Config& config, const std::string& value) { config.retention.sign_ins = months(value); }},
};

std::string capitals(const std::string& key)
{
    std::string name = "RONDETAFEL_";
    for (const char letter : key)
        name += static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter);
    return name;
}

std::string first_line(const std::string& file)
{
    std::ifstream stream(file);
    std::string line;
    if (!std::getline(stream, line))
        refuse("names a file that cannot be read: " + file);
    return line;
}

void apply(Config& config, const Option& option, const std::string& source, const std::string& value)
{
    try
    {
        option.read(config, value);
    }
    catch (const std::runtime_error& error)
    {
        throw std::runtime_error(source + " " + error.what());
    }
}

std::string as_text(const toml::node& node)
{
    if (const auto text = node.value<std::string>())
        return *text;
    if (const auto flag = node.as_boolean())
        return flag->get() ? "yes" : "no";
    if (const auto whole = node.as_integer())
        return std::to_string(whole->get());
    return {};
}

void apply_file(Config& config, const std::filesystem::path& file)
{
    toml::table table;
    try
    {
        table = toml::parse_file(file.string());
    }
    catch (const toml::parse_error& error)
    {
        throw std::runtime_error(file.string() + ", line " + std::to_string(error.source().begin.line) + ": " +
                                 std::string(error.description()));
    }
    for (const auto& [key, node] : table)
    {
        const auto* option = std::find_if(std::begin(all_options), std::end(all_options),
                                          [name = key.str()](const Option& known) { return name == known.key; });
        if (option == std::end(all_options))
            throw std::runtime_error(file.string() + ": there is no setting " + std::string(key.str()));
        apply(config, *option, file.string() + ": " + option->key, as_text(node));
    }
}

std::filesystem::path default_share()
{
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    const auto installed = program.parent_path().parent_path() / "share" / "rondetafel";
    return std::filesystem::exists(installed / "db") ? installed : std::filesystem::path(".");
}

} // namespace

std::string Config::host() const
{
    const auto begin = base_url.find("://");
    return begin == std::string::npos ? base_url : base_url.substr(begin + 3);
}

std::string Config::host_name() const
{
    const auto name = host();
    return name.substr(0, name.find_last_of(':'));
}

std::optional<std::string> process_environment(const std::string& name)
{
    const char* value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

Config read_config(const std::optional<std::filesystem::path>& file, const Environment& environment)
{
    Config config;
    config.database.path = "var/rondetafel.sqlite";
    config.share = default_share();
    if (file)
        apply_file(config, *file);
    for (const auto& option : all_options)
    {
        const auto name = capitals(option.key);
        if (const auto value = environment(name))
            apply(config, option, name, *value);
        if (const auto path = environment(name + "_FILE"))
        {
            std::string value;
            try
            {
                value = first_line(*path);
            }
            catch (const std::runtime_error& error)
            {
                throw std::runtime_error(name + "_FILE " + error.what());
            }
            apply(config, option, name + "_FILE", value);
        }
    }
    if (config.relay)
    {
        config.relay->ehlo = config.host_name();
        config.relay->ca_file = config.relay_ca;
        if (config.demo && !mail::is_loopback(config.relay->host))
            throw std::runtime_error("RONDETAFEL_SMTP_URL must be on loopback in demo mode");
    }
    return config;
}

std::vector<OptionShown> options()
{
    std::vector<OptionShown> shown;
    for (const auto& option : all_options)
        shown.push_back({option.key, option.help, option.secret});
    return shown;
}

} // namespace rondetafel::app
