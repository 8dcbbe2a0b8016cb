// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/language.hpp>
#include <rondetafel/base/time.hpp>
#include <rondetafel/domain/invitations.hpp>
#include <rondetafel/domain/letters.hpp>
#include <rondetafel/domain/meetings.hpp>
#include <rondetafel/domain/office.hpp>
#include <rondetafel/domain/people.hpp>
#include <rondetafel/domain/reactions.hpp>
#include <rondetafel/templates/templates.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rondetafel::letters
{

/// What a person reads: one message, told twice (text and HTML), and sometimes a calendar file.
struct Letter
{
    std::string subject;
    std::string text;     ///< lines of at most 72 characters, ending in LF
    std::string html;     ///< complete document; no image, no style sheet, nothing remote
    std::string calendar; ///< iCalendar file, empty when there is none
};

/// A person's own remark in a round, and what was decided about it.
struct DecidedRemark
{
    std::string article; ///< citation: "artikel 3, lid 2"
    std::string said;    ///< the comment, or the explanation of other words; may be empty
    std::optional<Outcome> outcome;
    std::string reason;
};

/// What letters about a consultation round say beside the person and the office.
struct RoundFacts
{
    std::string covenant;     ///< its title
    std::string version;      ///< "0.2"
    std::string next_version; ///< reaction_decisions: the version that carries the decisions; empty: the text stays as it is
    std::string introduction; ///< by the coordinator, in Dutch; may be empty
    LocalTime closes;
    bool earlier_round = false; ///< there was a round before, so that something may have changed since
    bool started = false;       ///< reaction_reminder: remarks were written and not handed in
    bool late = false;
    bool by_staff = false; ///< reaction_receipt: the municipality wrote it down
    std::string author;    ///< reaction_receipt: who handed it in
    int comments = 0;
    int amendments = 0;
    std::vector<DecidedRemark> decisions;
};

/// All that a letter may say. The same facts always give the same letter, byte for byte.
struct LetterFacts
{
    LetterKind kind = LetterKind::invitation;
    Language language = Language::nl;
    Office office;
    PersonName to_name;
    std::string to_email;           ///< named in letters about an account only
    std::string organisation;       ///< on whose behalf the person is invited; may be empty
    std::optional<Meeting> meeting; ///< needed by every letter about a meeting
    std::optional<RoundFacts> round; ///< needed by every letter about a consultation round
    std::optional<Meeting> before;  ///< update: the meeting as it was, to tell what changed; may be absent
    Answer answer = Answer::none;   ///< the standing answer
    std::string substitute_name;    ///< receipt: full name of the person who comes instead
    std::string substitute_for;     ///< substitute_invitation: full name of the person who cannot come
    std::string remark;             ///< what the person wrote with the answer
    std::optional<Instant> offer_until; ///< place_offer: how long the place is held
    /// The personal link without a language, "https://host/u/token"; "/nl", "/en" or "/pl" may follow it.
    /// Empty in a preview: the letter then says where the link will stand, and nothing in it can be clicked.
    std::string link;
    std::string calendar_uid;   ///< of this person's calendar file; empty means the letter never carries one
    bool answers_reset = false; ///< the meeting moved so far that earlier answers no longer count
    Instant written_at;         ///< stamp of the calendar file
    std::string cancel_reason;  ///< empty: that of the meeting
    int link_hours = 0;         ///< letters about an account: how long the link works
};

/// Writes letters from the templates in email-templates/. Not safe to share between threads: each has its
/// own.
class Letters
{
public:
    explicit Letters(std::shared_ptr<const templates::Source> source) : templates_(std::move(source)) {}

    /// Looks at no clock, no setting and no file. What people typed is cleaned of control characters.
    /// std::invalid_argument when a fact that the kind cannot do without is missing.
    Letter write(const LetterFacts& facts);

private:
    templates::Templates templates_;
};

/// Whether a kind of letter has a personal link in it.
bool carries_link(LetterKind kind);

/// A letter's text or HTML with the secret part of `link` (what follows the last slash) made unreadable, for
/// showing a sent letter again.
std::string masked(std::string_view text, std::string_view link);

} // namespace rondetafel::letters
