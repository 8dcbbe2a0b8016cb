// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/zip_check.hpp>

#include <gtest/gtest.h>

#include <zip.h>

#include <string>
#include <utility>
#include <vector>

namespace rondetafel::documents::testing
{

namespace
{

using Entries = std::vector<std::pair<std::string, std::string>>;

const Entries plain{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<document/>"}};

std::string zip_of(const Entries& entries, const char* password = nullptr)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    auto* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    zip_source_keep(target);
    for (const auto& [name, content] : entries)
    {
        const auto at = zip_file_add(zip, name.c_str(), zip_source_buffer(zip, content.data(), content.size(), 0), 0);
        if (password != nullptr)
            zip_file_set_encryption(zip, static_cast<zip_uint64_t>(at), ZIP_EM_AES_256, password);
    }
    EXPECT_EQ(zip_close(zip), 0);
    zip_stat_t about;
    zip_source_stat(target, &about);
    std::string bytes(about.size, '\0');
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

Entries with(std::pair<std::string, std::string> entry)
{
    auto entries = plain;
    entries.push_back(std::move(entry));
    return entries;
}

std::string refusal_of(const std::string& bytes, const ZipLimits& limits = {})
{
    const auto checked = check_word_zip(bytes, "file", limits);
    if (checked)
        return "";
    EXPECT_EQ(checked.error().fields.front().field, "file");
    return checked.error().fields.front().code;
}

std::string with_bytes_changed(std::string bytes, std::string_view from, std::string_view to)
{
    for (std::size_t at = 0; (at = bytes.find(from, at)) != std::string::npos; at += to.size())
        bytes.replace(at, from.size(), to);
    return bytes;
}

} // namespace

TEST(CheckingAWordFile, LetsAnOrdinaryOneThrough)
{
    EXPECT_EQ(refusal_of(zip_of(plain)), "");
    EXPECT_EQ(refusal_of(zip_of(with({"word/media/image1.png", std::string(500'000, 'x')}))), "");
}

TEST(CheckingAWordFile, RefusesWhatIsNoWordFile)
{
    for (const char* bytes : {"", "hello", "%PDF-1.7", "{\\rtf1", "\xD0\xCF\x11\xE0 an old .doc"})
        EXPECT_EQ(refusal_of(bytes), "word.not_word") << bytes;
    EXPECT_EQ(refusal_of(zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}})),
              "word.not_word");
    EXPECT_EQ(refusal_of(zip_of({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<x/>"}})), "word.not_word");
    EXPECT_EQ(refusal_of(zip_of(plain, "secret")), "word.not_word");
}

TEST(CheckingAWordFile, RefusesABrokenOneWhereverItIsCut)
{
    const auto whole = zip_of(plain);
    for (std::size_t size = 2; size < whole.size(); ++size)
        EXPECT_EQ(refusal_of(whole.substr(0, size)), "word.broken") << size;
    auto bent = zip_of({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", std::string(2'000, 'a') + "bcd"}});
    bent[bent.find("word/document.xml") + 20] ^= 0x55; // inside the packed bytes
    EXPECT_EQ(refusal_of(bent), "word.broken");
}

TEST(CheckingAWordFile, RefusesNamesThatLeadOutside)
{
    for (const char* name : {"../evil", "word/../../evil", "/etc/passwd", "C:evil", "word\\evil"})
        EXPECT_EQ(refusal_of(zip_of(with({name, "x"}))), "word.broken") << name;
    // Two entries of one name: the one that is checked need not be the one that is read.
    const auto twice = with_bytes_changed(zip_of(with({"word/documenT.xml", "other"})), "documenT", "document");
    EXPECT_EQ(refusal_of(twice), "word.broken");
}

TEST(CheckingAWordFile, RefusesBombs)
{
    EXPECT_EQ(refusal_of(zip_of(with({"word/media/big", std::string(49 * 1024 * 1024, '\0')}))), "word.too_large");
    // Small enough, but packed as no text is.
    EXPECT_EQ(refusal_of(zip_of(with({"word/media/flat", std::string(10 * 1024 * 1024, '\0')}))), "word.too_large");
    auto many = plain;
    for (int count = 0; count < 2'000; ++count)
        many.emplace_back("word/" + std::to_string(count), "x");
    EXPECT_EQ(refusal_of(zip_of(many)), "word.too_large");
    ZipLimits limits;
    limits.all_bytes = 1'000;
    EXPECT_EQ(refusal_of(zip_of(with({"word/a", std::string(1'000, 'x')})), limits), "word.too_large");
}

// A directory that says "ten bytes" about ten million must not be believed.
TEST(CheckingAWordFile, RefusesOneThatLiesAboutItsSize)
{
    constexpr unsigned size = 700'000;
    auto bomb = zip_of(with({"word/lie", std::string(size, '\0')}));
    const std::string truth{static_cast<char>(size & 0xff), static_cast<char>((size >> 8) & 0xff),
                            static_cast<char>((size >> 16) & 0xff), '\0'};
    const auto lie = with_bytes_changed(bomb, truth, std::string("\x0a\0\0\0", 4));
    ASSERT_NE(lie, bomb);
    ZipLimits limits;
    limits.entry_bytes = 100'000;
    EXPECT_NE(refusal_of(lie, limits), "");
}

} // namespace rondetafel::documents::testing
