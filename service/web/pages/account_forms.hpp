// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/trimmed.hpp>
#include <rondetafel/web/context.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rondetafel::web::pages
{

/// One field of a form. Its label is the text "accounts.field.<name>", its hint "accounts.hint.<name>" if any.
struct FormField
{
    std::string name; ///< also the id, so that the summary of errors can lead to it
    std::string type; ///< of the input; "select" for a choice
    std::string autocomplete = "off";
    std::string value;
    bool optional = false;
    std::vector<std::pair<std::string, std::string>> choices; ///< value and what a person reads
};

templates::View field_view(Context& context, const FormField& field, const std::optional<Problem>& problem);
std::vector<templates::View> field_views(Context& context, const std::vector<FormField>& fields,
                                         const std::optional<Problem>& problem);

/// A page with a form: title, and what went wrong if anything did.
templates::View form_view(Context& context, const std::string& title_key, bool guest,
                          const std::optional<Problem>& problem);
/// The page's status: 200, or the problem's own; 429 when somebody tries too often.
int form_status(const std::optional<Problem>& problem);

/// For pages without a sign-in, whose forms are protected by `subject`.
http::Response guest_page(Context& context, const std::string& name, templates::View view, const std::string& subject,
                          int status);

/// What was sent from such a page; forbidden "form.outdated" when it came from elsewhere, or from a page that is too old.
Result<http::Form> guest_form(const http::Request& request, const Context& context, const std::string& subject);

std::vector<std::pair<std::string, std::string>> language_choices(Context& context);
std::vector<std::pair<std::string, std::string>> role_choices(Context& context);

/// A fresh secret for a sign-in, how it is found in the table, and the cookie that carries it.
struct NewSignIn
{
    std::string secret;
    std::string lookup;
};
NewSignIn new_sign_in(const Context& context);
void give_sign_in(Context& context, const NewSignIn& made);

} // namespace rondetafel::web::pages
