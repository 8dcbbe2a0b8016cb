// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "statements.hpp"

#include <rondetafel/base/id.hpp>
#include <rondetafel/base/language.hpp>
#include <rondetafel/base/time.hpp>
#include <rondetafel/base/words.hpp>

#include <soci/soci.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

// How our types stand in columns (db/README.md). SOCI finds these by specialisation, so they live in its namespace.
namespace soci
{

template <class Kind>
struct type_conversion<rondetafel::Id<Kind>>
{
    using base_type = long long;
    static void from_base(const base_type& in, indicator, rondetafel::Id<Kind>& out) { out.value = in; }
    static void to_base(const rondetafel::Id<Kind>& in, base_type& out, indicator& ind)
    {
        out = in.value;
        ind = i_ok;
    }
};

template <>
struct type_conversion<rondetafel::Instant>
{
    using base_type = long long;
    static void from_base(const base_type& in, indicator, rondetafel::Instant& out) { out = rondetafel::from_epoch(in); }
    static void to_base(const rondetafel::Instant& in, base_type& out, indicator& ind)
    {
        out = rondetafel::epoch(in);
        ind = i_ok;
    }
};

template <>
struct type_conversion<rondetafel::Day>
{
    using base_type = std::string;
    static void from_base(const base_type& in, indicator, rondetafel::Day& out)
    {
        out = rondetafel::day_from_iso(in).value();
    }
    static void to_base(const rondetafel::Day& in, base_type& out, indicator& ind)
    {
        out = rondetafel::iso(in);
        ind = i_ok;
    }
};

template <>
struct type_conversion<rondetafel::LocalTime>
{
    using base_type = std::string;
    static void from_base(const base_type& in, indicator, rondetafel::LocalTime& out)
    {
        out = rondetafel::local_from_iso(in).value();
    }
    static void to_base(const rondetafel::LocalTime& in, base_type& out, indicator& ind)
    {
        out = rondetafel::iso(in);
        ind = i_ok;
    }
};

template <>
struct type_conversion<rondetafel::Language>
{
    using base_type = std::string;
    static void from_base(const base_type& in, indicator, rondetafel::Language& out)
    {
        out = rondetafel::language_from(in).value();
    }
    static void to_base(const rondetafel::Language& in, base_type& out, indicator& ind)
    {
        out = rondetafel::code(in);
        ind = i_ok;
    }
};

template <>
struct type_conversion<bool>
{
    using base_type = int;
    static void from_base(const base_type& in, indicator, bool& out) { out = in != 0; }
    static void to_base(const bool& in, base_type& out, indicator& ind)
    {
        out = in ? 1 : 0;
        ind = i_ok;
    }
};

template <class Enum>
struct type_conversion<Enum, std::enable_if_t<std::is_enum_v<Enum> && sizeof(rondetafel::Words<Enum>) != 0>>
{
    using base_type = std::string;
    static void from_base(const base_type& in, indicator, Enum& out) { out = rondetafel::from_word<Enum>(in).value(); }
    static void to_base(const Enum& in, base_type& out, indicator& ind)
    {
        out = rondetafel::word(in);
        ind = i_ok;
    }
};

template <class Value>
struct type_conversion<std::optional<Value>>
{
    using base_type = typename type_conversion<Value>::base_type;
    static void from_base(const base_type& in, indicator ind, std::optional<Value>& out)
    {
        if (ind == i_null)
        {
            out.reset();
            return;
        }
        Value value;
        type_conversion<Value>::from_base(in, ind, value);
        out = value;
    }
    static void to_base(const std::optional<Value>& in, base_type& out, indicator& ind)
    {
        ind = i_null;
        if (in)
            type_conversion<Value>::to_base(*in, out, ind);
    }
};

} // namespace soci
