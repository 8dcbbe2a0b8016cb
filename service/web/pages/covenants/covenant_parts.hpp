// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "../form_fields.hpp"
#include "../meeting_parts.hpp"

#include <rondetafel/actions/covenants.hpp>
#include <rondetafel/web/context.hpp>

#include <string>

namespace rondetafel::web::pages
{

/// What the path names; an id that does not exist when it is none.
CovenantId covenant_named(const http::Request& request);
ArticleId article_named(const http::Request& request);
CovenantPartyId covenant_party_named(const http::Request& request);
VersionId version_named(const http::Request& request);
/// "/convenanten/12/versies".
std::string covenant_path(CovenantId id, const std::string& rest = {});
std::string article_path(CovenantId id, const ArticleId& article, const std::string& rest = {});
/// A revision as a form carries it; 0 when it is none.
int revision_from(const http::Form& form);

templates::View covenant_chip(const Context& context, CovenantState state);

/// The head of every page below a covenant: name, state, facts, address and the tabs, of which `tab` is
/// current ("text", "comparison", "rounds", "check", "parties", "versions" or empty). Whether the text may be changed
/// is `open_text`.
void add_covenant_head(const Context& context, templates::View& view, const Covenant& covenant,
                       bool has_versions, const std::string& tab);
/// What a page of a covenant that holds a form adds: no errors yet, and the head.
http::Response covenant_page(Context& context, const std::string& name, templates::View view,
                             int status = 200);

/// "Artikel 3 Doel", "Overweging b", "Bijlage 1 Normen": how a list names a first-level article.
std::string article_name(const CovenantText& text, const Article& article);

} // namespace rondetafel::web::pages
