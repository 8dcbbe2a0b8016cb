// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace rondetafel::cli
{

/// The command line. 0 done, 1 not done (one clear line on stderr), 2 wrong usage.
int run(int count, char** arguments);

} // namespace rondetafel::cli
