// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/renderings.hpp>

#include <optional>
#include <vector>

namespace rondetafel::storage
{

class Sql;

/// Files that are asked for and made. Who asks for the same again gets the same row (unique index).
class Renderings
{
public:
    explicit Renderings(Sql& sql) : sql_(sql) {}

    RenderingId add(const Rendering& rendering);
    std::optional<Rendering> find(RenderingId id) const;
    /// The row of exactly this subject, format, language and source.
    std::optional<Rendering> find_same(const Rendering& wish) const;
    /// Puts a failed one in the queue again.
    void requeue(RenderingId id, Instant now);

    /// The number of the oldest one whose turn it is; takes no lock, so lease it before use.
    std::optional<RenderingId> due(Instant now) const;
    /// Takes it until `until`, with its source; nothing when another was faster. One whose lease ran out is free again.
    std::optional<Rendering> lease(RenderingId id, Instant now, Instant until);
    /// Writes state, content, error and next attempt; false when the lease was lost meanwhile.
    bool record(const Rendering& rendering);

private:
    Sql& sql_;
};

} // namespace rondetafel::storage
