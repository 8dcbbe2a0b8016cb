// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/http/router.hpp>

#include "percent.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace rondetafel::http
{

namespace
{

/// Takes the part up to the next slash off `rest`, which starts with a slash.
std::string_view take_part(std::string_view& rest)
{
    rest.remove_prefix(1);
    const auto end = std::min(rest.find('/'), rest.size());
    const auto part = rest.substr(0, end);
    rest.remove_prefix(end);
    return part;
}

} // namespace

/// One search through the tree: what is looked for, and the captures on the way to it, still encoded.
struct Router::Walk
{
    int Node::*method;
    std::array<std::string_view, captures_max> captured{};
    std::size_t depth = 0;
    int route = no_such_path;
    int found = none;
};

int Router::child_for(int node, std::string_view part)
{
    const bool capture = part.starts_with(':');
    const auto parent = static_cast<std::size_t>(node);
    if (capture && nodes_[parent].capture != none)
        return nodes_[parent].capture;
    if (!capture)
        for (const int child : nodes_[parent].children)
            if (nodes_[static_cast<std::size_t>(child)].part == part)
                return child;

    const auto fresh = static_cast<int>(nodes_.size());
    nodes_.emplace_back().part = capture ? "" : part;
    if (capture)
        nodes_[parent].capture = fresh;
    else
        nodes_[parent].children.push_back(fresh);
    return fresh;
}

int Router::add(Method method, std::string_view pattern)
{
    if (!pattern.starts_with('/') || method == Method::head)
        throw std::invalid_argument("no route: " + std::string{pattern});

    int node = 0;
    std::vector<std::string> names;
    for (auto rest = pattern; !rest.empty();)
    {
        const auto part = take_part(rest);
        if (part == ":")
            throw std::invalid_argument("a capture needs a name: " + std::string{pattern});
        if (part.starts_with(':'))
            names.emplace_back(part.substr(1));
        node = child_for(node, part);
    }
    auto& end = nodes_[static_cast<std::size_t>(node)];
    auto& route = method == Method::get ? end.get : method == Method::post ? end.post : end.options;
    if (route != none || names.size() > captures_max)
        throw std::invalid_argument("route given twice, or with too many captures: " + std::string{pattern});

    route = static_cast<int>(patterns_.size());
    patterns_.emplace_back(pattern);
    names_.push_back(std::move(names));
    return route;
}

/// True when the wanted method was found; notes on the way that the path exists with another.
bool Router::find(Walk& walk, int index, std::string_view rest) const
{
    const auto& node = nodes_[static_cast<std::size_t>(index)];
    if (rest.empty())
    {
        if (node.get == none && node.post == none && node.options == none)
            return false;
        if (walk.found == none)
            walk.found = index;
        walk.route = node.*walk.method == none ? method_not_allowed : node.*walk.method;
        return walk.route >= 0;
    }
    const auto part = take_part(rest);
    for (const int child : node.children)
        if (nodes_[static_cast<std::size_t>(child)].part == part && find(walk, child, rest))
            return true;
    if (node.capture == none || part.empty() || walk.depth == captures_max)
        return false;

    walk.captured[walk.depth++] = part;
    if (find(walk, node.capture, rest))
        return true;
    --walk.depth;
    return false;
}

bool Router::capture(const Walk& walk, int route, Fields& parameters) const
{
    const auto& names = names_[static_cast<std::size_t>(route)];
    for (std::size_t at = 0; at < names.size(); ++at)
    {
        auto value = percent_decoded(walk.captured[at], Plus::is_plus);
        if (!value)
        {
            parameters.clear();
            return false;
        }
        parameters.emplace_back(names[at], std::move(*value));
    }
    return true;
}

int Router::match(Method method, std::string_view path, Fields& parameters) const
{
    parameters.clear();
    if (!path.starts_with('/'))
        return no_such_path;

    Walk walk{method == Method::post ? &Node::post : method == Method::options ? &Node::options : &Node::get};
    if (!find(walk, 0, path))
        return walk.route;
    return capture(walk, walk.route, parameters) ? walk.route : no_such_path;
}

std::string Router::allowed(std::string_view path) const
{
    Walk walk{&Node::get};
    if (path.starts_with('/'))
        find(walk, 0, path);
    if (walk.found == none)
        return {};

    const auto& node = nodes_[static_cast<std::size_t>(walk.found)];
    std::string methods;
    const auto add_name = [&methods](std::string_view name)
    { (methods += methods.empty() ? "" : ", ") += name; };
    if (node.get != none)
        add_name("GET, HEAD");
    if (node.post != none)
        add_name("POST");
    if (node.options != none)
        add_name("OPTIONS");
    return methods;
}

} // namespace rondetafel::http
