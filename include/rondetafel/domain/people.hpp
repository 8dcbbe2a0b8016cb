// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/language.hpp>
#include <rondetafel/base/words.hpp>

#include <string>
#include <string_view>

namespace rondetafel
{

/// How a person wants to be addressed. Asked, never derived from a first name (taaladvies.net; domain section
/// 6).
enum class AddressForm
{
    sir,   ///< "heer"
    madam, ///< "mevrouw"
    name   ///< by full name
};

template <>
struct Words<AddressForm>
{
    static constexpr std::pair<AddressForm, std::string_view> all[] = {
        {AddressForm::sir, "heer"}, {AddressForm::madam, "mevrouw"}, {AddressForm::name, "naam"}};
};

/// A name in parts, so that it sorts ("Dalen, van") and addresses ("de heer Van Dalen") rightly.
struct PersonName
{
    std::string given;
    std::string infix; ///< tussenvoegsel: "van der"
    std::string family;
    AddressForm form = AddressForm::name;
};

/// "Sam van Dalen"; "Van Dalen" when nothing precedes.
std::string full_name(const PersonName& name);
/// "Dalen, Sam van": what a register sorts and shows by.
std::string sort_name(const PersonName& name);
/// "Geachte heer Van Dalen,", "Dear Mr Van Dalen,", "Szanowny Panie,"; for an empty family name the neutral
/// form.
std::string salutation(const PersonName& name, Language language);
/// The parts of a name typed in one field, cut at the first tussenvoegsel or else before the last word. The
/// form of address is `name`, for nobody has been asked.
PersonName name_from(std::string_view typed);

} // namespace rondetafel
