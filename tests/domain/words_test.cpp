// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/accounts.hpp>
#include <rondetafel/domain/invitations.hpp>
#include <rondetafel/domain/letters.hpp>
#include <rondetafel/domain/reminders.hpp>
#include <rondetafel/domain/timeline.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace rondetafel
{

namespace
{

template <class Enum>
class EveryWord : public testing::Test
{
};

using Enums = testing::Types<AccountStatus, AddressForm, AddressState, Answer, AnswerSource, InvitationState,
                             Lane, LetterKind, LetterState, MeetingKind, MeetingState, PartyKind,
                             ReminderKind, Role, StepStanding, StepState>;
TYPED_TEST_SUITE(EveryWord, Enums, );

TYPED_TEST(EveryWord, LeadsBackToItsValueAndIsFitForACatalogueKey)
{
    std::set<std::string_view> names;
    std::set<TypeParam> values;
    for (const auto& [value, name] : Words<TypeParam>::all)
    {
        EXPECT_EQ(from_word<TypeParam>(name), value);
        EXPECT_EQ(word(value), name);
        EXPECT_TRUE(std::all_of(name.begin(), name.end(),
                                [](char letter)
                                { return (letter >= 'a' && letter <= 'z') || letter == '_'; }));
        names.insert(name);
        values.insert(value);
    }
    EXPECT_EQ(names.size(), std::size(Words<TypeParam>::all));
    EXPECT_EQ(values.size(), names.size());
    // Enumerators count from zero without gaps, so a forgotten one shows as a value without a word.
    EXPECT_EQ(static_cast<std::size_t>(*values.rbegin()), values.size() - 1);
    EXPECT_TRUE(word(static_cast<TypeParam>(values.size())).empty());
}

TEST(AWord, ThatIsUnknownIsNothing)
{
    EXPECT_EQ(from_word<Answer>("maybe"), std::nullopt);
    EXPECT_EQ(from_word<Answer>(""), std::nullopt);
    EXPECT_EQ(from_word<Answer>("Yes"), std::nullopt);
}

} // namespace

} // namespace rondetafel
