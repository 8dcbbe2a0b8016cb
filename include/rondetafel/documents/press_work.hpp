// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/renderings.hpp>

#include <filesystem>
#include <functional>
#include <string>

namespace rondetafel::documents
{

/// What came of a piece of work that a program did.
struct Pressed
{
    std::string content; ///< the bytes of the file, or pandoc's JSON of a file that was read
    std::string error;   ///< empty when it is done, else a catalogue code: "press.missing", "press.too_long", …
    bool again = false;  ///< trying later may help
    bool stopped = false;
};

/// Asked about ten times a second; no means: stop now.
using GoOn = std::function<bool()>;

/// What stands around a text in a PDF.
struct PdfFrame
{
    std::string title;            ///< of the file
    std::string head;             ///< in the upper margin of each page: version, date, short hash
    std::string foot;             ///< in the lower margin, beside the page number
    Language language = Language::nl;
};

/// A page for the press: the frame around HTML that is safe already (covenant_html, comparison_html).
std::string pdf_source(const PdfFrame& frame, const std::string& body);

/// Makes the file of a source: by WeasyPrint a tagged PDF (PDF/UA-1), by pandoc a Word or ODT file. `print` is the folder
/// of the stylesheet and of the files that lend their styles. The programs run confined (documents/program.hpp).
Pressed press(RenderingFormat format, const std::string& source, const std::filesystem::path& print, const GoOn& go_on);

/// Reads a Word file: checks the sizes inside the zip, then has pandoc take it apart. Refused with "word.not_word",
/// "word.broken", "word.too_large" or "word.too_long".
Pressed unpress(const std::string& docx, const GoOn& go_on);

/// Whether the program that makes this format is installed.
bool can_press(RenderingFormat format);

} // namespace rondetafel::documents
