// SPDX-License-Identifier: EUPL-1.2
#include "versions.hpp"

#include "covenant_parts.hpp"

#include "../../problems.hpp"

#include <rondetafel/actions/covenant_check.hpp>
#include <rondetafel/actions/versions.hpp>
#include <rondetafel/base/wording.hpp>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

std::string fingerprint(const CovenantText& text)
{
    return sha256_hex(canonical(text));
}

http::Response issue_page(Context& context, CovenantId id, const http::Form& typed, const Problem* problem)
{
    const auto entry = context.read(actions::show_check, id);
    if (!entry)
        return context.refuse(entry.error());
    const auto number = next_issued(entry->covenant.versions).number();
    View view;
    add_covenant_head(context, view, entry->covenant.covenant, false, "");
    view.set("title", context.text("covenants.issue_number", {{"number", number}}))
        .set("action", covenant_path(id, "/versies"))
        .set("seen", fingerprint(entry->covenant.text))
        .optional("open_findings",
                  entry->open > 0 ? context.count("covenant_issue.open_findings", entry->open) : "");
    add_problem(context, view, problem, {});
    FormFields fields(context, typed, problem, "covenant_issue");
    fields.area("change_note");
    view.set("fields", std::move(fields).views());
    return covenant_page(context, "issue", std::move(view), problem != nullptr ? 422 : 200);
}

Choices decision_choices(const Context& context, const std::vector<DecisionRecord>& records)
{
    Choices choices{{"", context.text("covenant_adoption.choose_decision")}};
    for (const auto& record : records)
        choices.emplace_back(std::to_string(record.id.value),
                             context.text("decision_records.body_" + std::string(word(record.body))) + ", " +
                                 date_text(record.decided_on, context.language()) +
                                 (record.number.empty() ? "" : ", " + record.number));
    return choices;
}

http::Response adoption_page(Context& context, CovenantId id, const http::Form& typed, const Problem* problem)
{
    const auto entry = context.read(actions::show_adoption, id);
    if (!entry)
        return context.refuse(entry.error());
    const auto& covenant = entry->covenant;
    View view;
    add_covenant_head(context, view, covenant.covenant, !covenant.versions.empty(), "");
    view.set("title",
             context.text("covenant_adoption.title", {{"number", next_adopted(covenant.versions).number()}}))
        .set("action", covenant_path(id, "/vaststellen"))
        .set("seen", entry->text_sha256)
        .set("no_decisions", entry->decisions.empty())
        .set("any_decisions", !entry->decisions.empty())
        .optional("open_findings", entry->open_findings > 0
                                       ? context.count("covenant_issue.open_findings", entry->open_findings)
                                       : "")
        .optional("open_remarks", entry->open_remarks > 0
                                      ? context.count("covenant_adoption.open_remarks", entry->open_remarks)
                                      : "");
    const auto* latest = covenant.latest();
    view.optional("differs", latest != nullptr && covenant.differs_from_latest()
                                 ? context.text("covenants.changed_since", {{"number", latest->number()}})
                                 : "");
    view.set("compare",
             latest != nullptr
                 ? covenant_path(id, "/vergelijken?van=" + std::to_string(latest->id.value) + "&naar=werk")
                 : covenant_path(id));
    add_problem(context, view, problem, {"confirmed"});
    FormFields fields(context, typed, problem, "covenant_adoption");
    fields.select("decision", decision_choices(context, entry->decisions)).area("change_note");
    if (entry->open_findings > 0)
        fields.check("confirmed");
    view.set("fields", std::move(fields).views());
    return covenant_page(context, "adoption", std::move(view), problem != nullptr ? 422 : 200);
}

} // namespace

http::Response new_version(http::Request& request, Context& context)
{
    return issue_page(context, covenant_named(request), {}, nullptr);
}

http::Response issue_version(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const actions::IssueVersion wish{covenant_named(request), trimmed(form->value("change_note")),
                                     form->value("seen")};
    const auto issued = context.perform(actions::issue_version, wish);
    if (issued)
        return context.go(covenant_path(wish.covenant, "/versies/" + std::to_string(issued->value)),
                          "version_issued");
    const auto refused = issued.error();
    return refused.refusal == Refusal::not_found ? context.refuse(refused)
                                                 : issue_page(context, wish.covenant, *form, &refused);
}

http::Response show_adoption(http::Request& request, Context& context)
{
    return adoption_page(context, covenant_named(request), {}, nullptr);
}

http::Response adopt_covenant(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    actions::AdoptCovenant wish;
    wish.covenant = covenant_named(request);
    if (const auto record = number_from(form->value("decision")))
        wish.decision = DecisionRecordId{*record};
    wish.change_note = trimmed(form->value("change_note"));
    wish.confirmed = form->has("confirmed");
    wish.seen = form->value("seen");
    const auto adopted = context.perform(actions::adopt_covenant, wish);
    if (adopted)
        return context.go(covenant_path(wish.covenant, "/versies/" + std::to_string(adopted->value)),
                          "covenant_adopted");
    const auto refused = adopted.error();
    return refused.refusal == Refusal::not_found ? context.refuse(refused)
                                                 : adoption_page(context, wish.covenant, *form, &refused);
}

} // namespace rondetafel::web::pages
