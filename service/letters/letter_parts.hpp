// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/letters/letter.hpp>
#include <rondetafel/templates/view.hpp>

#include <string>
#include <string_view>

namespace rondetafel::letters
{

/// Letters to staff about signing in.
bool about_account(LetterKind kind);
/// Letters about a consultation round; all others are about a meeting.
bool about_round(LetterKind kind);

/// std::invalid_argument when `facts` lacks what its kind cannot do without.
void check_facts(const LetterFacts& facts);

/// Whether the letter has a calendar file with it, and whether that one takes the meeting out of the
/// calendar.
bool carries_calendar(const LetterFacts& facts);
bool takes_meeting_out(LetterKind kind);

/// Every value that templates of the facts' kind may use, except those made from other templates.
templates::View view_of(const LetterFacts& facts);

/// Adds the values that letters about a round may use.
void set_round(templates::View& view, const LetterFacts& facts);
/// What somebody typed, as a list of lines and "has_<name>".
void set_lines(templates::View& view, const std::string& name, const std::string& text);

/// The file for the partner's calendar; `description` is for the calendar item, without link.
std::string calendar_of(const LetterFacts& facts, const std::string& description);

/// "https" addresses without anything that could end an attribute or a line; empty otherwise.
std::string safe_url(std::string_view url);

/// Plain text as a mail reader shows it: lines of at most 72 characters, broken at blanks, with the indent of
/// the line they continue; never more than one empty line in a row; "-- " keeps its blank.
std::string wrapped(std::string_view text);

} // namespace rondetafel::letters
