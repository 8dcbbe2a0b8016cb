// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/templates/view.hpp>

#include <kainjow/mustache.hpp>

#include <string>
#include <vector>

namespace rondetafel::templates
{

/// The names of a view and their values; kainjow's own object offers no way to list its members.
class Values
{
public:
    void set(const std::string& name, const kainjow::mustache::data& value)
    {
        tree.set(name, value);
        names.push_back(name);
    }
    kainjow::mustache::data tree{kainjow::mustache::data::type::object};
    std::vector<std::string> names;
};

struct View::Data
{
    Values values;
};

} // namespace rondetafel::templates
