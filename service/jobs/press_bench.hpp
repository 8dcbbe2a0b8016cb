// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/documents/press_work.hpp>
#include <rondetafel/jobs/press.hpp>

namespace rondetafel::jobs
{

/// The press's database session and the work it takes from the queues.
class PressBench
{
public:
    PressBench(storage::Address address, const actions::Installation& installation, const PressSettings& settings);

    /// Does one piece of work; false when nothing waits.
    bool work(const documents::GoOn& go_on);

private:
    bool make_file(const documents::GoOn& go_on);
    bool read_file(const documents::GoOn& go_on);
    documents::Pressed understand(const WordImport& import, const documents::GoOn& go_on);
    template <class Row>
    void settle(Row& row, const documents::Pressed& pressed) const;

    const actions::Installation& installation_;
    storage::Database database_;
    const PressSettings& settings_;
};

} // namespace rondetafel::jobs
