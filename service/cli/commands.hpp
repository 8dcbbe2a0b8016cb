// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

namespace rondetafel::cli
{

struct Wish;
using Command = void (*)(const Wish&);

/// What was typed.
struct Wish
{
    Command command = nullptr;
    std::string config_file;
    std::string day;
    std::string file;
    bool is_register = false;
    std::string email;
    std::string name;
    std::string role;
};

// Each throws std::runtime_error with one clear line when it cannot do what was asked.
void serve(const Wish& wish);
void migrate(const Wish& wish);
void demo(const Wish& wish);
void import(const Wish& wish);
void user_add(const Wish& wish);
void user_reset(const Wish& wish);
void check_config(const Wish& wish);

} // namespace rondetafel::cli
