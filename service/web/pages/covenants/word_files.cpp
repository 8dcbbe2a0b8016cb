// SPDX-License-Identifier: EUPL-1.2
#include "word_imports.hpp"

#include "covenant_parts.hpp"

#include <rondetafel/documents/clean_text.hpp>
#include <rondetafel/http/multipart.hpp>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

constexpr std::size_t name_bytes_max = 200;

} // namespace

WordImportId word_import_named(const http::Request& request)
{
    return WordImportId{number_from(request.parameter("import")).value_or(0)};
}

Result<actions::HandInWordFile> uploaded_file(const http::Request& request)
{
    const auto upload = http::read_multipart(request);
    if (!upload)
        return upload.error();
    actions::HandInWordFile wish;
    if (const auto* file = upload->file("file"))
    {
        wish.file_name = documents::one_line(file->name.substr(0, name_bytes_max));
        wish.bytes = file->bytes;
    }
    return wish;
}

std::optional<http::Response> waiting_page(Context& context, const WordImport& import, const std::string& here,
                                           const std::string& again)
{
    if (import.state == PressState::done || import.state == PressState::settled)
        return std::nullopt;
    const bool failed = import.state == PressState::failed;
    View view;
    view.set("title", context.text(failed ? "word.refused" : "word.reading"))
        .set("errors", false)
        .set("guest", false)
        .set("name", import.file_name)
        .set("here", here)
        .set("again", again)
        .set("coming", !failed)
        .optional("reason", failed ? context.problem_text(import.error) : "");
    auto response = context.page("word/waiting", std::move(view), "covenants");
    if (!failed)
        response.set_header("Refresh", "2");
    return response;
}

} // namespace rondetafel::web::pages
