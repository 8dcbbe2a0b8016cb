// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/storage/database.hpp>

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

namespace rondetafel::storage
{

Result<Address> address_from_url(const std::string& text)
{
    const auto parsed = boost::urls::parse_uri(text);
    if (!parsed)
        return invalid("database", "database.not_a_url");
    const boost::urls::url_view url = *parsed;
    Address address;
    if (url.scheme() == "sqlite")
    {
        address.path = url.path();
        if (!url.host().empty() || address.path.size() < 2)
            return invalid("database", "database.no_path");
        return address;
    }
    if (url.scheme() != "mysql")
        return invalid("database", "database.unknown_kind");
    address.kind = Address::Kind::mysql;
    address.host = url.host();
    address.user = url.user();
    address.password = url.password();
    address.name = url.path().empty() ? "" : url.path().substr(1);
    if (url.has_port())
        address.port = url.port_number();
    if (address.host.empty() || address.user.empty() || address.name.empty())
        return invalid("database", "database.incomplete");
    return address;
}

} // namespace rondetafel::storage
