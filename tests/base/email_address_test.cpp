// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/email_address.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{
namespace
{

using namespace std::string_view_literals;

std::string accepted(std::string_view text)
{
    const auto checked = checked_email_address(text);
    return checked ? *checked : "(refused)";
}

std::string labels(std::size_t count)
{
    std::string domain;
    for (std::size_t label = 0; label < count; ++label)
        domain += std::string(49, 'a') + ".";
    return domain + "example";
}

} // namespace

TEST(AnEmailAddress, MayBeAnyDotAtomAtAHost)
{
    for (const auto* text : {"jan@voorbeeld.nl", "j.a.n+post@mail.voorbeeld.nl", "o'neil@example.org",
                             "!#$%&'*+-/=?^_`{|}~@example.org", "1@2.example", "a@xn--bcher-kva.example"})
        EXPECT_EQ(accepted(text), text);
}

TEST(AnEmailAddress, KeepsTheCaseOfItsLocalPartOnly)
{
    EXPECT_EQ(accepted("Jan@Voorbeeld.NL"), "Jan@voorbeeld.nl");
}

TEST(AnEmailAddress, IsRefusedWhenItIsAnythingElse)
{
    for (const auto text : {""sv,
                            "jan"sv,
                            "@"sv,
                            "jan@"sv,
                            "@voorbeeld.nl"sv,
                            "jan@voorbeeld"sv,
                            "jan@@voorbeeld.nl"sv,
                            "a@b@c.nl"sv,
                            ".jan@voorbeeld.nl"sv,
                            "jan.@voorbeeld.nl"sv,
                            "j..n@voorbeeld.nl"sv,
                            "\"jan\"@voorbeeld.nl"sv,
                            "jan(piet)@voorbeeld.nl"sv,
                            "<jan@voorbeeld.nl>"sv,
                            "Jan <jan@voorbeeld.nl>"sv,
                            "jan@voorbeeld.nl,"sv,
                            "jan@voorbeeld.nl "sv,
                            " jan@voorbeeld.nl"sv,
                            "j an@voorbeeld.nl"sv,
                            "jan@voor beeld.nl"sv,
                            "jan\t@b.nl"sv,
                            "jan@voorbeeld.nl\r\n"sv,
                            "jan@voorbeeld.nl\nx"sv,
                            "jan\r@voorbeeld.nl"sv,
                            "jan@voorbeeld.nl\0"sv,
                            "jan@voor\0beeld.nl"sv,
                            "\0@voorbeeld.nl"sv,
                            "jan@-voorbeeld.nl"sv,
                            "jan@voorbeeld-.nl"sv,
                            "jan@voor_beeld.nl"sv,
                            "jan@voorbeeld..nl"sv,
                            "jan@.nl"sv,
                            "jan@voorbeeld.nl."sv,
                            "jan@127.0.0.1"sv,
                            "jan@[127.0.0.1]"sv,
                            "jan@voorbeeld.nl>"sv,
                            "jan;piet@voorbeeld.nl"sv,
                            "jan@\x7f.nl"sv})
        EXPECT_EQ(accepted(text), "(refused)") << text;
}

TEST(AnEmailAddress, IsRefusedWithTheFieldAndTheCode)
{
    const auto problem = checked_email_address("jan", "contact").error();
    EXPECT_EQ(problem.fields.at(0).field, "contact");
    EXPECT_EQ(problem.fields.at(0).code, "email.not_an_address");
}

TEST(AnEmailAddress, HasALocalPartOf64BytesAtMost)
{
    EXPECT_NE(accepted(std::string(64, 'x') + "@voorbeeld.nl"), "(refused)");
    EXPECT_EQ(accepted(std::string(65, 'x') + "@voorbeeld.nl"), "(refused)");
}

TEST(AnEmailAddress, HasLabelsOf63BytesAndADomainThatFits)
{
    EXPECT_NE(accepted("x@" + std::string(63, 'a') + ".nl"), "(refused)");
    EXPECT_EQ(accepted("x@" + std::string(64, 'a') + ".nl"), "(refused)");
    EXPECT_NE(accepted("x@" + labels(4)), "(refused)");
    EXPECT_EQ(accepted("x@" + labels(5)), "(refused)");
    EXPECT_EQ(accepted(std::string(64, 'x') + "@" + labels(4)), "(refused)")
        << "more than 254 bytes together";
}

TEST(AnInternationalDomain, BecomesALabels)
{
    EXPECT_EQ(accepted("zoe@b\xc3\xbc"
                       "cher.example"),
              "zoe@xn--bcher-kva.example");
    EXPECT_EQ(accepted("zoe@bu\xcc\x88"
                       "cher.example"),
              "zoe@xn--bcher-kva.example")
        << "decomposed";
    EXPECT_EQ(accepted("zoe@stra\xc3\x9f"
                       "e.example"),
              "zoe@xn--strae-oqa.example")
        << "non-transitional";
    EXPECT_EQ(accepted("zoe@B\xc3\x9c"
                       "CHER\xe3\x80\x82"
                       "example"),
              "zoe@xn--bcher-kva.example")
        << "ideographic dot";
}

TEST(AnInternationalDomain, IsRefusedWhenItHidesSomething)
{
    EXPECT_EQ(accepted("zoe@b\xc3\xbc.\xef\xbc\x9c"
                       "x.example"),
              "(refused)")
        << "full-width angle bracket";
    EXPECT_EQ(accepted("zoe@b\xc3.example"), "(refused)") << "broken UTF-8";
    EXPECT_EQ(accepted("zoe@b\xc3\xbc\r\n.example"), "(refused)");
    EXPECT_EQ(accepted("zoe@b\xc3\xbc example.org"), "(refused)");
    EXPECT_EQ(accepted("zoe@" + std::string(5'000, '\xc3')), "(refused)");
}

TEST(ANonAsciiLocalPart, IsRefused)
{
    EXPECT_EQ(accepted("zo\xc3\xab@voorbeeld.nl"), "(refused)");
}

TEST(ShowingAnAddress, WritesTheDomainAsPeopleReadIt)
{
    EXPECT_EQ(shown_email_address("zoe@xn--bcher-kva.example"), "zoe@b\xc3\xbc"
                                                                "cher.example");
    EXPECT_EQ(shown_email_address("jan@voorbeeld.nl"), "jan@voorbeeld.nl");
    EXPECT_EQ(shown_email_address("xn--a@voorbeeld.nl"), "xn--a@voorbeeld.nl");
    EXPECT_EQ(shown_email_address("not an address"), "not an address");
    EXPECT_EQ(shown_email_address("zoe@xn--\x01.example"), "zoe@xn--\x01.example");
}

} // namespace rondetafel
