// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace rondetafel
{

/// The municipality that runs this installation: set by the administrator, shown on every page and letter.
struct Office
{
    std::string name;           ///< "Gemeente Aalsmeer"
    std::string logo_text;      ///< the owner's name beside the mark; usually the name
    std::string sender_name;    ///< display name of the From field
    std::string sender_address; ///< envelope sender and From
    std::string reply_address;  ///< Reply-To
    std::string signed_by;      ///< who signs the letters: "Noor van Dijk"
    std::string signed_role;    ///< "Programmacoördinator arbeidsmigranten"
    std::string phone;          ///< as people write it: "0297 12 34 56"
    std::string postal_address; ///< "Raadhuisplein 1, 1431 EH Aalsmeer"
    std::string hours;          ///< "Op werkdagen van 9.00 tot 17.00 uur"
    int hue = 188;              ///< brand hue in degrees, 0-359
};

} // namespace rondetafel
