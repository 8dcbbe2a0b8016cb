// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/press_work.hpp>

#include <rondetafel/documents/program.hpp>
#include <rondetafel/documents/zip_check.hpp>
#include <rondetafel/templates/templates.hpp>

namespace rondetafel::documents
{

namespace
{

constexpr const char* pandoc = "pandoc";
constexpr const char* weasyprint = "weasyprint";
/// The base64 of a bigger file would not fit in one packet of MariaDB.
constexpr std::size_t file_bytes_max = std::size_t{8} * 1024 * 1024;

const char* maker_of(RenderingFormat format) { return format == RenderingFormat::pdf ? weasyprint : pandoc; }

Pressed pressed(Ran ran)
{
    Pressed result;
    switch (ran.ending)
    {
    case Ending::done:
        result.content = std::move(ran.output);
        break;
    case Ending::stopped:
        result.stopped = true;
        break;
    case Ending::missing:
        result.error = "press.missing";
        result.again = true;
        break;
    case Ending::too_long:
        result.error = "press.too_long";
        result.again = true;
        break;
    case Ending::too_much:
        result.error = "press.too_large";
        break;
    case Ending::failed:
        result.error = "press.failed";
        result.again = true;
    }
    return result;
}

Pressed run(const char* name, std::vector<std::string> arguments, const std::string& input, const GoOn& go_on,
            std::size_t output_bytes)
{
    const auto path = find_program(name);
    if (!path)
        return {{}, "press.missing", true, false};
    const TemporaryFolder folder;
    Program program;
    program.path = *path;
    program.arguments = std::move(arguments);
    program.environment = {"PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=" + folder.path().string(),
                           "TMPDIR=" + folder.path().string(), "XDG_CACHE_HOME=" + folder.path().string()};
    program.folder = folder.path();
    program.input = input;
    ProgramLimits limits;
    limits.output_bytes = output_bytes;
    return pressed(run_program(program, limits, go_on));
}

// Half of the memory it may address, so that it ends by itself and says why.
const std::vector<std::string> pandoc_memory{"+RTS", "-M768m", "-RTS"};

} // namespace

std::string pdf_source(const PdfFrame& frame, const std::string& body)
{
    using templates::escape_html;
    return "<!doctype html>\n<html lang=\"" + code(frame.language) + "\"><head><meta charset=\"utf-8\"><title>" +
           escape_html(frame.title) + "</title></head>\n<body>\n<p class=\"rt-print__head\">" + escape_html(frame.head) +
           "</p>\n<p class=\"rt-print__foot\">" + escape_html(frame.foot) + "</p>\n<main>\n" + body + "</main>\n</body></html>\n";
}

Pressed press(RenderingFormat format, const std::string& source, const std::filesystem::path& print, const GoOn& go_on)
{
    if (format == RenderingFormat::pdf)
        return run(weasyprint,
                   {"--quiet", "--encoding", "utf8", "--pdf-variant", "pdf/ua-1", "--stylesheet",
                    std::filesystem::absolute(print / "covenant.css").string(), "-", "-"},
                   source, go_on, file_bytes_max);
    const auto extension = std::string(word(format));
    // No --sandbox here: with it Debian's pandoc cannot find its own data files. The source is ours and names no file.
    auto arguments = pandoc_memory;
    for (auto& argument : std::vector<std::string>{
             "--from=json", "--to=" + extension,
             "--reference-doc=" + std::filesystem::absolute(print / ("covenant." + extension)).string(), "--output=-"})
        arguments.push_back(argument);
    return run(pandoc, std::move(arguments), source, go_on, file_bytes_max);
}

Pressed unpress(const std::string& docx, const GoOn& go_on)
{
    if (const auto checked = check_word_zip(docx); !checked)
        return {{}, checked.error().fields.front().code, false, false};
    auto arguments = pandoc_memory;
    for (const char* argument : {"--sandbox", "--from=docx+styles", "--track-changes=all", "--to=json", "-"})
        arguments.emplace_back(argument);
    auto read = run(pandoc, std::move(arguments), docx, go_on, std::size_t{32} * 1024 * 1024);
    if (read.error == "press.failed" || read.error == "press.too_large")
    {
        read.again = false;
        read.error = read.error == "press.failed" ? "word.broken" : "word.too_large";
    }
    else if (read.error == "press.too_long")
    {
        read.again = false;
        read.error = "word.too_long";
    }
    return read;
}

bool can_press(RenderingFormat format) { return find_program(maker_of(format)).has_value(); }

} // namespace rondetafel::documents
