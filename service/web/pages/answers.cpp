// SPDX-License-Identifier: EUPL-1.2
#include "answers.hpp"

#include "problems.hpp"

#include <rondetafel/actions/invitations.hpp>
#include <rondetafel/base/wording.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

namespace
{

using templates::View;

std::string token_of(const http::Request& request) { return std::string(request.parameter("token")); }

std::string path_of(const Context& context, const std::string& token)
{
    return "/u/" + token + "/" + code(context.language());
}

http::Response no_such_link(Context& context)
{
    View view;
    view.set("title", context.text("answer.no_link_title")).set("guest", true).set("errors", false).set("languages", false);
    return context.page("answers/no_such_link", std::move(view), "", 404);
}

// "de rondetafel": a question reads better with what it is than with its formal title, which stands on the ticket.
std::string meeting_words(const Context& context, const Meeting& meeting)
{
    return context.text("meeting_word." + std::string(word(meeting.kind)));
}

void add_ticket(const Context& context, View& view, const Meeting& meeting)
{
    const auto language = context.language();
    const auto day = day_of(meeting.starts);
    const std::chrono::year_month_day date{day};
    view.set("date_long", long_date(day, language))
        .set("time_long", time_range(meeting.starts, meeting.ends, language))
        .set("time_short", short_time_range(meeting.starts, meeting.ends, language))
        .set("day", static_cast<unsigned>(date.day()))
        .set("weekday", weekday_name(day, language))
        .set("month", month_name(day, language) + " " + std::to_string(static_cast<int>(date.year())))
        .set("topic", meeting.title)
        .optional("place", meeting.place)
        .optional("address", meeting.address)
        .optional("online_url", meeting.online_url)
        .optional("goal", meeting.goal);
    std::vector<View> points;
    for (std::size_t at = 0; at < meeting.agenda.size();)
    {
        const auto end = std::min(meeting.agenda.find('\n', at), meeting.agenda.size());
        if (end > at)
            points.push_back(View{}.set("text", meeting.agenda.substr(at, end - at)));
        at = end + 1;
    }
    view.set("agenda", !points.empty()).set("agenda_points", std::move(points));
}

std::string standing_text(const Context& context, const actions::AnswerPage& page)
{
    return context.text("answer.standing." + std::string(word(page.invitation.answer)), {{"name", page.substitute_name}});
}

View common(Context& context, const actions::AnswerPage& page, const std::string& token, const std::string& title_key)
{
    context.set_language_links("/u/" + token);
    const auto& invitation = page.invitation;
    const auto title = meeting_words(context, page.meeting) + ", " +
                       long_date(day_of(page.meeting.starts), context.language());
    View view;
    view.set("title", context.text(title_key, {{"title", title}})).set("guest", true).set("languages", true);
    view.set("errors", false).set("action", path_of(context, token));
    view.set("who", invitation.organisation.empty()
                        ? context.text("answer.who_alone", {{"name", full_name(invitation.name)}})
                        : context.text("answer.who", {{"name", full_name(invitation.name)},
                                                      {"organisation", invitation.organisation}}));
    add_ticket(context, view, page.meeting);
    return view;
}

std::string until_text(const Context& context, const actions::AnswerPage& page)
{
    const auto& offer = page.invitation.offer_until;
    const auto moment = offer ? to_local(*offer, page.meeting.zone) : page.meeting.answer_by;
    return context.text(offer ? "answer.offer_until" : "answer.until",
                        {{"moment", moment_text(moment, context.language())}});
}

http::Response closed(Context& context, const actions::AnswerPage& page, const std::string& token)
{
    const char* keys[] = {"", "past_cut_off", "cancelled", "withdrawn", "over"};
    const auto key = std::string("answer.closed.") + keys[static_cast<std::size_t>(page.window)];
    auto view = common(context, page, token, key);
    view.set("heading", context.text(key))
        .set("body", context.text(key + "_body", {{"moment", moment_text(page.meeting.answer_by, context.language())}}))
        .set("standing", page.window == AnswerWindow::past_cut_off ? standing_text(context, page) : "");
    if (page.window != AnswerWindow::past_cut_off)
        view.set("standing", false);
    return context.page("answers/closed", std::move(view));
}

// `typed` is what came in with a POST that was refused; nothing is chosen beforehand otherwise.
http::Response form_page(Context& context, const actions::AnswerPage& page, const std::string& token,
                         const http::Form* typed, const Problem* problem)
{
    auto view = common(context, page, token, "answer.title_before");
    const auto chosen = typed != nullptr ? typed->value("answer") : "";
    add_problem(context, view, problem, {"answer", "substitute_name", "substitute_email", "remark"});
    const bool seated = page.invitation.answer == Answer::yes || page.invitation.answer == Answer::offered;
    view.set("heading", context.text("answer.question", {{"what", meeting_words(context, page.meeting)}}))
        .set("partner_token", context.form_token(token))
        .set("until", until_text(context, page))
        .set("full", page.full && !seated)
        .set("substitutes", may_send_substitute(page.meeting, page.invitation))
        .set("chose_yes", chosen == "yes")
        .set("chose_substitute", chosen == "substitute")
        .set("chose_no", chosen == "no")
        .set("substitute_name", typed != nullptr ? typed->value("substitute_name") : "")
        .set("substitute_email", typed != nullptr ? typed->value("substitute_email") : "")
        .set("remark", typed != nullptr ? typed->value("remark") : page.invitation.remark);
    view.optional("standing", page.invitation.answer == Answer::none ? "" : standing_text(context, page));
    return context.page("answers/answer", std::move(view), "", problem != nullptr ? status_of(problem->refusal) : 200);
}

Reply reply_from(const http::Form& form)
{
    Reply reply;
    reply.answer = from_word<Answer>(form.value("answer")).value_or(Answer::none);
    reply.remark = form.value("remark");
    reply.substitute_name = form.value("substitute_name");
    reply.substitute_email = form.value("substitute_email");
    return reply;
}

std::optional<actions::AnswerPage> find(http::Request& request, Context& context)
{
    auto page = context.read(actions::find_by_token, token_of(request));
    if (!page)
        return std::nullopt;
    const auto asked = language_from(request.parameter("language"));
    context.speak(asked.value_or(page->invitation.language));
    context.act_as(full_name(page->invitation.name));
    return std::move(*page);
}

} // namespace

http::Response show_answer(http::Request& request, Context& context)
{
    const auto page = find(request, context);
    if (!page)
        return no_such_link(context);
    if (page->window != AnswerWindow::open)
        return closed(context, *page, token_of(request));
    return form_page(context, *page, token_of(request), nullptr, nullptr);
}

http::Response give_answer(http::Request& request, Context& context)
{
    const auto page = find(request, context);
    if (!page)
        return no_such_link(context);
    const auto token = token_of(request);
    if (page->window != AnswerWindow::open)
        return closed(context, *page, token);
    const auto form = http::read_form(request);
    if (!form)
    {
        const auto problem = form.error();
        return form_page(context, *page, token, nullptr, &problem);
    }
    if (!context.form_token_matches(*form, token))
    {
        const auto problem = forbidden("form.outdated");
        return form_page(context, *page, token, &*form, &problem);
    }
    const auto given = context.perform(actions::give_answer, {token, reply_from(*form)});
    if (!given)
    {
        const auto problem = given.error();
        return form_page(context, *page, token, &*form, &problem);
    }
    return http::see_other(path_of(context, token) + "/ontvangen");
}

http::Response show_receipt(http::Request& request, Context& context)
{
    const auto page = find(request, context);
    if (!page)
        return no_such_link(context);
    const auto& invitation = page->invitation;
    if (invitation.answer == Answer::none || invitation.answer == Answer::offered)
        return http::see_other(path_of(context, token_of(request)));
    auto view = common(context, *page, token_of(request), "answer.title_after");
    const auto answer = std::string(word(invitation.answer));
    std::vector<View> points;
    const auto add = [&](const char* key, const Arguments& arguments = {}) {
        points.push_back(View{}.set("text", context.text(key, arguments)));
    };
    add("receipt.mail");
    if (invitation.answer == Answer::yes)
        add("receipt.calendar");
    if (invitation.answer == Answer::substitute)
        add("receipt.invited", {{"name", page->substitute_name}, {"email", page->substitute_email}});
    if (invitation.answer == Answer::waiting)
        add("receipt.waiting");
    add("receipt.minutes");
    view.set("heading", context.text("receipt.heading." + answer, {{"name", page->substitute_name}}))
        .set("points", std::move(points))
        .optional("remark", invitation.remark)
        .set("until", context.text("receipt.until",
                                   {{"moment", moment_text(page->meeting.answer_by, context.language())}}));
    return context.page("answers/receipt", std::move(view));
}

} // namespace rondetafel::web::pages
