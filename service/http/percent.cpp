// SPDX-License-Identifier: EUPL-1.2
#include "percent.hpp"

#include "utf8.hpp"

#include <boost/url/pct_string_view.hpp>

namespace rondetafel::http
{

std::optional<std::string> percent_decoded(std::string_view encoded, Plus plus)
{
    const auto checked = boost::urls::make_pct_string_view({encoded.data(), encoded.size()});
    if (!checked)
        return std::nullopt;

    boost::urls::encoding_opts options;
    options.space_as_plus = plus == Plus::is_space;
    auto text = checked->decode(options);
    if (text.find('\0') != std::string::npos || !is_utf8(text))
        return std::nullopt;
    return text;
}

} // namespace rondetafel::http
