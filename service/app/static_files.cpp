// SPDX-License-Identifier: EUPL-1.2
#include "static_files.hpp"

#include <rondetafel/base/secrets.hpp>

#include <zlib.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace rondetafel::app
{

namespace
{

std::string type_of(const std::filesystem::path& file)
{
    const auto ending = file.extension().string();
    if (ending == ".css")
        return "text/css; charset=utf-8";
    if (ending == ".js")
        return "text/javascript; charset=utf-8";
    if (ending == ".svg")
        return "image/svg+xml";
    if (ending == ".woff2")
        return "font/woff2";
    return "text/plain; charset=utf-8";
}

std::string gzip(const std::string& plain)
{
    constexpr int gzip_window = 15 + 16;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib cannot start");
    std::string packed(deflateBound(&stream, plain.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

} // namespace

StaticFiles::StaticFiles(const std::filesystem::path& folder)
{
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    {
        if (!entry.is_regular_file())
            continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        File file;
        file.content_type = type_of(entry.path());
        file.plain = std::make_shared<const std::string>(std::istreambuf_iterator<char>(stream),
                                                         std::istreambuf_iterator<char>{});
        if (entry.path().extension() != ".woff2")
            file.gzip = std::make_shared<const std::string>(gzip(*file.plain));
        file.tag = '"' + sha256_hex(*file.plain).substr(0, 16) + '"';
        files_["/static/" + std::filesystem::relative(entry.path(), folder).generic_string()] = std::move(file);
    }
}

std::optional<http::Response> StaticFiles::answer(const http::Request& request) const
{
    if (!request.path.starts_with("/static/") || request.method == http::Method::post)
        return std::nullopt;
    const auto found = files_.find(request.path);
    if (found == files_.end())
        return http::text(404, "Not found\n");
    const auto& file = found->second;
    http::Response response;
    if (request.header("If-None-Match") == file.tag)
        response = http::not_modified();
    const bool packed = file.gzip && request.header("Accept-Encoding").value_or("").find("gzip") != std::string_view::npos;
    if (response.status == 200)
    {
        response.content_type = file.content_type;
        response.shared_body = packed ? file.gzip : file.plain;
        if (packed)
            response.set_header("Content-Encoding", "gzip");
    }
    response.set_header("ETag", file.tag);
    response.set_header("Vary", "Accept-Encoding");
    response.set_header("Cache-Control", "public, max-age=3600");
    return response;
}

} // namespace rondetafel::app
