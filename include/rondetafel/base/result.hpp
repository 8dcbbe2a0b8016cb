// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/problem.hpp>

#include <boost/system/result.hpp>

#include <stdexcept>

namespace rondetafel
{

/// A value, or the Problem that the caller must answer. What the machine cannot do is thrown instead.
template <class Value>
using Result = boost::system::result<Value, Problem>;

/// The outcome of a deed that has nothing to return.
struct Done
{
};

/// What `Result::value()` throws on a Problem nobody looked at: a bug, so a logic_error.
[[noreturn]] inline void throw_exception_from_error(const Problem& problem, const boost::source_location&)
{
    throw std::logic_error("unread problem: " + problem.code);
}

} // namespace rondetafel
