// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>

namespace rondetafel
{

/// The number of a row, typed by what it identifies, so that a contact is never taken for a meeting.
/// Zero means "not stored yet".
template <class Kind>
struct Id
{
    long long value = 0;

    friend auto operator<=>(const Id&, const Id&) = default;
    explicit operator bool() const { return value != 0; }
};

using AccountId = Id<struct AccountKind>;
using ProgrammeId = Id<struct ProgrammeKind>;
using LineId = Id<struct LineKind>;
using StepId = Id<struct StepKind>;
using OrganisationId = Id<struct OrganisationKindTag>;
using ContactId = Id<struct ContactKind>;
using MeetingId = Id<struct MeetingKindTag>;
using InvitationId = Id<struct InvitationKind>;
using LetterId = Id<struct LetterKindTag>;
using RuleId = Id<struct RuleKind>;
using CovenantId = Id<struct CovenantKindTag>;
using CovenantPartyId = Id<struct CovenantPartyKind>;
using VersionId = Id<struct VersionKind>;
using DecisionRecordId = Id<struct DecisionRecordKind>;
using RoundId = Id<struct RoundKind>;
using ConsulteeId = Id<struct ConsulteeKind>;
using ReactionId = Id<struct ReactionKind>;
using DecisionId = Id<struct DecisionKind>;
using RemarkId = Id<struct RemarkKindTag>;
using RenderingId = Id<struct RenderingKind>;
using WordImportId = Id<struct WordImportKind>;

} // namespace rondetafel
