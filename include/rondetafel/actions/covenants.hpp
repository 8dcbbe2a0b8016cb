// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/base/result.hpp>
#include <rondetafel/domain/programmes.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::actions
{

/// A covenant with its text as it stands now: what every page of it begins with.
struct CovenantView
{
    Covenant covenant;
    std::optional<Step> step;                    ///< of the programme, in which it is made
    CovenantText text;                           ///< with the parties that did not leave
    std::vector<storage::DraftArticle> articles; ///< the same text, with revisions
    std::vector<ArticleSubject> subjects;        ///< topic and starting point of articles that have one
    std::vector<CovenantParty> parties;
    std::vector<Version> versions; ///< oldest first

    const Version* latest() const { return versions.empty() ? nullptr : &versions.back(); }
    /// Whether parties have not seen the text as it stands now.
    bool differs_from_latest() const
    {
        return versions.empty() || versions.back().canonical != canonical(text);
    }
};

Result<std::vector<CovenantView>> list_covenants(Context& context, const Done&);
Result<CovenantView> show_covenant(Context& context, const CovenantId& id);
/// What happened to it, newest first.
Result<std::vector<storage::Event>> covenant_history(Context& context, const CovenantId& id);
/// The steps of the programme a covenant may belong to: those of the covenant lane.
Result<std::vector<Step>> covenant_steps(Context& context, const Done&);

/// How far a covenant of a step is, for the timeline.
struct CovenantStanding
{
    Covenant covenant;
    std::vector<Version> versions; ///< oldest first
    std::vector<DecisionRecord> decisions;
};
Result<std::vector<CovenantStanding>> covenant_standings(Context& context, const Done&);

/// A new covenant of the current programme. Without articles it begins empty.
struct StartCovenant
{
    std::string title;
    CovenantSubject subject = CovenantSubject::employership;
    std::optional<StepId> step;
    std::vector<Article> articles; ///< from a starter text or a file, with new ids
    std::vector<ArticleSubject> subjects;
};
Result<CovenantId> start_covenant(Context& context, const StartCovenant& wish);

/// Other title, subject or step.
struct SaveCovenant
{
    CovenantId covenant;
    int revision = 0;
    std::string title;
    CovenantSubject subject = CovenantSubject::employership;
    std::optional<StepId> step;
};
Result<Done> save_covenant(Context& context, const SaveCovenant& wish);

/// For other actions: the covenant with everything, or the Problem "covenant.not_found".
Result<CovenantView> covenant_view(Context& context, CovenantId id);
/// The covenant when its text may be changed; conflict "covenant.adopted" once it is adopted or ended.
Result<Covenant> covenant_to_change(Context& context, CovenantId id);
/// Writes down what happened to a covenant.
void write_covenant_event(Context& context, const char* verb, CovenantId covenant,
                          const std::string& detail = {});

} // namespace rondetafel::actions
