// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/id.hpp>
#include <rondetafel/base/language.hpp>
#include <rondetafel/base/time.hpp>
#include <rondetafel/base/words.hpp>

#include <chrono>
#include <optional>
#include <string>

namespace rondetafel
{

/// A file that is made of a covenant. The word is also its extension.
enum class RenderingFormat
{
    pdf,
    docx,
    odt
};

template <>
struct Words<RenderingFormat>
{
    static constexpr std::pair<RenderingFormat, std::string_view> all[] = {
        {RenderingFormat::pdf, "pdf"}, {RenderingFormat::docx, "docx"}, {RenderingFormat::odt, "odt"}};
};

/// Where a piece of work of the press is.
enum class PressState
{
    queued,
    leased, ///< somebody is at it, until its lease runs out
    done,
    failed,
    settled ///< of an import: its contents were taken over
};

template <>
struct Words<PressState>
{
    static constexpr std::pair<PressState, std::string_view> all[] = {{PressState::queued, "queued"},
                                                                      {PressState::leased, "leased"},
                                                                      {PressState::done, "done"},
                                                                      {PressState::failed, "failed"},
                                                                      {PressState::settled, "settled"}};
};

/// A file that is asked for, being made, or made. The same source for the same subject is made once.
struct Rendering
{
    RenderingId id;
    std::string subject; ///< what it shows: "version:12", "comparison:12:13", "note:4"
    RenderingFormat format = RenderingFormat::pdf;
    Language language = Language::nl;
    std::string file_name; ///< as the person gets it, without folder
    std::string source;    ///< HTML for a PDF, pandoc's JSON for a Word file
    std::string source_sha256;
    PressState state = PressState::queued;
    std::string content; ///< base64url; empty until done
    std::string error;   ///< catalogue code of why it failed
    int attempts = 0;
    Instant next_attempt_at; ///< machine clock, like the fields below
    int fence = 0;           ///< grows with every lease, so that a late writer notices it lost the work
    Instant requested_at;
};

/// How often the press tries before it says that it failed.
inline constexpr int press_attempts_max = 3;
/// Longer than any program may run.
inline constexpr std::chrono::minutes press_lease{5};

} // namespace rondetafel
