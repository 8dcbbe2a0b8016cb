// SPDX-License-Identifier: EUPL-1.2
#include "cli/cli.hpp"

int main(int count, char** arguments) { return rondetafel::cli::run(count, arguments); }
