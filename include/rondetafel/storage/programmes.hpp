// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/programmes.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::storage
{

class Sql;

class Programmes
{
public:
    explicit Programmes(Sql& sql) : sql_(sql) {}

    /// The whole programme with lines, steps, budget, questions and peaks. Throws soci's duplicate on a known slug.
    ProgrammeId add(const Programme& programme);
    std::optional<Programme> find(ProgrammeId id) const;
    std::optional<Programme> find_by_slug(const std::string& slug) const;
    /// The programme that pages show: the first one loaded.
    std::optional<Programme> current() const;
    void save_period(const Programme& programme);

    std::optional<Step> find_step(StepId id) const;
    StepId add_step(const Step& step);
    void save_step(Step& step);
    void replace_peaks(ProgrammeId programme, const std::vector<Peak>& peaks);
    void shift_budget(ProgrammeId programme, int years);

private:
    std::vector<Step> steps(ProgrammeId id) const;
    void read_parts(Programme& programme) const;
    Sql& sql_;
};

} // namespace rondetafel::storage
