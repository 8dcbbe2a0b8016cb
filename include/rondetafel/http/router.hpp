// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/http/message.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rondetafel::http
{

/// Finds the route of a path. Filled once at start, then only read, so threads may share it.
class Router
{
public:
    static constexpr int no_such_path = -1;
    static constexpr int method_not_allowed = -2;
    static constexpr std::size_t captures_max = 8;

    /// Adds "/bijeenkomsten/:meeting/antwoord" and returns its index: 0, 1, 2…
    /// Throws std::invalid_argument when pattern and method are there already, or the pattern is none.
    int add(Method method, std::string_view pattern);

    /// The index of the route, or one of the two answers above. HEAD matches GET routes. A written part wins
    /// over a capture. Captures are percent-decoded into `parameters`; one that is no valid UTF-8 makes the
    /// path unknown.
    int match(Method method, std::string_view path, Fields& parameters) const;

    /// The methods a known path has, for the header Allow: "GET, HEAD, POST".
    std::string allowed(std::string_view path) const;

    /// The pattern of a route, for logs: they show this, never the path.
    const std::string& pattern(int route) const { return patterns_.at(static_cast<std::size_t>(route)); }

private:
    static constexpr int none = -1;

    struct Node
    {
        std::string part;
        std::vector<int> children;
        int capture = none;
        int get = none;
        int post = none;
        int options = none;
    };
    struct Walk;

    int child_for(int node, std::string_view part);
    bool find(Walk& walk, int node, std::string_view rest) const;
    bool capture(const Walk& walk, int route, Fields& parameters) const;

    std::vector<Node> nodes_{Node{}};
    std::vector<std::string> patterns_;
    std::vector<std::vector<std::string>> names_; ///< of the captures, per route
};

} // namespace rondetafel::http
