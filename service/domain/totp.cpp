// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/accounts.hpp>

#include <liboath/oath.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace rondetafel
{

namespace
{

constexpr std::size_t secret_bytes_count = 20;
constexpr std::size_t digits = 6;
constexpr std::size_t window = 1;

void need_oath()
{
    static const int started = oath_init();
    if (started != OATH_OK)
        throw std::runtime_error("liboath cannot start");
}

std::string base32_of(const std::string& bytes)
{
    char* text = nullptr;
    std::size_t size = 0;
    if (oath_base32_encode(bytes.data(), bytes.size(), &text, &size) != OATH_OK)
        throw std::bad_alloc();
    const std::unique_ptr<char, decltype(&std::free)> owner{text, &std::free};
    std::string result{text, size};
    result.erase(std::find(result.begin(), result.end(), '='), result.end());
    return result;
}

std::string percent_encoded(std::string_view text)
{
    constexpr char figures[] = "0123456789ABCDEF";
    std::string result;
    for (const char letter : text)
    {
        const auto byte = static_cast<unsigned char>(letter);
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                           (letter >= '0' && letter <= '9') || letter == '-' || letter == '.' ||
                           letter == '_' || letter == '~';
        if (plain)
            result += letter;
        else
            result.append({'%', figures[byte >> 4U], figures[byte & 15U]});
    }
    return result;
}

} // namespace

std::optional<long long> totp_step(const std::string& secret_bytes, const std::string& code, Instant now,
                                   long long last_step)
{
    need_oath();
    std::string figures;
    std::copy_if(code.begin(), code.end(), std::back_inserter(figures),
                 [](char letter) { return letter != ' '; });
    const auto is_figure = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (figures.size() != digits || !std::all_of(figures.begin(), figures.end(), is_figure))
        return std::nullopt;
    std::uint64_t step = 0;
    const int outcome = oath_totp_validate4(secret_bytes.data(), secret_bytes.size(), epoch(now),
                                            OATH_TOTP_DEFAULT_TIME_STEP_SIZE, OATH_TOTP_DEFAULT_START_TIME,
                                            window, nullptr, &step, 0, figures.c_str());
    if (outcome < 0 || static_cast<long long>(step) <= last_step)
        return std::nullopt;
    return static_cast<long long>(step);
}

std::string new_totp_secret(Randomness& randomness)
{
    return randomness.bytes(secret_bytes_count);
}

std::string totp_secret_text(const std::string& secret_bytes)
{
    const auto text = base32_of(secret_bytes);
    std::string grouped;
    for (std::size_t at = 0; at < text.size(); at += 4)
    {
        if (at != 0)
            grouped += ' ';
        grouped += text.substr(at, 4);
    }
    return grouped;
}

std::string totp_uri(const std::string& secret_bytes, std::string_view issuer, std::string_view email)
{
    const auto name = percent_encoded(issuer);
    return "otpauth://totp/" + name + ':' + percent_encoded(email) + "?secret=" + base32_of(secret_bytes) +
           "&issuer=" + name + "&algorithm=SHA1&digits=6&period=30";
}

} // namespace rondetafel
