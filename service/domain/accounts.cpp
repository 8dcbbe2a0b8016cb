// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/accounts.hpp>

#include <algorithm>

namespace rondetafel
{

namespace
{

constexpr int free_failures = 5;
constexpr std::chrono::seconds back_off_max = std::chrono::minutes{15};
constexpr std::size_t recovery_codes = 10;
constexpr std::size_t recovery_code_bytes = 10;

} // namespace

std::chrono::seconds back_off(int failures)
{
    if (failures <= free_failures)
        return std::chrono::seconds{0};
    // Above ten doublings the limit is reached anyway; a larger shift would overflow.
    const int doublings = std::min(failures - free_failures, 10);
    return std::min(std::chrono::seconds{1LL << doublings}, back_off_max);
}

bool may_try(const Account& account, Instant now)
{
    return !account.failed_at || now >= *account.failed_at + back_off(account.failures);
}

bool session_alive(Instant started, Instant seen, Instant now)
{
    return now - started < session_age_max && now - seen < session_idle_max;
}

std::vector<std::string> new_recovery_codes(Randomness& randomness)
{
    std::vector<std::string> codes;
    for (std::size_t made = 0; made < recovery_codes; ++made)
    {
        auto code = base32(randomness.bytes(recovery_code_bytes));
        for (const std::size_t dash : {12U, 8U, 4U})
            code.insert(dash, 1, '-');
        codes.push_back(std::move(code));
    }
    return codes;
}

std::string recovery_code_from(std::string_view typed)
{
    std::string code;
    for (char letter : typed)
    {
        if (letter == ' ' || letter == '-' || letter == '\t')
            continue;
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
        if (letter == 'o')
            letter = '0';
        if (letter == 'i' || letter == 'l')
            letter = '1';
        code += letter;
    }
    return code;
}

} // namespace rondetafel
