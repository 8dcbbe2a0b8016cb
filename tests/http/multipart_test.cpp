// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/http/multipart.hpp>

#include <gtest/gtest.h>

namespace rondetafel::http::testing
{

namespace
{

Request request_with(std::string body, const std::string& type = "multipart/form-data; boundary=x1")
{
    Request request;
    request.headers.emplace_back("Content-Type", type);
    request.body = std::move(body);
    return request;
}

std::string part(const std::string& disposition, const std::string& content, const std::string& more = {})
{
    return "--x1\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more + "\r\n" + content + "\r\n";
}

std::string refusal_of(const std::string& body, const std::string& type = "multipart/form-data; boundary=x1")
{
    const auto form = read_multipart(request_with(body, type));
    return form ? "" : form.error().code;
}

} // namespace

TEST(ReadingAMultipartForm, TakesFieldsAndFilesApart)
{
    const std::string bytes("PK\x03\x04\0\r\n--x\r\n", 13);
    const auto form = read_multipart(request_with(
        part("name=\"form_token\"", "abc") + part("name=\"leeg\"", "") +
        part("name=\"bestand\"; filename=\"Reactie %22łódź%22; x=.docx\"", bytes, "Content-Type: application/zip\r\n") +
        "--x1--\r\n"));
    ASSERT_TRUE(form.has_value());
    EXPECT_EQ(form->form.value("form_token"), "abc");
    EXPECT_TRUE(form->form.has("leeg"));
    ASSERT_NE(form->file("bestand"), nullptr);
    EXPECT_EQ(form->file("bestand")->bytes, bytes);
    EXPECT_EQ(form->file("bestand")->name, "Reactie \"łódź\"; x=.docx");
    EXPECT_EQ(form->file("form_token"), nullptr);
}

TEST(ReadingAMultipartForm, HasNoFileWhenNoneWasChosen)
{
    const auto form = read_multipart(request_with(
        part("name=\"bestand\"; filename=\"\"", "", "Content-Type: application/octet-stream\r\n") + "--x1--\r\n"));
    ASSERT_TRUE(form.has_value());
    EXPECT_TRUE(form->files.empty());
}

TEST(ReadingAMultipartForm, TakesAQuotedBoundary)
{
    EXPECT_EQ(refusal_of("--a b--\r\n", "multipart/form-data; charset=utf-8; boundary=\"a b\""), "");
}

TEST(ReadingAMultipartForm, RefusesWhatIsNotWhole)
{
    const auto whole = part("name=\"a\"", "b") + "--x1--\r\n";
    ASSERT_EQ(refusal_of(whole), "");
    ASSERT_EQ(refusal_of(whole.substr(0, whole.size() - 2)), "");
    for (std::size_t size = 0; size + 2 < whole.size(); ++size)
        EXPECT_EQ(refusal_of(whole.substr(0, size)), "form.unreadable") << size;
}

TEST(ReadingAMultipartForm, RefusesTricks)
{
    for (const auto& body :
         {std::string("preamble\r\n") + part("name=\"a\"", "b") + "--x1--\r\n",
          part("name=\"a\"", "b") + "--x1--\r\nepilogue", part("", "b") + "--x1--\r\n", part("name=\"\"", "b") + "--x1--\r\n",
          part("name=\"a", "b") + "--x1--\r\n",
          part("name=\"a\"", "b", "Content-Disposition: form-data; name=\"c\"\r\n") + "--x1--\r\n",
          part("name=\"a\"", "b", "Content-Transfer-Encoding: base64\r\n") + "--x1--\r\n",
          part("name=\"a\"", "b", "no colon\r\n") + "--x1--\r\n",
          part("name=\"a\"", std::string("b\0c", 3)) + "--x1--\r\n", part("name=\"a\"", "\xff") + "--x1--\r\n",
          part("name=\"a\xff\"", "b") + "--x1--\r\n",
          std::string("--x1\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nb\r\n--x1--\r\n"),
          std::string("--x1\r\n\r\nb\r\n--x1--\r\n"), std::string("--x1\nContent-Disposition: form-data; name=a\n\nb\n--x1--\n")})
        EXPECT_EQ(refusal_of(body), "form.unreadable") << body;
    for (const char* type : {"multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=x1",
                             "multipart/form-data; boundary=\"x1", "multipart/form-data; boundary=x{1", "text/plain"})
        EXPECT_EQ(refusal_of("--x1--\r\n", type), "form.unreadable") << type;
    EXPECT_EQ(refusal_of("--" + std::string(71, 'b') + "--\r\n", "multipart/form-data; boundary=" + std::string(71, 'b')),
              "form.unreadable");
}

TEST(ReadingAMultipartForm, HasLimits)
{
    EXPECT_EQ(refusal_of(part("name=\"a\"", std::string(form_bytes_max + 1, 'x')) + "--x1--\r\n"), "form.too_large");
    EXPECT_EQ(refusal_of(part("name=\"a\"", std::string(form_bytes_max, 'x')) + "--x1--\r\n"), "");
    std::string many;
    for (int count = 0; count < 51; ++count)
        many += part("name=\"a\"", "b");
    EXPECT_EQ(refusal_of(many + "--x1--\r\n"), "form.too_large");
    EXPECT_EQ(refusal_of(part("name=\"a\"", "b", "X-Long: " + std::string(3000, 'x') + "\r\n") + "--x1--\r\n"),
              "form.unreadable");
}

} // namespace rondetafel::http::testing
