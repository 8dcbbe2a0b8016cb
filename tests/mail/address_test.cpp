// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/mail/address.hpp>

#include <gtest/gtest.h>

namespace rondetafel::mail
{

/// The grammar has its own tests (base/email_address_test.cpp); these are the ones libcurl would let through.
TEST(AnEnvelopeAddress, HoldsNothingThatCouldEndTheCommand)
{
    using namespace std::string_view_literals;
    for (const auto text :
         {"a@example.org\r\nRCPT TO:<b@example.org>"sv, "a@example.org\n"sv, "a\r@example.org"sv,
          "a@example.org\0"sv, "a@exam\0ple.org"sv, "a@example.org> SIZE=1"sv, "<a@example.org>"sv,
          " a@example.org"sv, "a@example.org "sv})
    {
        const auto checked = checked_address(text);
        ASSERT_FALSE(checked) << text;
        EXPECT_EQ(checked.error().fields.at(0).code, "email.not_an_address");
    }
}

TEST(AnEnvelopeAddress, IsGivenBackInAscii)
{
    EXPECT_EQ(checked_address("Zoe@B\xc3\xbc"
                              "cher.example")
                  .value(),
              "Zoe@xn--bcher-kva.example");
}

} // namespace rondetafel::mail
