// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/base/result.hpp>

#include <string>

namespace rondetafel::actions
{

/// A file somebody wants of what a page shows.
struct RequestRendering
{
    std::string subject; ///< what it shows, in a word and numbers: "version:12", "comparison:12:13", "note:4"
    RenderingFormat format = RenderingFormat::pdf;
    Language language = Language::nl;
    std::string file_name; ///< as the person gets it
    std::string source;    ///< documents/press_work.hpp or word_source.hpp made it
};
/// Asks the press for a file. The same source of the same subject is made once: then this is the file that is there
/// already, and one that failed is tried again.
Result<RenderingId> request_rendering(Context& context, const RequestRendering& wish);
/// Problem "rendering.not_found".
Result<Rendering> show_rendering(Context& context, const RenderingId& id);

} // namespace rondetafel::actions
