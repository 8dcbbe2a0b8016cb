// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/clock.hpp>

namespace rondetafel
{

Instant MachineClock::now() const
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

} // namespace rondetafel
