// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/secrets.hpp>

namespace rondetafel
{

/// Randomness that gives the same byte for ever.
class Repeating : public Randomness
{
public:
    explicit Repeating(char byte) : byte_(byte) {}
    std::string bytes(std::size_t count) override { return std::string(count, byte_); }

private:
    char byte_;
};

} // namespace rondetafel
