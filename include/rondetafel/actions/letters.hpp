// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/actions/round_letters.hpp>
#include <rondetafel/base/result.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::actions
{

/// Small words a letter needs beside meeting and invitation; stored as lines "name=value", never a secret.
struct LetterWords
{
    bool answers_reset = false;   ///< an update after which people answer again
    Answer answer = Answer::none; ///< what a receipt confirms
    std::string substitute;       ///< who comes instead
    std::string on_behalf_of;     ///< whom a substitute comes for
    std::string remark;
    bool test = false; ///< a trial to oneself, without a working link
    std::optional<Meeting> before; ///< an update: when and where it was; no other field is kept
};

/// Writes a letter about an invitation into the outbox, with its own personal link. `occasion` with recipient and kind
/// names it; a second letter of the same occasion gets the next ordinal unless `once`, when it is a Duplicate.
LetterId queue_letter(Context& context, LetterKind kind, const Meeting& meeting, const Invitation& invitation,
                      const std::string& occasion, const LetterWords& words = {}, bool once = false);
/// A letter to a member of staff with a one-time link to set a password, valid for `valid`.
LetterId queue_account_letter(Context& context, LetterKind kind, const Account& account, std::chrono::hours valid);

/// The invitation as a partner would get it, to the member of staff who asks, in a language and without a working link.
struct TestLetter
{
    MeetingId meeting;
    Language language = Language::nl;
};
Result<Done> send_test_letter(Context& context, const TestLetter& wish);

/// Everything a letter is composed of, as it stands now.
struct LetterSubject
{
    storage::OutboxLetter letter;
    Office office;
    std::optional<Meeting> meeting;
    std::optional<Invitation> invitation;
    std::optional<Account> account;
    std::optional<RoundSubject> round;
    LetterWords words;
    std::string references; ///< Message-ID of the invitation this letter follows up on; empty for the first
    std::string link; ///< the working link, derived from the key file; for the mail job and the demo only
    bool relevant = true;
};

Result<LetterSubject> letter_subject(Context& context, const LetterId& letter);
/// Several at once, in this order; those that are gone are left out.
Result<std::vector<LetterSubject>> letter_subjects(Context& context, const std::vector<LetterId>& letters);

/// The secret part of a link's address, derived from its row; and the row's lookup for a secret that came in.
std::string link_token(const Keys& keys, const storage::Link& link);
std::optional<std::string> link_lookup(const Keys& keys, const std::string& token);

/// The Post page: letters in a state, newest first, and how many there are in each.
struct PostWish
{
    std::optional<LetterState> state;
    int page = 1;
};
struct Post
{
    std::vector<storage::OutboxLetter> letters;
    std::vector<storage::OutboxCount> counts;
};
inline constexpr int post_page_size = 50;
Result<Post> show_post(Context& context, const PostWish& wish);
Result<std::vector<storage::OutboxAttempt>> letter_attempts(Context& context, const LetterId& letter);
/// By hand: a letter that failed, expired, is held or uncertain goes out again.
Result<Done> send_again(Context& context, const LetterId& letter);
/// After a relay was set: everything that was held. Says how many letters. Each is still judged when it
/// leaves.
Result<long long> send_held(Context& context, const Done&);

} // namespace rondetafel::actions
