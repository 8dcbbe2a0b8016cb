// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/language.hpp>
#include <rondetafel/base/result.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

TEST(AProblem, NamesItsFieldOrItsThing)
{
    const auto wrong = invalid("day", "date.past", {{"day", "2 mei 2024"}});
    EXPECT_EQ(wrong.refusal, Refusal::invalid);
    EXPECT_EQ(wrong.code, "form.invalid");
    ASSERT_EQ(wrong.fields.size(), 1U);
    EXPECT_EQ(wrong.fields[0].field, "day");
    EXPECT_EQ(wrong.fields[0].code, "date.past");
    EXPECT_EQ(wrong.fields[0].arguments, (Arguments{{"day", "2 mei 2024"}}));

    EXPECT_EQ(not_found("meeting").refusal, Refusal::not_found);
    EXPECT_EQ(not_found("meeting").code, "meeting.not_found");
    EXPECT_EQ(conflict("meeting.over").refusal, Refusal::conflict);
    EXPECT_EQ(forbidden("account.reader").refusal, Refusal::forbidden);
}

TEST(AResult, ThrowsWhenAProblemIsTakenForAValue)
{
    const Result<int> refused = conflict("meeting.over");
    EXPECT_TRUE(refused.has_error());
    EXPECT_THROW(static_cast<void>(refused.value()), std::logic_error);
    EXPECT_EQ(Result<int>{3}.value(), 3);
}

TEST(ALanguage, HasACode)
{
    for (const auto language : languages)
        EXPECT_EQ(language_from(code(language)), language);
    for (const auto* unknown : {"", "de", "NL", "nl-NL", "nld"})
        EXPECT_EQ(language_from(unknown), std::nullopt) << unknown;
}

} // namespace

} // namespace rondetafel
