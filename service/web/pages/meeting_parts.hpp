// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/meetings.hpp>
#include <rondetafel/web/context.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rondetafel::web::pages
{

/// A whole number without sign, or nothing.
std::optional<long long> number_from(std::string_view text);
/// What the path names; an id that does not exist when it is no number.
MeetingId meeting_named(const http::Request& request);
InvitationId invitation_named(const http::Request& request);
/// "/bijeenkomsten/12/versturen".
std::string meeting_path(MeetingId id, const std::string& rest = {});
std::string invitation_path(InvitationId id, const std::string& rest = {});
/// The rows that were ticked: every value of `kies`.
std::vector<long long> ticked(const http::Form& form);
/// The query of a page; a query that cannot be read narrows nothing.
http::Query query_of(const http::Request& request);

/// A state chip (look, section 4.4). `icon` is the name of a template in icons/.
templates::View chip(const std::string& tone, const std::string& icon, std::string text, bool open = false);
templates::View meeting_chip(const Context& context, const Meeting& meeting);
templates::View answer_chip(const Context& context, const Invitation& invitation);
templates::View letter_chip(const Context& context, const storage::OutboxLetter& letter);

/// "10 september 2024, 14.00 uur" in the office's zone.
std::string moment_of(const Context& context, Instant instant);
/// "Raadhuis Aalsmeer, Raadhuisplein 1", or "Online".
std::string place_of(const Context& context, const Meeting& meeting);
/// What a list calls an invitation: the organisation, or else the person.
std::string party_of(const Invitation& invitation);

/// The head of every page below a meeting: name, state, facts, address and the tabs, of which `tab` is current
/// ("invitees", "reminders", "messages" or empty).
void add_meeting_head(const Context& context, templates::View& view, const Meeting& meeting, const std::string& tab);

} // namespace rondetafel::web::pages
