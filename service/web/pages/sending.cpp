// SPDX-License-Identifier: EUPL-1.2
#include "sending.hpp"

#include "meeting_parts.hpp"
#include "tally_picture.hpp"

#include <rondetafel/actions/letters.hpp>
#include <rondetafel/actions/picking.hpp>
#include <rondetafel/base/email_address.hpp>
#include <rondetafel/base/wording.hpp>

#include <algorithm>
#include <array>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

using PerLanguage = std::array<int, languages.size()>;

PerLanguage unsent_per_language(const std::vector<Invitation>& invitations)
{
    PerLanguage unsent{};
    for (const auto& invitation : invitations)
        if (invitation.state == InvitationState::selected)
            ++unsent[static_cast<std::size_t>(invitation.language)];
    return unsent;
}

// The letter as the first of its readers will get it, but without a link that works.
letters::Letter sample(Context& context, const actions::MeetingView& entry, Language language)
{
    letters::LetterFacts facts;
    facts.language = language;
    facts.office = context.office();
    facts.meeting = entry.meeting;
    facts.written_at = context.now();
    for (const auto& invitation : entry.invitations)
        if (invitation.state == InvitationState::selected && invitation.language == language)
        {
            facts.to_name = invitation.name;
            facts.to_email = invitation.email;
            facts.organisation = invitation.organisation;
            break;
        }
    if (facts.to_name.family.empty())
        facts.to_name = name_from(context.account()->name);
    return context.desk().letters.write(facts);
}

void add_languages(const Context& context, View& view, const PerLanguage& unsent, Language shown)
{
    std::vector<View> links;
    for (const auto language : languages)
        links.push_back(View{}
                            .set("value", code(language))
                            .set("label", context.text("meetings.language." + code(language)))
                            .set("count", unsent[static_cast<std::size_t>(language)])
                            .set("current", language == shown));
    view.set("languages", std::move(links));
}

// How far the letters of one kind are.
struct Progress
{
    long long total = 0;
    long long sent = 0;
    long long failed = 0;
    long long waiting = 0;
    bool held = false;
    bool running = false; ///< something is leaving now or in a moment
};

Progress progress_of(const std::vector<const storage::OutboxLetter*>& letters)
{
    Progress progress;
    for (const auto* letter : letters)
    {
        if (letter->state == LetterState::cancelled)
            continue;
        ++progress.total;
        progress.held = progress.held || letter->state == LetterState::held;
        progress.running = progress.running || letter->state == LetterState::queued ||
                           letter->state == LetterState::leased || letter->state == LetterState::data_started;
        if (letter->state == LetterState::sent)
            ++progress.sent;
        else if (letter->state == LetterState::failed || letter->state == LetterState::expired ||
                 letter->state == LetterState::uncertain)
            ++progress.failed;
        else
            ++progress.waiting;
    }
    return progress;
}

void add_progress(const Context& context, View& view, const Progress& progress)
{
    const auto whole = static_cast<double>(progress.total);
    const auto sent = static_cast<double>(progress.sent);
    view.set("sent", progress.sent)
        .set("failed", progress.failed)
        .set("waiting", progress.waiting)
        .set("held", progress.held)
        .set("sent_width", percentage(sent, whole))
        .set("failed_x", percentage(sent, whole))
        .set("failed_width", percentage(static_cast<double>(progress.failed), whole))
        .set("picture", context.text("meetings.progress_picture", {{"sent", std::to_string(progress.sent)},
                                                                   {"total", std::to_string(progress.total)},
                                                                   {"failed", std::to_string(progress.failed)},
                                                                   {"waiting", std::to_string(progress.waiting)}}));
}

View letter_row(const Context& context, const storage::OutboxLetter& letter)
{
    const bool attention = letter.state == LetterState::failed || letter.state == LetterState::expired ||
                           letter.state == LetterState::uncertain || letter.state == LetterState::deferred;
    View row;
    row.set("href", letter.invitation ? invitation_path(*letter.invitation) : "/post")
        .set("name", letter.to_name)
        .set("address", shown_email_address(letter.to_address))
        .set("letter_kind", context.text("meetings.letter." + std::string(word(letter.kind))))
        .set("attention", attention)
        .set("chip", letter_chip(context, letter))
        .optional("reply", attention ? letter.last_reply : "")
        .set("time", letter.sent_at ? moment_of(context, *letter.sent_at) : "");
    return row;
}

int urgency(const storage::OutboxLetter& letter)
{
    switch (letter.state)
    {
    case LetterState::failed:
    case LetterState::expired:
    case LetterState::uncertain:
        return 0;
    case LetterState::deferred:
    case LetterState::held:
        return 1;
    case LetterState::sent:
        return 3;
    default:
        return 2;
    }
}

// While letters leave, the page asks for itself anew every few seconds, without script; who does not want
// that follows the link that ends it.
constexpr const char* refresh_seconds = "5";

http::Response letters_page(Context& context, const actions::MeetingLetters& all, bool invitations_only,
                            bool may_refresh)
{
    std::vector<const storage::OutboxLetter*> chosen;
    for (const auto& letter : all.letters)
        if (!invitations_only || letter.kind == LetterKind::invitation ||
            letter.kind == LetterKind::substitute_invitation)
            chosen.push_back(&letter);
    const auto progress = progress_of(chosen);
    if (invitations_only)
        std::ranges::stable_sort(chosen, {}, [](const auto* letter) { return urgency(*letter); });
    else
        std::ranges::reverse(chosen);
    std::vector<View> rows;
    for (const auto* letter : chosen)
        rows.push_back(letter_row(context, *letter));
    View view;
    add_meeting_head(context, view, all.meeting, "messages");
    add_progress(context, view, progress);
    const auto local = to_local(context.now(), home_zone);
    if (invitations_only)
        view.set("title", context.count("meetings.sent_of", progress.total, {{"sent", std::to_string(progress.sent)}}));
    view.set("as_of", time_text(local, context.language())).set("nobody", rows.empty()).set("anybody", !rows.empty());
    view.set("shown", rows.size()).set("rows", std::move(rows));
    const bool refreshing = progress.running && may_refresh;
    view.set("refreshing", refreshing);
    auto page = context.page(invitations_only ? "meetings/progress" : "meetings/messages", std::move(view),
                             "meetings");
    if (refreshing)
        page.set_header("Refresh", refresh_seconds);
    return page;
}

} // namespace

http::Response preview_invitations(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_meeting, meeting_named(request));
    if (!entry)
        return context.refuse(entry.error());
    const auto unsent = unsent_per_language(entry->invitations);
    const auto fullest = std::ranges::max_element(unsent) - unsent.begin();
    const auto asked = language_from(query_of(request).value("taal"));
    const auto shown = asked.value_or(languages.at(static_cast<std::size_t>(fullest)));
    const auto letter = sample(context, *entry, shown);
    const auto total = unsent[0] + unsent[1] + unsent[2];
    View view;
    add_meeting_head(context, view, entry->meeting, "");
    add_languages(context, view, unsent, shown);
    view.set("title", context.text("meetings.send_title"))
        .set("recipients", context.count("meetings.recipients", total))
        .set("anybody", total > 0)
        .set("send_word", context.count("meetings.send", total))
        .set("no_relay", !context.site().installation->relay_set)
        .set("letter_language", code(shown))
        .set("subject", letter.subject)
        .set("text", letter.text);
    return context.page("meetings/preview", std::move(view), "meetings");
}

http::Response send_invitations(http::Request& request, Context& context)
{
    const auto id = meeting_named(request);
    const auto written = context.perform(actions::send_invitations, id);
    if (!written)
        return context.refuse(written.error());
    return context.go(meeting_path(id, "/stand"));
}

http::Response send_test_letter(http::Request& request, Context& context)
{
    const auto id = meeting_named(request);
    const auto form = http::read_form(request);
    const auto language = language_from(form ? form->value("taal") : "").value_or(Language::nl);
    const auto sent = context.perform(actions::send_test_letter, {id, language});
    if (!sent)
        return context.refuse(sent.error());
    return context.go(meeting_path(id, "/versturen?taal=" + code(language)), "test_letter");
}

http::Response show_sending(http::Request& request, Context& context)
{
    const auto all = context.read(actions::meeting_letters, meeting_named(request));
    const bool may_refresh = query_of(request).value("ververs") != "nee";
    return all ? letters_page(context, *all, true, may_refresh) : context.refuse(all.error());
}

http::Response show_messages(http::Request& request, Context& context)
{
    const auto all = context.read(actions::meeting_letters, meeting_named(request));
    return all ? letters_page(context, *all, false, false) : context.refuse(all.error());
}

} // namespace rondetafel::web::pages
