// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/http/form.hpp>

#include <gtest/gtest.h>

namespace rondetafel::http::testing
{

namespace
{

std::string refusal_of(std::string_view encoded)
{
    const auto form = Form::parse(encoded);
    return form ? "" : form.error().code;
}

} // namespace

TEST(ReadingAForm, DecodesPlusAndEscapes)
{
    const auto form = Form::parse("naam=J.+van+%E2%80%99t+Hoff&plus=1%2B1&leeg=&kaal");
    ASSERT_TRUE(form.has_value());
    EXPECT_EQ(form->value("naam"), "J. van ’t Hoff");
    EXPECT_EQ(form->value("plus"), "1+1");
    EXPECT_TRUE(form->has("leeg"));
    EXPECT_TRUE(form->has("kaal"));
    EXPECT_FALSE(form->has("anders"));
    EXPECT_EQ(form->value("anders"), "");
}

TEST(ReadingAForm, KeepsAllValuesOfACheckbox)
{
    const auto form = Form::parse("dag=ma&x=1&dag=di&&dag=w%6F");
    EXPECT_EQ(form->values("dag"), (std::vector<std::string>{"ma", "di", "wo"}));
    EXPECT_EQ(form->value("dag"), "ma");
    EXPECT_TRUE(form->values("y").empty());
}

TEST(ReadingAForm, RefusesBrokenEscapesAndNul)
{
    for (const char* encoded : {"a=%", "a=%4", "a=%zz", "%=1", "a=%00", "%00=a"})
        EXPECT_EQ(refusal_of(encoded), "form.unreadable") << encoded;
    EXPECT_EQ(refusal_of(std::string_view{"a=\0b", 4}), "form.unreadable");
}

TEST(ReadingAForm, RefusesWhatIsNoUtf8)
{
    for (const char* encoded : {"a=%80", "a=%C3", "a=%C0%AF", "a=%E0%80%AF", "a=%ED%A0%80", "a=%F0%80%80%80",
                                "a=%F4%90%80%80", "a=%F5%80%80%80", "a=%E2%82", "a=\xff", "a=%C3%28"})
        EXPECT_EQ(refusal_of(encoded), "form.unreadable") << encoded;
    for (const char* encoded : {"a=%C2%80", "a=%E0%A0%80", "a=%ED%9F%BF", "a=%EF%BF%BD", "a=%F0%90%80%80",
                                "a=%F4%8F%BF%BF", "a=%F0%9F%98%80", "a=%C5%82"})
        EXPECT_EQ(refusal_of(encoded), "") << encoded;
}

TEST(ReadingAForm, HasLimits)
{
    std::string many;
    for (std::size_t count = 0; count < form_fields_max; ++count)
        many += "a=1&";
    EXPECT_EQ(refusal_of(many), "");
    EXPECT_EQ(refusal_of(many + "b=2"), "form.too_large");
    EXPECT_EQ(refusal_of("a=" + std::string(form_bytes_max, 'x')), "form.too_large");
}

TEST(ReadingAForm, WantsTheRightType)
{
    Request request;
    request.body = "a=1";
    EXPECT_FALSE(read_form(request).has_value());
    request.headers = {{"content-type", "text/plain"}};
    EXPECT_EQ(read_form(request).error().refusal, Refusal::invalid);
    request.headers = {{"content-type", "Application/X-WWW-form-urlencoded ; charset=utf-8"}};
    EXPECT_EQ(read_form(request)->value("a"), "1");
}

TEST(ReadingAQuery, WorksTheSameWay)
{
    Request request;
    request.query = "van=2024-05-02&zoek=lokale+pool";
    EXPECT_EQ(read_query(request)->value("zoek"), "lokale pool");
    request.query = "";
    EXPECT_TRUE(read_query(request)->fields().empty());
}

} // namespace rondetafel::http::testing
