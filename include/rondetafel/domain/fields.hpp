// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/result.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rondetafel
{

/// Code points of a UTF-8 text: what a person counts as characters.
std::size_t characters(std::string_view text);
/// Whether there is nothing but blanks.
bool is_blank(std::string_view text);
/// With A to Z as a to z: enough to compare mail addresses and English words, and no more.
std::string in_small_letters(std::string_view text);

/// Gathers what is wrong with a form, field by field, in the order in which it is asked.
class FieldChecks
{
public:
    void refuse(std::string field, std::string code, Arguments arguments = {});
    /// "<field>.missing" when the text is empty or blank.
    void required(const std::string& field, std::string_view text);
    /// "text.control_byte" for any byte below 0x20 (they forge mail headers and calendar lines),
    /// "text.too_long". Returns whether the text is good.
    bool one_line(const std::string& field, std::string_view text, std::size_t characters_max);
    /// The same, but line ends and tabs are welcome.
    bool lines(const std::string& field, std::string_view text, std::size_t characters_max);
    /// "url.not_https" unless the text is empty or looks like an https address.
    void https_url(const std::string& field, std::string_view text);

    bool all_good() const { return fields_.empty(); }
    /// Done, or one Problem with every refusal.
    Result<Done> outcome() const;

private:
    bool readable(const std::string& field, std::string_view text, std::size_t characters_max,
                  bool (*is_refused)(char));

    std::vector<FieldProblem> fields_;
};

} // namespace rondetafel
