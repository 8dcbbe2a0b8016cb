// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/http/multipart.hpp>

#include "tokens.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <optional>

namespace rondetafel::http
{

namespace
{

constexpr std::size_t parts_max = 50;
constexpr std::size_t part_head_bytes_max = 2 * 1024;
constexpr std::size_t boundary_bytes_max = 70; // RFC 2046, 5.1.1
constexpr std::string_view type_name{"multipart/form-data"};

bool is_text(std::string_view text)
{
    return is_utf8(text) && std::ranges::none_of(text, [](char byte) { return byte == '\0'; });
}

/// The value of `name=value` or `name="value"` among parameters after the first semicolon. Browsers write a quote in a
/// name as %22 (HTML, multipart/form-data encoding), so no backslash has a meaning here.
std::optional<std::string_view> parameter(std::string_view header, std::string_view name)
{
    auto rest = header.substr(std::min(header.find(';'), header.size()));
    while (rest.starts_with(';'))
    {
        rest = trimmed(rest.substr(1));
        const auto sign = rest.find('=');
        if (sign == std::string_view::npos)
            return std::nullopt;
        const auto key = rest.substr(0, sign);
        rest.remove_prefix(sign + 1);
        const bool quoted = rest.starts_with('"');
        const auto end = quoted ? rest.find('"', 1) : std::min(rest.find(';'), rest.size());
        if (end == std::string_view::npos)
            return std::nullopt;
        const auto value = quoted ? rest.substr(1, end - 1) : trimmed(rest.substr(0, end));
        if (same_name(trimmed(key), name))
            return value;
        rest = trimmed(rest.substr(quoted ? end + 1 : end));
    }
    return std::nullopt;
}

bool is_boundary(std::string_view text)
{
    static constexpr std::string_view marks{"'()+_,-./:=? "};
    return !text.empty() && text.size() <= boundary_bytes_max && text.back() != ' ' &&
           std::ranges::all_of(text, [](char byte) {
               return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                      marks.find(byte) != std::string_view::npos;
           });
}

std::string unescaped(std::string_view name)
{
    std::string out;
    for (std::size_t at = 0; at < name.size(); ++at)
    {
        const auto rest = name.substr(at, 3);
        if (rest == "%22" || rest == "%0D" || rest == "%0A")
        {
            out += rest == "%22" ? '"' : ' ';
            at += 2;
        }
        else
            out += name[at];
    }
    return out;
}

/// Takes a body apart, part by part.
class Reader
{
public:
    Reader(std::string_view body, std::string_view boundary) : rest_(body), line_("\r\n--" + std::string(boundary)) {}

    Result<MultipartForm> read()
    {
        // The first boundary has no line end before it; nothing may stand in front.
        if (!rest_.starts_with(std::string_view(line_).substr(2)))
            return unreadable();
        rest_.remove_prefix(line_.size() - 2);
        std::size_t parts = 0;
        while (!rest_.starts_with("--"))
        {
            if (++parts > parts_max)
                return too_large();
            if (const auto part = read_part(); !part)
                return part.error();
        }
        rest_.remove_prefix(2);
        if (!rest_.empty() && rest_ != "\r\n")
            return unreadable();
        result_.form = Form{std::move(fields_)};
        return std::move(result_);
    }

private:
    static Problem unreadable() { return Problem{Refusal::invalid, "form.unreadable", {}, {}}; }
    static Problem too_large() { return Problem{Refusal::invalid, "form.too_large", {}, {}}; }

    Result<Done> read_part()
    {
        if (!rest_.starts_with("\r\n"))
            return unreadable();
        const auto head_end = rest_.find("\r\n\r\n");
        if (head_end == std::string_view::npos || head_end > part_head_bytes_max)
            return unreadable();
        const auto disposition = disposition_of(rest_.substr(2, head_end - 2 + 2));
        const auto end = rest_.find(line_, head_end + 2);
        if (!disposition || end == std::string_view::npos || end < head_end + 4)
            return end == head_end + 2 && disposition ? take(*disposition, {}, end) : unreadable();
        return take(*disposition, rest_.substr(head_end + 4, end - head_end - 4), end);
    }

    // The one header that counts. Two of them, or an encoding, are a trick.
    static std::optional<std::string_view> disposition_of(std::string_view head)
    {
        std::optional<std::string_view> found;
        while (!head.empty())
        {
            const auto end = head.find("\r\n");
            const auto line = head.substr(0, end);
            head.remove_prefix(std::min(end == std::string_view::npos ? head.size() : end + 2, head.size()));
            const auto colon = line.find(':');
            if (colon == std::string_view::npos || !is_text(line))
                return std::nullopt;
            const auto name = line.substr(0, colon);
            if (same_name(name, "Content-Transfer-Encoding") || (found && same_name(name, "Content-Disposition")))
                return std::nullopt;
            if (same_name(name, "Content-Disposition"))
                found = trimmed(line.substr(colon + 1));
        }
        return found && same_name(trimmed(found->substr(0, found->find(';'))), "form-data") ? found : std::nullopt;
    }

    Result<Done> take(std::string_view disposition, std::string_view content, std::size_t end)
    {
        const auto name = parameter(disposition, "name");
        if (!name || name->empty())
            return unreadable();
        if (const auto file = parameter(disposition, "filename"))
        {
            if (!file->empty() || !content.empty())
                result_.files.push_back({unescaped(*name), unescaped(*file), std::string(content)});
        }
        else if (content.size() > form_bytes_max)
            return too_large();
        else if (!is_text(content))
            return unreadable();
        else
            fields_.emplace_back(unescaped(*name), std::string(content));
        rest_.remove_prefix(end + line_.size());
        return Done{};
    }

    std::string_view rest_;
    std::string line_;
    Fields fields_;
    MultipartForm result_;
};

} // namespace

const UploadedFile* MultipartForm::file(std::string_view field) const
{
    const auto found = std::ranges::find(files, field, &UploadedFile::field);
    return found == files.end() ? nullptr : &*found;
}

bool is_multipart(const Request& request)
{
    const auto type = request.header("Content-Type").value_or("");
    return same_name(trimmed(type.substr(0, type.find(';'))), type_name);
}

Result<MultipartForm> read_multipart(const Request& request)
{
    const auto boundary = parameter(request.header("Content-Type").value_or(""), "boundary");
    if (!is_multipart(request) || !boundary || !is_boundary(*boundary))
        return Problem{Refusal::invalid, "form.unreadable", {}, {}};
    return Reader(request.body, *boundary).read();
}

} // namespace rondetafel::http
