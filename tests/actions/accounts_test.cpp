// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/accounts.hpp>
#include <rondetafel/actions/runner.hpp>
#include <rondetafel/storage/migrations.hpp>

#include <gtest/gtest.h>

#include <filesystem>

namespace rondetafel::actions
{

namespace
{

using namespace std::chrono_literals;

constexpr const char* password = "vier gele fietsen in de regen";

/// An installation on a fresh SQLite file, with one administrator who has a password.
class Accounts : public testing::Test
{
protected:
    Accounts() : keys_(std::string(32, 'k')), clock_(from_epoch(1'717'400'000))
    {
        std::filesystem::create_directories(folder_);
        storage::Address address;
        address.path = (folder_ / "test.db").string();
        database_ = std::make_unique<storage::Database>(address);
        storage::migrate(*database_, std::filesystem::path{RONDETAFEL_SOURCE} / "db/migrations");
        installation_.base_url = "https://rondetafel.example";
        installation_.mail_domain = "rondetafel.example";
        installation_.keys = &keys_;
        installation_.randomness = &randomness_;
        installation_.programme_clock = &clock_;
        installation_.machine_clock = &clock_;
        runner_ = std::make_unique<Runner>(*database_, installation_);
        noor_ = add("noor@aalsmeer.example", Role::administrator);
        actor_.account = noor_;
    }

    ~Accounts() override
    {
        database_.reset();
        std::filesystem::remove_all(folder_);
    }

    template <class Outcome, class Wish>
    Outcome perform(Outcome (*action)(Context&, const Wish&), const std::type_identity_t<Wish>& wish)
    {
        return runner_->perform(storage::Access::write, action, actor_, wish);
    }

    Account add(const std::string& email, Role role)
    {
        static const auto hash = hash_password(password);
        return perform(add_account, {email, "Noor van Dijk", role, Language::nl, hash}).value();
    }

    // What the page does, with the outcome of the comparison given.
    Result<Entrance> sign_in(const std::string& email, bool right)
    {
        const auto attempt = perform(begin_attempt, email);
        if (!attempt)
            return attempt.error();
        return perform(finish_attempt, {*attempt, right, "lookup" + std::to_string(++sign_ins_)});
    }

    bool signed_in(int number)
    {
        const auto found = database_->records().accounts.find_sign_in("lookup" + std::to_string(number));
        return found && !found->ended_at;
    }

    Account stored(const Account& account) { return database_->records().accounts.find(account.id).value(); }

    std::string code(const std::string& secret)
    {
        for (int number = 0; number < 1'000'000; ++number)
        {
            auto text = std::to_string(1'000'000 + number).substr(1);
            // Never the code of the step before: a test that comes back a minute later would find it used.
            if (totp_step(secret, text, clock_.now(), epoch(clock_.now()) / 30 - 1))
                return text;
        }
        return {};
    }

    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("rondetafel-accounts-" + hex(SystemRandomness{}.bytes(8)));
    Keys keys_;
    SystemRandomness randomness_;
    SettableClock clock_;
    Installation installation_;
    std::unique_ptr<storage::Database> database_;
    std::unique_ptr<Runner> runner_;
    Actor actor_;
    Account noor_;
    int sign_ins_ = 0;
};

TEST_F(Accounts, SignInWithAnyWritingOfTheAddress)
{
    const auto entrance = sign_in(" Noor@Aalsmeer.example ", true);
    ASSERT_TRUE(entrance);
    EXPECT_FALSE(entrance->code_needed);
    EXPECT_TRUE(signed_in(1));
}

TEST_F(Accounts, AnswerUnknownWrongAndDisabledAlike)
{
    add("admin2@aalsmeer.example", Role::administrator);
    const auto closed = add("closed@aalsmeer.example", Role::reader);
    ASSERT_TRUE(perform(change_account, {closed.id, AccountDeed::disable, {}}));
    for (const auto& [email, right] : {std::pair{"nobody@aalsmeer.example", false}, {"noor@aalsmeer.example", false},
                                       {"closed@aalsmeer.example", true}})
    {
        const auto entrance = sign_in(email, right);
        ASSERT_FALSE(entrance) << email;
        EXPECT_EQ(entrance.error().code, "sign_in.wrong") << email;
        EXPECT_TRUE(entrance.error().fields.empty());
    }
}

TEST_F(Accounts, MakeWhoGuessesWaitButNeverForGood)
{
    for (int guess = 0; guess < 6; ++guess)
        EXPECT_EQ(sign_in(noor_.email, false).error().code, "sign_in.wrong");
    const auto soon = sign_in(noor_.email, true);
    ASSERT_FALSE(soon);
    EXPECT_EQ(soon.error().code, "sign_in.wrong") << "looked at or not: the same words";
    EXPECT_EQ(stored(noor_).failures, 6) << "what is not looked at is not counted";
    clock_.set(clock_.now() + 2s);
    EXPECT_TRUE(sign_in(noor_.email, true));
    EXPECT_EQ(stored(noor_).failures, 0);
}

TEST_F(Accounts, TellAGuesserNothingHoweverOftenHeTries)
{
    for (int guess = 0; guess < 40; ++guess)
        for (const auto& email : {noor_.email, std::string("nobody@aalsmeer.example")})
        {
            const auto entrance = sign_in(email, false);
            ASSERT_FALSE(entrance);
            EXPECT_EQ(entrance.error().refusal, Refusal::invalid) << email;
            EXPECT_EQ(entrance.error().code, "sign_in.wrong") << email;
            EXPECT_TRUE(entrance.error().arguments.empty()) << email;
            clock_.set(clock_.now() + 1s);
        }
}

TEST_F(Accounts, AskTheSecondStepAndTakeEachCodeOnce)
{
    const auto secret = new_totp_secret(randomness_);
    EXPECT_EQ(perform(turn_on_second_step, {secret, "x"}).error().fields.front().code, "code.wrong");
    const auto recovery = perform(turn_on_second_step, {secret, code(secret)});
    ASSERT_TRUE(recovery);
    clock_.set(clock_.now() + 60s);
    const auto entrance = sign_in(noor_.email, true);
    ASSERT_TRUE(entrance && entrance->code_needed);
    EXPECT_FALSE(signed_in(1));
    const auto mark = password_mark(entrance->account);
    const auto now = code(secret);
    EXPECT_TRUE(perform(try_code, {noor_.id, mark, now, "lookup11"}).value());
    EXPECT_TRUE(signed_in(11));
    EXPECT_FALSE(perform(try_code, {noor_.id, mark, now, "lookup12"}).value()) << "a code counts once";
    EXPECT_TRUE(perform(try_code, {noor_.id, mark, recovery->front(), "lookup13"}).value());
    EXPECT_FALSE(perform(try_code, {noor_.id, mark, recovery->front(), "lookup14"}).value()) << "once too";
    EXPECT_EQ(perform(try_code, {noor_.id, "another", recovery->back(), "lookup15"}).error().code,
              "sign_in.start_again");
}

TEST_F(Accounts, DoNotLetARightPasswordForgiveWrongCodes)
{
    const auto secret = new_totp_secret(randomness_);
    ASSERT_TRUE(perform(turn_on_second_step, {secret, code(secret)}));
    const auto mark = password_mark(stored(noor_));
    for (int guess = 0; guess < 6; ++guess)
    {
        ASSERT_TRUE(sign_in(noor_.email, true)) << guess;
        ASSERT_FALSE(perform(try_code, {noor_.id, mark, "x", "lookup20"}).value());
    }
    EXPECT_EQ(stored(noor_).failures, 6);
    EXPECT_EQ(sign_in(noor_.email, true).error().code, "sign_in.wrong");
    EXPECT_EQ(perform(try_code, {noor_.id, mark, "x", "lookup21"}).error().code, "sign_in.wait")
        << "who has the password may know";
}

TEST_F(Accounts, KeepTheLastAdministrator)
{
    EXPECT_EQ(perform(change_account, {noor_.id, AccountDeed::disable, {}}).error().code,
              "account.last_administrator");
    EXPECT_EQ(perform(change_account, {noor_.id, AccountDeed::set_role, Role::reader}).error().code,
              "account.last_administrator");
    add("second@aalsmeer.example", Role::administrator);
    ASSERT_TRUE(sign_in(noor_.email, true));
    EXPECT_TRUE(perform(change_account, {noor_.id, AccountDeed::disable, {}}));
    EXPECT_FALSE(signed_in(1)) << "closing an account ends its sign-ins";
}

TEST_F(Accounts, SetAPasswordByLinkOnceAndInTime)
{
    const auto invited = perform(invite_account, {"new@aalsmeer.example", "Nieuw", Role::reader, Language::en, {}});
    ASSERT_TRUE(invited);
    EXPECT_EQ(invited->status, AccountStatus::invited);
    const auto address = perform(password_link, invited->id).value();
    const auto token = address.substr(address.rfind('/') + 1);
    EXPECT_EQ(perform(find_password_link, token).value().id, invited->id);
    EXPECT_FALSE(perform(find_password_link, (token.front() == 'x' ? "y" : "x") + token.substr(1)));
    ASSERT_TRUE(perform(set_password, {token, "hash"}));
    EXPECT_EQ(stored(*invited).status, AccountStatus::active);
    EXPECT_FALSE(perform(set_password, {token, "other"}));
    const auto late = perform(password_link, invited->id).value();
    clock_.set(clock_.now() + 72h);
    EXPECT_FALSE(perform(find_password_link, late.substr(late.rfind('/') + 1)));
}

TEST_F(Accounts, WriteAFewResetLettersAndNoMore)
{
    ASSERT_TRUE(perform(ask_new_password, "nobody@aalsmeer.example"));
    for (int time = 0; time < 6; ++time)
        ASSERT_TRUE(perform(ask_new_password, noor_.email));
    EXPECT_EQ(database_->records().outbox.list(std::nullopt, 50, 0).size(), 3U);
}

TEST_F(Accounts, RefuseAnAddressThatIsTaken)
{
    const auto twice = perform(add_account, {"NOOR@aalsmeer.example", "Noor", Role::reader, Language::nl, {}});
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().fields.front().code, "account.email_taken");
}

} // namespace

} // namespace rondetafel::actions
