// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/problem.hpp>

namespace rondetafel
{

Problem invalid(std::string field, std::string code, Arguments arguments)
{
    return Problem{Refusal::invalid, "form.invalid", {{std::move(field), std::move(code), std::move(arguments)}}, {}};
}

Problem not_found(const std::string& thing) { return Problem{Refusal::not_found, thing + ".not_found", {}, {}}; }

Problem conflict(std::string code, Arguments arguments)
{
    return Problem{Refusal::conflict, std::move(code), {}, std::move(arguments)};
}

Problem forbidden(std::string code) { return Problem{Refusal::forbidden, std::move(code), {}, {}}; }

} // namespace rondetafel
