// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/email_address.hpp>

#include <idn2.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace rondetafel
{
namespace
{

constexpr std::size_t local_part_max = 64;
constexpr std::size_t domain_max = 253;
constexpr std::size_t label_max = 63;
constexpr std::size_t address_max = 254;
constexpr std::string_view atom_marks = "!#$%&'*+-/=?^_`{|}~";

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
bool is_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Calls `accept` on every part between dots; false when one is refused or there is none.
template <class Accept>
bool every_part(std::string_view dotted, Accept accept)
{
    for (;;)
    {
        const auto dot = dotted.find('.');
        if (!accept(dotted.substr(0, dot)))
            return false;
        if (dot == std::string_view::npos)
            return true;
        dotted.remove_prefix(dot + 1);
    }
}

bool is_atom(std::string_view atom)
{
    return !atom.empty() && std::all_of(atom.begin(), atom.end(),
                                        [](char c) {
                                            return is_letter(c) || is_digit(c) ||
                                                   atom_marks.find(c) != std::string_view::npos;
                                        });
}

bool is_label(std::string_view label)
{
    return !label.empty() && label.size() <= label_max && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(),
                       [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

bool is_local_part(std::string_view local)
{
    return local.size() <= local_part_max && every_part(local, is_atom);
}

/// A host name with a top level that is not a number, which keeps IPv4 addresses out.
bool is_domain(std::string_view domain)
{
    const auto last_dot = domain.rfind('.');
    if (domain.size() > domain_max || last_dot == std::string_view::npos || !every_part(domain, is_label))
        return false;
    const auto top = domain.substr(last_dot + 1);
    return !std::all_of(top.begin(), top.end(), is_digit);
}

using IdnText = std::unique_ptr<char, decltype(&idn2_free)>;

std::optional<std::string> ascii_domain(std::string domain)
{
    if (!is_ascii(domain))
    {
        char* converted = nullptr;
        const int outcome = idn2_to_ascii_8z(domain.c_str(), &converted, IDN2_NONTRANSITIONAL);
        const IdnText owned(converted, idn2_free);
        if (outcome != IDN2_OK)
            return std::nullopt;
        domain = converted;
    }
    std::transform(domain.begin(), domain.end(), domain.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return domain;
}

} // namespace

Result<std::string> checked_email_address(std::string_view text, std::string_view field)
{
    const auto refused = [&] { return invalid(std::string(field), "email.not_an_address"); };
    const auto at = text.rfind('@');
    // The domain goes through C strings, so a NUL is refused before the conversion could hide it.
    if (at == std::string_view::npos || text.find('\0') != std::string_view::npos)
        return refused();
    const auto local = text.substr(0, at);
    // A name never gets longer in Unicode than four bytes per character; the rest is not worth converting.
    if (!is_local_part(local) || text.size() - at - 1 > 4 * domain_max)
        return refused();
    const auto domain = ascii_domain(std::string(text.substr(at + 1)));
    if (!domain || !is_domain(*domain) || local.size() + 1 + domain->size() > address_max)
        return refused();
    return std::string(local) + '@' + *domain;
}

std::string shown_email_address(std::string_view address)
{
    const auto at = address.rfind('@');
    if (at == std::string_view::npos || address.find("xn--", at) == std::string_view::npos)
        return std::string(address);
    char* converted = nullptr;
    const int outcome = idn2_to_unicode_8z8z(std::string(address.substr(at + 1)).c_str(), &converted, 0);
    const IdnText owned(converted, idn2_free);
    if (outcome != IDN2_OK)
        return std::string(address);
    return std::string(address.substr(0, at + 1)) + converted;
}

} // namespace rondetafel
