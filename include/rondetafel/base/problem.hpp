// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace rondetafel
{

/// Why a wish was not granted, free of any protocol; web turns it into a status once (web/problems.cpp).
enum class Refusal
{
    invalid,         ///< the input is wrong; `fields` says where
    not_found,       ///< there is no such thing, or not for this person
    forbidden,       ///< this person may not do this
    conflict,        ///< somebody was faster, or the state no longer allows it
    unauthenticated, ///< nobody is signed in
    busy             ///< too much at once; try again later
};

/// Named values that a catalogue text may quote, such as {"day", "2 mei 2024"}.
using Arguments = std::vector<std::pair<std::string, std::string>>;

/// One field of a form and what is wrong with it. `code` names a text in the catalogue: "date.not_a_date".
struct FieldProblem
{
    std::string field;
    std::string code;
    Arguments arguments;
};

/// A refusal that a person may read. Holds codes and public values only, never internal detail.
struct Problem
{
    Refusal refusal = Refusal::invalid;
    std::string code;
    std::vector<FieldProblem> fields;
    Arguments arguments;
};

/// A Problem about one field of a form.
Problem invalid(std::string field, std::string code, Arguments arguments = {});
/// A Problem about something that does not exist: code "meeting.not_found" for thing "meeting".
Problem not_found(const std::string& thing);
/// A Problem about a state that does not allow the wish.
Problem conflict(std::string code, Arguments arguments = {});
Problem forbidden(std::string code);

} // namespace rondetafel
