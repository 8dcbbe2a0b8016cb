// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/covenant_check.hpp>

#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

bool is_about(const storage::Dismissal& dismissal, const CheckedFinding& checked)
{
    const auto& finding = checked.finding;
    return dismissal.rule == finding.rule && dismissal.article == finding.article &&
           dismissal.subject == finding.subject && dismissal.text_sha256 == checked.text_sha256;
}

} // namespace

std::vector<CheckedFinding> checked_findings(Context& context, CovenantId covenant, const CovenantText& text)
{
    const auto dismissals = context.records.covenants.dismissals_of(covenant);
    const auto whole = sha256_hex(canonical(text));
    std::vector<CheckedFinding> checked;
    for (auto& finding : check_covenant(text))
    {
        CheckedFinding row{std::move(finding), whole, {}};
        if (row.finding.article)
            row.text_sha256 = branch_sha256(text, row.finding.article);
        const auto found = std::find_if(dismissals.begin(), dismissals.end(),
                                        [&](const storage::Dismissal& one) { return is_about(one, row); });
        if (found != dismissals.end())
            row.dismissal = *found;
        checked.push_back(std::move(row));
    }
    return checked;
}

Result<CheckView> show_check(Context& context, const CovenantId& id)
{
    auto covenant = covenant_view(context, id);
    if (!covenant)
        return covenant.error();
    CheckView view{std::move(*covenant), {}, 0};
    view.findings = checked_findings(context, id, view.covenant.text);
    for (const auto& finding : view.findings)
        view.open += finding.open() ? 1 : 0;
    return view;
}

Result<Done> dismiss_finding(Context& context, const DismissFinding& wish)
{
    const auto covenant = covenant_view(context, wish.covenant);
    if (!covenant)
        return covenant.error();
    FieldChecks checks;
    if (is_blank(wish.reason))
        checks.refuse("reason", "finding.reason_missing");
    checks.lines("reason", wish.reason, 2000);
    if (auto checked = checks.outcome(); !checked)
        return checked.error();
    for (const auto& row : checked_findings(context, wish.covenant, covenant->text))
    {
        const auto& finding = row.finding;
        if (finding.rule != wish.rule || finding.article != wish.article || finding.subject != wish.subject)
            continue;
        if (row.dismissal)
            return Done{};
        context.records.covenants.add_dismissal({0, wish.covenant, finding.rule, finding.article,
                                                 finding.subject, row.text_sha256, wish.reason,
                                                 context.actor.display_name(), context.now});
        write_covenant_event(context, "covenant.finding_dismissed", wish.covenant, wish.reason);
        return Done{};
    }
    return not_found("finding");
}

Result<Done> reopen_finding(Context& context, const ReopenFinding& wish)
{
    if (!context.records.covenants.find(wish.covenant))
        return not_found("covenant");
    if (!context.records.covenants.remove_dismissal(wish.covenant, wish.dismissal))
        return not_found("finding");
    write_covenant_event(context, "covenant.finding_reopened", wish.covenant);
    return Done{};
}

} // namespace rondetafel::actions
