// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/letters.hpp>

#include "letter_rows.hpp"
#include "letter_words.hpp"

#include <fmt/format.h>

namespace rondetafel::actions
{

namespace
{

using namespace std::chrono_literals;

constexpr auto letter_life = 48h; // machine clock; security 5.2
constexpr auto link_life_after_meeting = 24h * 7;
constexpr std::size_t secret_bytes = 20;
constexpr std::size_t check_letters = 2;

std::string secret_of(const Keys& keys, const storage::Link& link)
{
    const auto row = fmt::format("v1|{}|{}|{}", link.key_number, link.key, word(link.purpose));
    return keys.keyed_hash(KeyPurpose::link, row).substr(0, secret_bytes);
}

// Tells a cut-off link from a guess; it hides nothing.
std::string check_of(const std::string& secret)
{
    return base32(sha256_hex(secret)).substr(0, check_letters);
}

std::string lookup_of(const Keys& keys, const std::string& text)
{
    return hex(keys.keyed_hash(KeyPurpose::lookup, text));
}

} // namespace

storage::OutboxLetter new_letter(Context& context, LetterKind kind, const std::string& occasion,
                                 const std::string& recipient)
{
    auto& randomness = *context.installation.randomness;
    storage::OutboxLetter letter;
    letter.kind = kind;
    letter.state = context.installation.relay_set ? LetterState::queued : LetterState::held;
    letter.occasion = occasion;
    letter.recipient = recipient;
    letter.seed = hex(randomness.bytes(10));
    letter.message_id = fmt::format("{}.{}@{}", word(kind), hex(randomness.bytes(12)), context.installation.mail_domain);
    letter.written_at = context.now;
    letter.next_attempt_at = context.machine_now;
    letter.created_at = context.machine_now;
    letter.expires_at = context.machine_now + letter_life;
    return letter;
}

storage::Link new_link(Context& context, storage::LinkPurpose purpose, LetterId letter, Instant expires)
{
    storage::Link link;
    link.key = hex(context.installation.randomness->bytes(16));
    link.purpose = purpose;
    link.letter = letter;
    link.created_at = context.now;
    link.expires_at = expires;
    const auto secret = base32(secret_of(*context.installation.keys, link));
    link.lookup = lookup_of(*context.installation.keys, secret);
    return link;
}

std::string link_token(const Keys& keys, const storage::Link& link)
{
    const auto secret = base32(secret_of(keys, link));
    return secret + check_of(secret);
}

std::optional<std::string> link_lookup(const Keys& keys, const std::string& token)
{
    constexpr std::size_t letters = secret_bytes * 8 / 5;
    if (token.size() != letters + check_letters)
        return std::nullopt;
    const auto secret = token.substr(0, letters);
    if (token.substr(letters) != check_of(secret))
        return std::nullopt;
    return lookup_of(keys, secret);
}

LetterId queue_letter(Context& context, LetterKind kind, const Meeting& meeting, const Invitation& invitation,
                      const std::string& occasion, const LetterWords& words, bool once)
{
    const auto recipient = "invitation:" + std::to_string(invitation.id.value);
    auto letter = new_letter(context, kind, occasion, recipient);
    letter.ordinal = once ? 0 : context.records.outbox.next_ordinal(occasion, recipient, kind);
    letter.meeting = meeting.id;
    letter.invitation = invitation.id;
    letter.language = invitation.language;
    letter.to_name = full_name(invitation.name);
    letter.to_address = invitation.email;
    letter.facts = to_lines(words);
    const auto id = context.records.outbox.add(letter);
    auto link = new_link(context, storage::LinkPurpose::answer, id, meeting.ends_at() + link_life_after_meeting);
    link.invitation = invitation.id;
    context.records.links.add(link);
    return id;
}

LetterId queue_account_letter(Context& context, LetterKind kind, const Account& account, std::chrono::hours valid)
{
    const auto recipient = "account:" + std::to_string(account.id.value);
    auto letter = new_letter(context, kind, recipient, recipient);
    letter.ordinal = context.records.outbox.next_ordinal(recipient, recipient, kind);
    letter.account = account.id;
    letter.language = account.language;
    letter.to_name = account.name;
    letter.to_address = account.email;
    // Accounts live on the machine clock: the demo must not lock anybody out.
    letter.written_at = context.machine_now;
    const auto id = context.records.outbox.add(letter);
    auto link = new_link(context, storage::LinkPurpose::password, id, context.machine_now + valid);
    link.account = account.id;
    context.records.links.add(link);
    return id;
}

Result<Done> send_test_letter(Context& context, const TestLetter& wish)
{
    const auto meeting = context.records.meetings.find(wish.meeting);
    if (!meeting || !context.actor.account)
        return not_found("meeting");
    const auto& account = *context.actor.account;
    const auto recipient = "account:" + std::to_string(account.id.value);
    const auto occasion = "meeting:" + std::to_string(meeting->id.value) + ":test";
    auto letter = new_letter(context, LetterKind::invitation, occasion, recipient);
    letter.ordinal = context.records.outbox.next_ordinal(occasion, recipient, LetterKind::invitation);
    letter.meeting = meeting->id;
    letter.account = account.id;
    letter.language = wish.language;
    letter.to_name = account.name;
    letter.to_address = account.email;
    LetterWords words;
    words.test = true;
    letter.facts = to_lines(words);
    context.records.outbox.add(letter);
    return Done{};
}

Result<Post> show_post(Context& context, const PostWish& wish)
{
    return Post{context.records.outbox.list(wish.state, post_page_size, (wish.page - 1) * post_page_size),
                context.records.outbox.counts()};
}

Result<std::vector<storage::OutboxAttempt>> letter_attempts(Context& context, const LetterId& letter)
{
    return context.records.outbox.attempts_of(letter);
}

Result<Done> send_again(Context& context, const LetterId& id)
{
    const auto letter = context.records.outbox.find(id);
    if (!letter)
        return not_found("letter");
    if (!context.installation.relay_set)
        return conflict("letter.no_relay");
    if (!context.records.outbox.requeue(id, context.machine_now, context.machine_now + letter_life))
        return conflict("letter.not_waiting");
    auto made = event(context, "letter.requeued");
    made.meeting = letter->meeting;
    made.invitation = letter->invitation;
    context.records.events.add(made);
    return Done{};
}

Result<long long> send_held(Context& context, const Done&)
{
    if (!context.installation.relay_set)
        return conflict("letter.no_relay");
    const auto letters =
        context.records.outbox.requeue_held(context.machine_now, context.machine_now + letter_life);
    if (letters > 0)
        context.records.events.add(event(context, "letters.released", std::to_string(letters)));
    return letters;
}

} // namespace rondetafel::actions
