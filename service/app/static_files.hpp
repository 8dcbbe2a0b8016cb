// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/http/message.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace rondetafel::app
{

/// The files of service/web/static, read and compressed once at start, served on the network thread.
class StaticFiles
{
public:
    explicit StaticFiles(const std::filesystem::path& folder);
    /// Nothing for a path outside /static/.
    std::optional<http::Response> answer(const http::Request& request) const;

private:
    struct File
    {
        std::string content_type;
        std::shared_ptr<const std::string> plain;
        std::shared_ptr<const std::string> gzip;
        std::string tag;
    };
    std::map<std::string, File, std::less<>> files_;
};

} // namespace rondetafel::app
