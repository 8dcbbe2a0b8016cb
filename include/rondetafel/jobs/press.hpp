// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/storage/database.hpp>

#include <chrono>
#include <filesystem>
#include <memory>

namespace rondetafel::jobs
{

struct PressSettings
{
    std::filesystem::path print;          ///< the stylesheet, and the files that lend their styles
    std::chrono::milliseconds idle{1000}; ///< between two looks at an empty queue
};

/// Makes the files that were asked for and reads the Word files that were handed in, one after the other, on a thread of
/// its own. What it is at when the process dies is done again after its lease; what fails three times has failed.
class Press
{
public:
    Press(storage::Address address, const actions::Installation& installation, PressSettings settings);
    ~Press();
    Press(const Press&) = delete;
    Press& operator=(const Press&) = delete;

    /// Kills the program that runs, puts its work back in the queue and joins the thread.
    void stop();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace rondetafel::jobs
