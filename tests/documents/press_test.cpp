// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/covenant_html.hpp>
#include <rondetafel/documents/press_work.hpp>
#include <rondetafel/documents/program.hpp>

#include "documents/given_covenant.hpp"

#include <gtest/gtest.h>

namespace rondetafel::documents::testing
{

namespace
{

const std::filesystem::path print_folder = RONDETAFEL_SOURCE "/service/web/print";

std::string pdf_of(const CovenantText& text)
{
    HtmlSetting setting;
    setting.level = 2;
    const auto made = press(RenderingFormat::pdf,
                            pdf_source({text.title, "Versie 0.1, 3 juni 2024, vingerafdruk 3f2a9c0b1d4e", "Gemeente",
                                        Language::nl},
                                       covenant_html(text, setting)),
                            print_folder, {});
    EXPECT_EQ(made.error, "");
    return made.content;
}

std::string said_by(const char* tool, std::vector<std::string> arguments, const std::string& pdf)
{
    const TemporaryFolder folder;
    Program program;
    program.path = find_program(tool).value();
    program.arguments = std::move(arguments);
    program.folder = folder.path();
    program.input = pdf;
    const auto ran = run_program(program, {});
    EXPECT_EQ(ran.ending, Ending::done) << ran.errors;
    return ran.output;
}

// The words on the pages, without what stands in the margins (A4, 28 mm above and 26 mm below).
std::string words_of(const std::string& pdf)
{
    return said_by("pdftotext", {"-raw", "-enc", "UTF-8", "-nopgbrk", "-r", "72", "-x", "0", "-y", "78", "-W", "596", "-H",
                                 "692", "-", "-"},
                   pdf);
}

std::string one_space(std::string_view text)
{
    std::string out;
    for (const char letter : text)
        if (letter != ' ' && letter != '\n' && letter != '\f')
            out += letter;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    while (out.ends_with(' '))
        out.pop_back();
    return out;
}

int pages_of(const std::string& info)
{
    const auto at = info.find("Pages:");
    return std::stoi(info.substr(at + 6));
}

class PdfOf : public ::testing::TestWithParam<const char*>
{
};

} // namespace

TEST_P(PdfOf, SaysExactlyWhatTheVersionSays)
{
    const std::string name = GetParam();
    const auto text = name == "long" ? given::long_covenant() : name == "small" ? given::small_covenant() : given::starter(name);
    const auto pdf = pdf_of(text);
    const auto info = said_by("pdfinfo", {"-"}, pdf);
    EXPECT_NE(info.find("Tagged:          yes"), std::string::npos) << info;
    EXPECT_NE(info.find("Title:           " + text.title), std::string::npos) << info;
    EXPECT_GE(pages_of(info), name == "long" ? 40 : 1);
    EXPECT_EQ(one_space(words_of(pdf)), one_space(covenant_words(text)));
}

INSTANTIATE_TEST_SUITE_P(Each, PdfOf, ::testing::Values("small", "employership", "housing", "registration", "long"),
                         [](const auto& each) { return std::string(each.param); });

TEST(PdfFiles, NameTheirLanguageAndEmbedTheirFonts)
{
    const auto pdf = pdf_of(given::small_covenant());
    EXPECT_NE(pdf.find("/Lang (nl"), std::string::npos);
    const auto fonts = said_by("pdffonts", {"-"}, pdf);
    EXPECT_NE(fonts.find("Rondetafel-Text"), std::string::npos) << fonts;
    EXPECT_EQ(fonts.find("DejaVu"), std::string::npos) << fonts;
    EXPECT_EQ(fonts.find(" no  "), std::string::npos) << fonts;
}

TEST(PdfFiles, CarryVersionAndPageNumberInTheirMargins)
{
    const auto all = said_by("pdftotext", {"-raw", "-enc", "UTF-8", "-", "-"}, pdf_of(given::starter("registration")));
    EXPECT_NE(all.find("Versie 0.1, 3 juni 2024, vingerafdruk 3f2a9c0b1d4e"), std::string::npos);
    EXPECT_NE(all.find("1 / "), std::string::npos);
}

TEST(ThePress, StopsWhenAsked)
{
    const auto stopped = press(RenderingFormat::pdf, pdf_source({}, covenant_html(given::long_covenant())), print_folder,
                               [] { return false; });
    EXPECT_TRUE(stopped.stopped);
    EXPECT_EQ(stopped.content, "");
}

TEST(ThePress, SaysWhenAProgramFails)
{
    const auto failed = press(RenderingFormat::docx, "no json", print_folder, {});
    EXPECT_EQ(failed.error, "press.failed");
    EXPECT_TRUE(failed.again);
}

} // namespace rondetafel::documents::testing
