// SPDX-License-Identifier: EUPL-1.2
#include "samples.hpp"

#include <clocale>
#include <fstream>

/// Writes every letter in every language as a message into a folder, under whatever locale it was started.
int main(int count, char** arguments)
{
    using namespace rondetafel;
    using namespace rondetafel::letters;
    std::setlocale(LC_ALL, "");
    if (count != 2)
        return 2;
    Letters letters(samples::source());
    for (const auto language : languages)
        for (const auto& [name, facts] : samples::all(language))
        {
            auto headers = samples::headers();
            headers.language = language;
            const auto file = std::filesystem::path(arguments[1]) / (name + '.' + code(language) + ".eml");
            std::ofstream(file, std::ios::binary) << to_mime(letters.write(facts), headers);
        }
    return 0;
}
