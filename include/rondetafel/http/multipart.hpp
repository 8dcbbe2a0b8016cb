// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/http/form.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rondetafel::http
{

/// A file that came with a form. The name is what the browser said: for showing only, never for a path.
struct UploadedFile
{
    std::string field;
    std::string name;
    std::string bytes;
};

/// A form that was sent as multipart/form-data: its fields, and its files apart.
struct MultipartForm
{
    Form form;
    std::vector<UploadedFile> files;

    /// The first file of that field, or null; a form sent without choosing one has none.
    const UploadedFile* file(std::string_view field) const;
};

/// Strict and small (RFC 7578): each part has a form-data disposition with a name and nothing nested; 50 parts, 64 kB per
/// field, the body's own limit for files; names and fields are UTF-8 without control bytes. The Problem is
/// `form.unreadable` or `form.too_large`.
Result<MultipartForm> read_multipart(const Request& request);

/// Whether the body is of this type at all.
bool is_multipart(const Request& request);

} // namespace rondetafel::http
