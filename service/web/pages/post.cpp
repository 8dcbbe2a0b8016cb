// SPDX-License-Identifier: EUPL-1.2
#include "post.hpp"

#include <rondetafel/actions/letters.hpp>
#include <rondetafel/base/wording.hpp>
#include <rondetafel/letters/letter_facts.hpp>

#include <algorithm>
#include <charconv>

namespace rondetafel::web::pages
{

namespace
{

using templates::View;

const char* badge_of(LetterState state)
{
    switch (state)
    {
    case LetterState::sent:
        return "success";
    case LetterState::failed:
    case LetterState::expired:
        return "danger";
    case LetterState::deferred:
    case LetterState::uncertain:
        return "warning";
    default:
        return "inactive";
    }
}

bool needs_attention(LetterState state)
{
    return state == LetterState::failed || state == LetterState::expired || state == LetterState::uncertain;
}

std::string state_text(const Context& context, LetterState state)
{
    return context.text("post.letter_state." + std::string(word(state)));
}

std::string kind_text(const Context& context, LetterKind kind)
{
    return context.text("post.letter_kind." + std::string(word(kind)));
}

// Short, for the table.
std::string moment(const Context& context, Instant instant)
{
    const auto local = to_local(instant, home_zone);
    return short_date(day_of(local), context.language()) + ", " + time_text(local, context.language());
}

std::string long_moment(const Context& context, Instant instant)
{
    const auto local = to_local(instant, home_zone);
    return long_date(day_of(local), context.language()) + ", " + time_text(local, context.language());
}

long long held_letters(const actions::Post& post)
{
    for (const auto& count : post.counts)
        if (count.state == LetterState::held)
            return count.letters;
    return 0;
}

bool will_be_tried(const storage::OutboxLetter& letter)
{
    return letter.state == LetterState::deferred ||
           (letter.state == LetterState::uncertain && !letter.is_repeat() &&
            repeats_when_uncertain(letter.kind));
}

// When the letter left, when it will be tried again, or since when it waits.
std::string standing(const Context& context, const storage::OutboxLetter& letter)
{
    const auto language = context.language();
    const auto day_and_time = [&](Instant instant)
    { return moment_text(to_local(instant, home_zone), language); };
    if (letter.state == LetterState::held)
        return context.text("post.waits_for_relay");
    if (will_be_tried(letter))
        return context.text("post.retry_at", {{"moment", day_and_time(letter.next_attempt_at)}});
    if (letter.sent_at)
        return context.text("post.sent_at", {{"moment", long_moment(context, *letter.sent_at)}});
    return context.text("post.written_at", {{"moment", long_moment(context, letter.written_at)}});
}

View attempt_row(const Context& context, const storage::OutboxAttempt& attempt)
{
    return View{}
        .set("at", long_moment(context, attempt.started_at))
        .set("machine_at", iso(attempt.started_at))
        .set("outcome", context.text("post.outcome." + attempt.outcome))
        .optional("reply", attempt.reply);
}

View row_of(const Context& context, const storage::OutboxLetter& letter)
{
    return View{}
        .set("id", letter.id.value)
        .set("to_name", letter.to_name)
        .set("to_address", letter.to_address)
        .set("kind", kind_text(context, letter.kind))
        .set("state", state_text(context, letter.state))
        .set("badge", badge_of(letter.state))
        .set("attention", needs_attention(letter.state))
        .optional("reply", letter.last_reply)
        .set("when",
             will_be_tried(letter)
                 ? context.text("post.retry_at", {{"moment", moment(context, letter.next_attempt_at)}})
                 : moment(context, letter.sent_at.value_or(letter.written_at)));
}

std::vector<View> tabs_of(const Context& context, const actions::Post& post, std::optional<LetterState> current)
{
    long long all = 0;
    std::vector<View> tabs;
    for (const auto& count : post.counts)
    {
        all += count.letters;
        tabs.push_back(View{}
                           .set("href", "/post?stand=" + std::string(word(count.state)))
                           .set("label", state_text(context, count.state))
                           .set("count", count.letters)
                           .set("current", current == count.state));
    }
    tabs.insert(tabs.begin(), View{}
                                  .set("href", "/post")
                                  .set("label", context.text("post.all"))
                                  .set("count", all)
                                  .set("current", !current));
    return tabs;
}

// After the retention of letters nobody is left to write to.
letters::Letter erased_letter(const Context& context)
{
    letters::Letter letter;
    letter.subject = letter.text = context.text("post.erased");
    return letter;
}

long long number_from(std::string_view text)
{
    long long number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

http::Response show_post(http::Request& request, Context& context)
{
    const auto query = http::read_query(request);
    actions::PostWish wish;
    if (query)
    {
        wish.state = from_word<LetterState>(query->value("stand"));
        wish.page = static_cast<int>(std::clamp(number_from(query->value("pagina")), 1LL, 100000LL));
    }
    const auto post = context.read(actions::show_post, wish);
    std::vector<View> letters;
    for (const auto& letter : post->letters)
        letters.push_back(row_of(context, letter));
    const auto stem = "/post?stand=" + (wish.state ? std::string(word(*wish.state)) : "") + "&pagina=";
    View view;
    view.set("title", context.text("post.title")).set("guest", false).set("errors", false);
    const bool relay_set = context.site().installation->relay_set;
    const auto held = held_letters(*post);
    view.set("no_relay", !relay_set)
        .optional("send_held",
                  relay_set && held > 0 && context.may_write() ? context.count("post.send_held", held) : "")
        .set("tabs", tabs_of(context, *post, wish.state))
        .set("none", letters.empty())
        .optional("previous", wish.page > 1 ? stem + std::to_string(wish.page - 1) : "")
        .optional("next",
                  letters.size() == actions::post_page_size ? stem + std::to_string(wish.page + 1) : "")
        .set("letters", std::move(letters));
    return context.page("post/list", std::move(view), "post");
}

http::Response show_letter(http::Request& request, Context& context)
{
    const LetterId id{number_from(request.parameter("letter"))};
    const auto subject = context.read(actions::letter_subject, id);
    if (!subject)
        return context.refuse(subject.error());
    const bool erased = subject->letter.to_address.empty();
    const auto letter =
        erased ? erased_letter(context) : context.desk().letters.write(letters::facts_of(*subject));
    std::vector<View> attempts;
    const auto tried = context.read(actions::letter_attempts, id);
    for (const auto& attempt : *tried)
        attempts.push_back(attempt_row(context, attempt));
    const auto& row = subject->letter;
    const bool for_partner = row.invitation.has_value() || subject->round.has_value();
    const bool demo = context.site().installation->demo && for_partner && !erased;
    View view;
    view.set("title", letter.subject).set("guest", false).set("errors", false);
    view.merge(row_of(context, row));
    view.set("subject", letter.subject)
        .set("standing", standing(context, row))
        .set("letter_language", code(row.language))
        .set("text", demo ? letter.text : letters::masked(letter.text, subject->link))
        .optional("link", demo ? subject->link : "")
        .set("can_send", context.may_write() && context.site().installation->relay_set && !erased &&
                             (needs_attention(row.state) || row.state == LetterState::held))
        .set("attempted", !attempts.empty())
        .set("attempts", std::move(attempts));
    return context.page("post/letter", std::move(view), "post");
}

http::Response send_letter_again(http::Request& request, Context& context)
{
    const LetterId id{number_from(request.parameter("letter"))};
    const auto done = context.perform(actions::send_again, id);
    if (!done)
        return context.refuse(done.error());
    return context.go("/post/" + std::to_string(id.value), "letter_queued");
}

http::Response ask_to_send_held(http::Request&, Context& context)
{
    const auto post = context.read(actions::show_post, {});
    const auto held = held_letters(*post);
    if (held == 0 || !context.site().installation->relay_set)
        return http::see_other("/post");
    View view;
    view.set("title", context.count("post.send_held_title", held)).set("guest", false).set("errors", false);
    view.set("send_word", context.count("post.send_held", held));
    return context.page("post/send_held", std::move(view), "post");
}

http::Response send_held_letters(http::Request&, Context& context)
{
    const auto letters = context.perform(actions::send_held, Done{});
    if (!letters)
        return context.refuse(letters.error());
    return context.go("/post", "letters_released", std::to_string(*letters));
}

} // namespace rondetafel::web::pages
