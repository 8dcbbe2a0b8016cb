// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/word_imports.hpp>
#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

/// The form to hand in a partner's Word file, with what was handed in before.
http::Response show_word_imports(http::Request& request, Context& context);
http::Response hand_in_word(http::Request& request, Context& context);
/// What was understood of a file and what was not, to check before it is taken over.
http::Response show_word_import(http::Request& request, Context& context);
http::Response take_over_word(http::Request& request, Context& context);

/// The same for a covenant that begins as a Word or Markdown file.
http::Response new_covenant_file(http::Request& request, Context& context);
http::Response hand_in_covenant_file(http::Request& request, Context& context);
http::Response show_covenant_file(http::Request& request, Context& context);
http::Response start_from_covenant_file(http::Request& request, Context& context);

/// The import in the path, and the page that says that a file is being read or was refused; nothing when it was read.
WordImportId word_import_named(const http::Request& request);
std::optional<http::Response> waiting_page(Context& context, const WordImport& import, const std::string& here,
                                           const std::string& again);
/// The file of an upload: its name without control characters, and its bytes.
Result<actions::HandInWordFile> uploaded_file(const http::Request& request);

} // namespace rondetafel::web::pages
