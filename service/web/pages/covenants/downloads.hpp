// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/renderings.hpp>
#include <rondetafel/web/context.hpp>

#include <string>

namespace rondetafel::web::pages
{

/// Asks the press for a file and leads to the page where it is waited for. For every page that offers a download.
http::Response ask_for_file(Context& context, const actions::RequestRendering& wish);
/// The format that a download button sent, in the field "format".
std::optional<RenderingFormat> format_in(const http::Request& request);
/// "convenant-goed-werkgeverschap-0.2" from a title and what follows it: small letters, digits, points and hyphens.
std::string file_stem(std::string_view title, std::string_view rest);

/// A version as PDF, Word or ODT file.
http::Response ask_version_file(http::Request& request, Context& context);
/// A comparison as PDF, or as Word file with tracked changes.
http::Response ask_comparison_file(http::Request& request, Context& context);
/// Says that a file is being made, that it is there, or that it failed.
http::Response show_file(http::Request& request, Context& context);
http::Response download_file(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
