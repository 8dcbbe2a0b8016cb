// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/runner.hpp>
#include <rondetafel/base/texts.hpp>
#include <rondetafel/domain/covenants.hpp>
#include <rondetafel/http/form.hpp>
#include <rondetafel/http/message.hpp>
#include <rondetafel/letters/letter.hpp>
#include <rondetafel/templates/templates.hpp>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace rondetafel::web
{

/// What every page of an installation shares; built at start, never changed. Owned by app.
struct Site
{
    const actions::Installation* installation = nullptr;
    std::shared_ptr<const Texts> texts;
    std::shared_ptr<const templates::Source> pages;
    std::shared_ptr<const templates::Source> letters;
    std::map<CovenantSubject, std::string> starters; ///< covenants to begin from, as Markdown
    bool https = false;
    bool second_factor_required = true;
    std::string metrics_token; ///< empty: figures for the machine itself only
    /// Moves the demo's clock to a moment, doing on the way what falls due; empty outside demo mode.
    std::function<void(Instant)> move_clock;
};

/// What one worker thread keeps: its database session and its parsed templates.
struct Desk
{
    Desk(const Site& site_, storage::Database& database)
        : site(site_), runner(database, *site_.installation), pages(site_.pages), letters(site_.letters)
    {
    }
    const Site& site;
    actions::Runner runner;
    templates::Templates pages;
    letters::Letters letters;
};

/// Who asks, when and how, for the length of one request. Handlers reach records only through `perform`.
class Context
{
public:
    Context(Desk& desk, const http::Request& request);
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    const http::Request& request() const { return request_; }
    const Site& site() const { return desk_.site; }
    const std::optional<Account>& account() const { return actor_.account; }
    /// Language of the page: of the account, of the link, or what the browser asks for.
    Language language() const { return language_; }
    void speak(Language language) { language_ = language; }
    /// What only staff read is there in Dutch and English, whatever else a browser asks for.
    void speak_as_staff() { language_ = language_ == Language::pl ? Language::nl : language_; }
    Instant now() const { return now_; }
    /// Today in the office's zone, by the programme clock.
    Day today() const;
    bool may_write() const;

    template <class Outcome, class Wish>
    Outcome read(Outcome (*action)(actions::Context&, const Wish&), const std::type_identity_t<Wish>& wish)
    {
        return desk_.runner.perform(storage::Access::read, action, actor_, wish);
    }
    template <class Outcome, class Wish>
    Outcome perform(Outcome (*action)(actions::Context&, const Wish&), const std::type_identity_t<Wish>& wish)
    {
        return desk_.runner.perform(storage::Access::write, action, actor_, wish);
    }

    /// A page of ours: adds what every page needs (office, menu, person, form token, demo clock, notice).
    /// `menu` is the key of the current menu entry: "today", "programme", "meetings", "covenants", "parties",
    /// "post".
    http::Response page(const std::string& name, templates::View view, const std::string& menu = {}, int status = 200);
    /// The page for a Problem that has no form to go back to.
    http::Response refuse(const Problem& problem);
    /// 303 with a notice that the next page shows once: a catalogue key, and a number or name it quotes.
    http::Response go(const std::string& location, const std::string& notice = {}, const std::string& value = {});

    std::string text(std::string_view key, const Arguments& arguments = {}) const;
    std::string count(std::string_view key, long long number, const Arguments& arguments = {}) const;
    /// The sentence for a code: catalogue key "problem.<code>".
    std::string problem_text(const std::string& code, const Arguments& arguments = {}) const;

    /// Protects forms against forgery: belongs to who is signed in, or to `subject` for a partner's link.
    std::string form_token(const std::string& subject = {}) const;
    bool form_token_matches(const http::Form& form, const std::string& subject = {}) const;

    Desk& desk() { return desk_; }
    const Office& office() const { return office_; }

    /// Set by dispatch after the sign-in cookie was read.
    void sign_in(Account account, std::string session_secret, Instant seen);
    const std::string& session_secret() const { return session_secret_; }
    /// Headers that go with whatever this request answers, such as the renewed sign-in cookie.
    void set_office(Office office) { office_ = std::move(office); }
    void add_header(const std::string& name, const std::string& value) { headers_.emplace_back(name, value); }
    http::Response finish(http::Response response) const;
    void act_as(std::string name) { actor_.name = std::move(name); }
    /// Where a form was opened from, for the language links of a partner page.
    void set_language_links(const std::string& path) { language_path_ = path; }

private:
    void add_menu(templates::View& view, const std::string& menu) const;
    void add_office(templates::View& view) const;
    void add_notice(templates::View& view);

    Desk& desk_;
    const http::Request& request_;
    actions::Actor actor_;
    Language language_ = Language::nl;
    Instant now_;
    Office office_;
    std::string session_secret_;
    std::string language_path_;
    http::Fields headers_;
};

} // namespace rondetafel::web
