// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "effort.hpp"
#include "fingerprint.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace rondetafel
{

/// Elements [before_begin, before_end) became elements [after_begin, after_end); one of the two may be empty,
/// never both.
struct Edit
{
    std::size_t before_begin = 0, before_end = 0;
    std::size_t after_begin = 0, after_end = 0;

    friend bool operator==(const Edit&, const Edit&) = default;
};

/// Adds to `script`, in order, what to delete and insert to make the old elements of `within` the new ones: the
/// shortest way where that takes up to 500 changes and the effort suffices, and maybe a longer one otherwise.
/// When the script gets longer than anybody reads, `within` is one single edit.
void add_edits(std::span<const Fingerprint> before, std::span<const Fingerprint> after, const Edit& within,
               Effort& effort, std::vector<Edit>& script);

/// Calls visit(before_at, after_at) for each element that stays, in order.
template <class Visit>
void for_each_equal(const std::vector<Edit>& script, std::size_t before_size, Visit visit)
{
    std::size_t before_at = 0;
    std::size_t after_at = 0;
    const auto visit_up_to = [&](std::size_t end) {
        for (; before_at < end; ++before_at, ++after_at)
            visit(before_at, after_at);
    };
    for (const auto& edit : script)
    {
        visit_up_to(edit.before_begin);
        before_at = edit.before_end;
        after_at = edit.after_end;
    }
    visit_up_to(before_size);
}

} // namespace rondetafel
