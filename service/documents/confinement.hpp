// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/documents/program.hpp>

namespace rondetafel::documents
{

/// Puts the calling process under its limits and takes the network away from it, for good. For the moment between fork
/// and exec: calls nothing that is not allowed there. False when the system refuses; then the program must not start.
bool confine(const ProgramLimits& limits);

} // namespace rondetafel::documents
