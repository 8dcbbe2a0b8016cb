// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/covenant_check.hpp>
#include <rondetafel/actions/decisions.hpp>
#include <rondetafel/actions/versions.hpp>

#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

Result<Version> version_of(Context& context, CovenantId covenant, VersionId id)
{
    const auto version = context.records.versions.find(id);
    if (!version || version->covenant != covenant)
        return not_found("version");
    return *version;
}

// What both issuing and adopting ask: a text to freeze, the one that was looked at.
Result<CovenantView> view_to_freeze(Context& context, CovenantId id, const std::string& seen)
{
    if (const auto open = covenant_to_change(context, id); !open)
        return open.error();
    context.records.covenants.take_turn(id);
    auto view = covenant_view(context, id);
    if (view->covenant.state == CovenantState::consulting)
        return conflict("covenant.consulting");
    if (view->articles.empty())
        return conflict("covenant.empty");
    if (sha256_hex(canonical(view->text)) != seen)
        return conflict("covenant.changed_meanwhile");
    return view;
}

Result<Done> check_note(const std::string& note)
{
    FieldChecks checks;
    checks.required("change_note", note);
    checks.lines("change_note", note, 4000);
    return checks.outcome();
}

VersionId freeze(Context& context, Version version, const CovenantView& view, const std::string& note)
{
    version.covenant = view.covenant.id;
    version.canonical = canonical(view.text);
    version.change_note = note;
    version.author = context.actor.display_name();
    version.issued_at = context.now;
    const auto account = context.actor.account ? std::optional(context.actor.account->id) : std::nullopt;
    return context.records.versions.add(version, account);
}

Result<Done> check_adoption(Context& context, const AdoptCovenant& wish, const CovenantView& view)
{
    FieldChecks checks;
    checks.required("change_note", wish.change_note);
    checks.lines("change_note", wish.change_note, 4000);
    const auto record =
        wish.decision ? context.records.covenants.find_decision(*wish.decision) : std::nullopt;
    if (!record || record->covenant != wish.covenant || !record->carries())
        checks.refuse("decision", "decision.missing");
    const auto findings = checked_findings(context, wish.covenant, view.text);
    if (!wish.confirmed &&
        std::any_of(findings.begin(), findings.end(), [](const auto& one) { return one.open(); }))
        checks.refuse("confirmed", "confirmed.missing");
    return checks.outcome();
}

} // namespace

Result<VersionId> issue_version(Context& context, const IssueVersion& wish)
{
    if (auto checked = check_note(wish.change_note); !checked)
        return checked.error();
    const auto view = view_to_freeze(context, wish.covenant, wish.seen);
    if (!view)
        return view.error();
    if (!view->differs_from_latest())
        return conflict("version.nothing_new");
    const auto version = next_issued(view->versions);
    const auto id = freeze(context, version, *view, wish.change_note);
    if (auto concluded = conclude_rounds(context, wish.covenant, id); !concluded)
        return concluded.error();
    write_covenant_event(context, "covenant.issued", wish.covenant, version.number());
    return id;
}

Result<VersionView> show_version(Context& context, const VersionWish& wish)
{
    auto covenant = covenant_view(context, wish.covenant);
    if (!covenant)
        return covenant.error();
    auto version = version_of(context, wish.covenant, wish.version);
    if (!version)
        return version.error();
    VersionView view{std::move(*covenant), std::move(*version), {}, {}};
    view.text = read_canonical(view.version.canonical);
    if (view.version.decision_record)
        view.decision = context.records.covenants.find_decision(*view.version.decision_record);
    return view;
}

Result<TwoTexts> two_texts(Context& context, const TwoTextsWish& wish)
{
    auto covenant = covenant_view(context, wish.covenant);
    if (!covenant)
        return covenant.error();
    TwoTexts texts{std::move(*covenant), {}, {}, {}, {}};
    texts.before = texts.after = texts.covenant.text;
    if (wish.before)
    {
        const auto version = version_of(context, wish.covenant, *wish.before);
        if (!version)
            return version.error();
        texts.before_version = *version;
        texts.before = read_canonical(version->canonical);
    }
    if (wish.after)
    {
        const auto version = version_of(context, wish.covenant, *wish.after);
        if (!version)
            return version.error();
        texts.after_version = *version;
        texts.after = read_canonical(version->canonical);
    }
    return texts;
}

Result<AdoptionView> show_adoption(Context& context, const CovenantId& id)
{
    auto covenant = covenant_view(context, id);
    if (!covenant)
        return covenant.error();
    AdoptionView view{std::move(*covenant), {}, 0, 0, {}};
    for (auto& record : context.records.covenants.decisions_of(id))
        if (record.carries())
            view.decisions.push_back(std::move(record));
    for (const auto& finding : checked_findings(context, id, view.covenant.text))
        view.open_findings += finding.open() ? 1 : 0;
    view.open_remarks = open_remarks(context, id);
    view.text_sha256 = sha256_hex(canonical(view.covenant.text));
    return view;
}

Result<VersionId> adopt_covenant(Context& context, const AdoptCovenant& wish)
{
    auto view = view_to_freeze(context, wish.covenant, wish.seen);
    if (!view)
        return view.error();
    if (auto checked = check_adoption(context, wish, *view); !checked)
        return checked.error();
    if (open_remarks(context, wish.covenant) > 0)
        return conflict("covenant.remarks_open");
    auto version = next_adopted(view->versions);
    version.decision_record = wish.decision;
    const auto id = freeze(context, version, *view, wish.change_note);
    if (auto concluded = conclude_rounds(context, wish.covenant, id); !concluded)
        return concluded.error();
    view->covenant.state = CovenantState::adopted;
    context.records.covenants.save(view->covenant);
    write_covenant_event(context, "covenant.adopted", wish.covenant, version.number());
    return id;
}

} // namespace rondetafel::actions
