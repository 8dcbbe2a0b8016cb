// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/result.hpp>
#include <rondetafel/http/message.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rondetafel::http
{

inline constexpr std::size_t form_bytes_max = 64 * 1024;
inline constexpr std::size_t form_fields_max = 500;

/// The fields of a form or of a query string, decoded: valid UTF-8 without NUL.
class Form
{
public:
    Form() = default;
    explicit Form(Fields fields) : fields_(std::move(fields)) {}

    /// Reads `a=1&b=twee+drie`. The Problem is `form.too_large` beyond the limits above, else
    /// `form.unreadable`.
    static Result<Form> parse(std::string_view encoded);

    /// The first value of `name`, empty when there is none.
    std::string value(std::string_view name) const;
    bool has(std::string_view name) const;
    /// All values of `name`, in order: checkboxes.
    std::vector<std::string> values(std::string_view name) const;
    const Fields& fields() const { return fields_; }

private:
    Fields fields_;
};

using Query = Form;

/// The form in the body; `form.unreadable` too when the body is of another type.
Result<Form> read_form(const Request& request);
Result<Query> read_query(const Request& request);

} // namespace rondetafel::http
