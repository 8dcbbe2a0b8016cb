// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/base/result.hpp>
#include <rondetafel/domain/register_entry.hpp>
#include <rondetafel/domain/timeline.hpp>

#include <optional>
#include <vector>

namespace rondetafel::actions
{

/// Stores a programme that was read from a file, whole. Conflict "programme.exists" for a slug that is known.
Result<ProgrammeId> import_programme(Context& context, const Programme& programme);
/// Adds organisations and their contacts; says how many organisations. Conflict "register.exists" (argument name)
/// when an organisation of that name is in the register: then nothing is added.
Result<int> import_register(Context& context, const std::vector<RegisterEntry>& entries);

/// The programme as its page shows it; nothing is loaded yet when `programme` is empty.
struct ProgrammeView
{
    std::optional<Programme> programme;
    std::vector<Meeting> meetings;
    std::vector<TimelineRow> rows;
    TimelineScale scale;
    Day today;
};
Result<ProgrammeView> show_programme(Context& context, const Done&);

/// One step with what is known about it.
struct StepView
{
    Programme programme;
    TimelineRow row;
    std::vector<OpenQuestion> questions;
    Day today;
};
Result<StepView> show_step(Context& context, const StepId& id);

/// A new step (`step.id` zero) or changed fields of one. Key and position of an existing step stay as they are.
Result<StepId> save_step(Context& context, const Step& step);

/// Moves the whole planning by whole years, -5 to 5: windows, period, peaks and budget. What the note says word for
/// word stays. Says how many steps moved.
struct ShiftProgramme
{
    int years = 0;
};
inline constexpr int shift_years_max = 5;
Result<int> shift_programme(Context& context, const ShiftProgramme& wish);

} // namespace rondetafel::actions
