// SPDX-License-Identifier: EUPL-1.2
#include "sign_in.hpp"

#include "account_forms.hpp"
#include "problems.hpp"
#include "sign_in_cookie.hpp"

#include <rondetafel/actions/accounts.hpp>

#include <charconv>

namespace rondetafel::web::pages
{

namespace
{

constexpr const char* subject = "inloggen";
constexpr std::chrono::minutes code_time{10};

// A path of our own to go on to; anything else is the start page. A backslash counts as a slash in browsers.
std::string own_path(const std::string& path)
{
    const bool ours = path.starts_with("/") && !path.starts_with("//") && path.find('\\') == std::string::npos;
    for (const char letter : path)
        if (letter <= ' ' || letter > '~')
            return "/";
    return ours && !path.starts_with("/inloggen") ? path : "/";
}

http::Response sign_in_page(Context& context, const std::string& email, const std::string& onward,
                            const std::optional<Problem>& problem)
{
    auto view = form_view(context, "accounts.sign_in.title", true, problem);
    view.set("onward", onward)
        .set("fields", field_views(context,
                                   {{"email", "email", "username", email, false, {}},
                                    {"password", "password", "current-password", {}, false, {}}},
                                   problem));
    return guest_page(context, "accounts/sign_in", std::move(view), subject, form_status(problem));
}

// Between the two steps nobody is signed in; what was proved travels sealed in the form.
std::string sealed_state(const Context& context, const Account& account)
{
    const auto& installation = *context.site().installation;
    return installation.keys->seal("totp|" + std::to_string(account.id.value) + '|' +
                                       std::to_string(epoch(installation.machine_clock->now())) + '|' +
                                       actions::password_mark(account),
                                   *installation.randomness);
}

std::optional<long long> number(std::string_view text)
{
    long long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

struct State
{
    AccountId account;
    std::string password_mark;
};

std::optional<State> read_state(const Context& context, const std::string& sealed)
{
    const auto& installation = *context.site().installation;
    const auto plain = installation.keys->unseal(sealed);
    if (!plain || !plain->starts_with("totp|"))
        return std::nullopt;
    const auto first = plain->find('|') + 1;
    const auto second = plain->find('|', first);
    const auto third = second == std::string::npos ? second : plain->find('|', second + 1);
    if (third == std::string::npos)
        return std::nullopt;
    const auto account = number(std::string_view(*plain).substr(first, second - first));
    const auto made = number(std::string_view(*plain).substr(second + 1, third - second - 1));
    if (!account || !made || installation.machine_clock->now() - from_epoch(*made) > code_time)
        return std::nullopt;
    return State{AccountId{*account}, plain->substr(third + 1)};
}

http::Response code_page(Context& context, const std::string& state, const std::string& onward,
                         const std::optional<Problem>& problem)
{
    auto view = form_view(context, "accounts.code.title", true, problem);
    view.set("onward", onward)
        .set("state", state)
        .set("fields", field_views(context, {{"code", "text", "one-time-code", {}, false, {}}}, problem));
    return guest_page(context, "accounts/sign_in_code", std::move(view), subject, form_status(problem));
}

http::Response enter(Context& context, const Account& account, const NewSignIn& made, const std::string& onward)
{
    give_sign_in(context, made);
    const bool second_step_first = context.site().second_factor_required && account.totp_sealed.empty();
    return http::see_other(second_step_first ? "/account/tweede-stap" : onward);
}

bool compare(const actions::Attempt& attempt, const std::string& password)
{
    if (attempt.account && !attempt.account->password_hash.empty())
        return password_matches(attempt.account->password_hash, password);
    waste_time_of_password(password);
    return false;
}

http::Response leave(Context& context)
{
    context.add_header("Set-Cookie", clear_sign_in_cookie(context.site().https));
    // Not "cookies": that would also empty the other sites of the municipality under the same domain.
    context.add_header("Clear-Site-Data", "\"cache\", \"storage\"");
    return context.go("/inloggen", "account.signed_out");
}

} // namespace

http::Response show_sign_in(http::Request& request, Context& context)
{
    const auto query = http::read_query(request);
    const auto onward = own_path(query ? query->value("naar") : "");
    if (context.account())
        return http::see_other(onward);
    return sign_in_page(context, {}, onward, std::nullopt);
}

http::Response post_sign_in(http::Request& request, Context& context)
{
    const auto form = guest_form(request, context, subject);
    if (!form)
        return context.refuse(form.error());
    const auto email = trimmed(form->value("email"));
    const auto onward = own_path(form->value("naar"));
    const auto attempt = context.perform(actions::begin_attempt, email);
    if (!attempt)
        return sign_in_page(context, email, onward, attempt.error());
    const bool right = compare(*attempt, form->value("password"));
    const auto made = new_sign_in(context);
    const auto entrance = context.perform(actions::finish_attempt, {*attempt, right, made.lookup});
    if (!entrance)
        return sign_in_page(context, email, onward, entrance.error());
    if (entrance->code_needed)
        return code_page(context, sealed_state(context, entrance->account), onward, std::nullopt);
    return enter(context, entrance->account, made, onward);
}

http::Response post_sign_in_code(http::Request& request, Context& context)
{
    const auto form = guest_form(request, context, subject);
    if (!form)
        return context.refuse(form.error());
    const auto onward = own_path(form->value("naar"));
    const auto state = read_state(context, form->value("state"));
    if (!state)
    {
        const Problem late{Refusal::invalid, "sign_in.start_again", {}, {}};
        return sign_in_page(context, {}, onward, late);
    }
    const auto made = new_sign_in(context);
    const auto tried = context.perform(actions::try_code,
                                       {state->account, state->password_mark, form->value("code"), made.lookup});
    if (!tried && tried.error().code == "sign_in.start_again")
        return sign_in_page(context, {}, onward, tried.error());
    if (!tried)
        return code_page(context, form->value("state"), onward, tried.error());
    if (!*tried)
    {
        const auto wrong = invalid("code", "code.wrong");
        return code_page(context, form->value("state"), onward, wrong);
    }
    return enter(context, **tried, made, onward);
}

http::Response post_sign_out(http::Request&, Context& context)
{
    const auto lookup = sign_in_lookup(*context.site().installation->keys, context.session_secret());
    if (const auto done = context.perform(actions::sign_out, lookup); !done)
        return context.refuse(done.error());
    return leave(context);
}

http::Response post_sign_out_everywhere(http::Request&, Context& context)
{
    if (const auto done = context.perform(actions::sign_out_everywhere, Done{}); !done)
        return context.refuse(done.error());
    return leave(context);
}

} // namespace rondetafel::web::pages
