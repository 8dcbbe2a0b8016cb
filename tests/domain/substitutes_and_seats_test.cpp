// SPDX-License-Identifier: EUPL-1.2
#include "given.hpp"

#include <rondetafel/domain/invitations.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

using namespace given;
using Codes = std::vector<std::string>;

struct Substitution
{
    std::string name;
    std::string email;
    Codes codes;
};

TEST(SendingASubstitute, NeedsANameAndAnAddressOfSomebodyElse)
{
    const std::vector<Substitution> table{
        {"Iris de Boer", "iris@seringa.example", {}},
        {"", "iris@seringa.example", {"substitute_name:substitute_name.missing"}},
        {"  ", "iris@seringa.example", {"substitute_name:substitute_name.missing"}},
        {"Iris\r\nBcc: x", "iris@seringa.example", {"substitute_name:text.control_byte"}},
        {std::string(201, 'a'), "iris@seringa.example", {"substitute_name:text.too_long"}},
        {"Iris de Boer", "", {"substitute_email:substitute_email.missing"}},
        {"Iris de Boer", "iris", {"substitute_email:email.not_an_address"}},
        {"Iris de Boer",
         "iris@seringa.example\r\nBcc: x@y.example",
         {"substitute_email:email.not_an_address"}},
        {"Iris de Boer", "marek@seringa.example", {"substitute_email:substitute.same_person"}},
        {"Iris de Boer", "MAREK@SERINGA.EXAMPLE", {"substitute_email:substitute.same_person"}},
        {"", "", {"substitute_name:substitute_name.missing", "substitute_email:substitute_email.missing"}}};
    for (const auto& row : table)
    {
        auto reply = saying(Answer::substitute);
        reply.substitute_name = row.name;
        reply.substitute_email = row.email;
        EXPECT_EQ(refusals(decide(a_meeting(), an_invitation(), reply, 0, before_cut_off)), row.codes)
            << row.name << ' ' << row.email;
    }
}

TEST(SendingASubstitute, IsRefusedWhereItIsNotAllowed)
{
    auto meeting = a_meeting();
    meeting.substitutes_allowed = false;
    EXPECT_FALSE(may_send_substitute(meeting, an_invitation()));
    EXPECT_EQ(refusals(decide(meeting, an_invitation(), saying(Answer::substitute), 0, before_cut_off)),
              Codes{"answer:substitute.not_allowed"});
    EXPECT_TRUE(decide(meeting, an_invitation(), saying(Answer::yes), 0, before_cut_off).has_value());
}

TEST(SendingASubstitute, IsNotForSubstitutes)
{
    const auto substitute = given::a_substitute(7, Answer::yes, 8);
    EXPECT_TRUE(may_send_substitute(a_meeting(), an_invitation()));
    EXPECT_FALSE(may_send_substitute(a_meeting(), substitute));
    EXPECT_EQ(refusals(decide(a_meeting(), substitute, saying(Answer::substitute), 0, before_cut_off)),
              Codes{"answer:substitute.not_allowed"});
}

TEST(AFullTable, PutsWhoSaysYesOnTheWaitingList)
{
    EXPECT_EQ(decide(with_seats(2), an_invitation(), saying(Answer::yes), 1, before_cut_off).value(),
              Answer::yes);
    EXPECT_EQ(decide(with_seats(2), an_invitation(), saying(Answer::yes), 2, before_cut_off).value(),
              Answer::waiting);
    EXPECT_EQ(
        decide(with_seats(2), an_invitation(Answer::waiting), saying(Answer::yes), 2, before_cut_off).value(),
        Answer::waiting)
        << "asking twice does not help";
    EXPECT_EQ(decide(with_seats(2), an_invitation(), by_phone(Answer::yes), 2, after_cut_off).value(),
              Answer::waiting)
        << "nor does the telephone";
}

TEST(AFullTable, LetsEverybodyElseAnswer)
{
    for (const auto answer : {Answer::no, Answer::substitute})
        EXPECT_EQ(decide(with_seats(2), an_invitation(), saying(answer), 2, before_cut_off).value(), answer);
}

TEST(AFullTable, KeepsTheSeatOfWhoAlreadyComes)
{
    EXPECT_EQ(
        decide(with_seats(2), an_invitation(Answer::yes), saying(Answer::yes), 2, before_cut_off).value(),
        Answer::yes);
    EXPECT_EQ(
        decide(with_seats(1), an_invitation(Answer::yes), saying(Answer::yes), 5, before_cut_off).value(),
        Answer::yes)
        << "also when the coordinator took chairs away";
}

TEST(AnOfferedPlace, IsTakenWithinItsTimeAndLostAfterwards)
{
    auto offered = an_invitation(Answer::offered);
    offered.offer_until = at("2024-08-30T17:00");
    EXPECT_EQ(decide(with_seats(2), offered, saying(Answer::yes), 2, before_cut_off).value(), Answer::yes);
    EXPECT_EQ(decide(with_seats(2), offered, saying(Answer::no), 2, before_cut_off).value(), Answer::no);
    EXPECT_EQ(decide(with_seats(2), offered, saying(Answer::yes), 2, at("2024-08-30T17:01")).value(),
              Answer::waiting);
    EXPECT_EQ(decide(with_seats(2), offered, saying(Answer::yes), 1, at("2024-08-30T17:01")).value(),
              Answer::yes);
}

TEST(AnOfferedPlace, CanBeTakenAfterTheCutOff)
{
    auto offered = an_invitation(Answer::offered);
    offered.offer_until = at("2024-09-06T17:00");
    EXPECT_EQ(decide(with_seats(2), offered, saying(Answer::yes), 1, after_cut_off).value(), Answer::yes);
    EXPECT_EQ(refusals(decide(with_seats(2), offered, saying(Answer::yes), 1, at("2024-09-06T17:01"))),
              Codes{"answer.past_cut_off"});
}

} // namespace

} // namespace rondetafel
