// SPDX-License-Identifier: EUPL-1.2
#include "tally_picture.hpp"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

constexpr double gap = 0.28; // percent of white between two parts

struct Part
{
    const char* name;
    int count;
};

View drawn(const Part& part, int before, int whole)
{
    View view;
    for (const char* name : {"yes", "substitute", "no", "none", "waiting"})
        view.set(std::string("is_") + name, std::string(name) == part.name);
    const auto width = std::max(100.0 * part.count / whole - gap, 0.1);
    return std::move(view.set("x", percentage(before, whole)).set("width", percentage(width, 100)));
}

View listed(const Context& context, const Part& part, const std::string& path, const std::string& current)
{
    View view;
    for (const char* name : {"yes", "substitute", "no", "none", "waiting"})
        view.set(std::string("is_") + name, std::string(name) == part.name);
    return std::move(view.set("count", part.count)
                         .set("href", path + "?antwoord=" + part.name)
                         .set("current", current == part.name)
                         .set("label", context.text(std::string("meetings.tally.") + part.name)));
}

} // namespace

std::string percentage(double part, double whole)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.2f%%", whole > 0 ? 100 * part / whole : 0.0);
    return text;
}

View tally_picture(const Context& context, const Tally& tally, const std::string& path, const std::string& current)
{
    std::vector<Part> parts{
        {"yes", tally.yes}, {"substitute", tally.substitute}, {"no", tally.no}, {"none", tally.none}};
    if (tally.waiting > 0)
        parts.push_back({"waiting", tally.waiting});
    std::vector<View> bar;
    std::vector<View> list;
    int before = 0;
    for (const auto& part : parts)
    {
        if (part.count > 0)
            bar.push_back(drawn(part, before, tally.invited));
        before += part.count;
        list.push_back(listed(context, part, path, current));
    }
    View view;
    view.set("bar", std::move(bar))
        .set("list", std::move(list))
        .set("invited", tally.invited)
        .set("all_href", path)
        .set("all_current", current.empty())
        .set("label", context.count("meetings.tally.picture", tally.invited,
                                    {{"yes", std::to_string(tally.yes)},
                                     {"substitute", std::to_string(tally.substitute)},
                                     {"no", std::to_string(tally.no)},
                                     {"none", std::to_string(tally.none)},
                                     {"waiting", std::to_string(tally.waiting)}}));
    return view;
}

} // namespace rondetafel::web::pages
