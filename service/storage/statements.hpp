// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sql.hpp"

#include <optional>
#include <tuple>
#include <type_traits>
#include <vector>

namespace rondetafel::storage
{

/// A statement with the values it sends along and the row it brings back. SOCI binds variables by reference, so they
/// live here as long as the statement does.
template <class Row, class... Values>
struct Statement final : Prepared
{
    template <class... Uses>
    Statement(Sql& sql, const std::string& query, void (*bind)(soci::statement&, Row&), const Uses&... uses)
        : values(uses.t...), statement(sql)
    {
        bind(statement, row);
        std::apply([&](const Values&... value) { (statement.exchange(soci::use(value, uses.name)), ...); }, values);
        statement.alloc();
        statement.prepare(query);
        statement.define_and_bind();
    }

    Row row{};
    std::tuple<Values...> values;
    soci::statement statement;
};

template <class Use>
using ValueOf = std::remove_cvref_t<decltype(std::declval<const Use&>().t)>;

/// The kept statement for this text, or a new one, with these values set.
template <class Row, class... Uses>
auto prepare(Sql& sql, const std::string& query, void (*bind)(soci::statement&, Row&), const Uses&... uses)
{
    using Kept = Statement<Row, ValueOf<Uses>...>;
    auto kept = sql.take<Kept>(query);
    if (kept)
        kept->values = std::tie(uses.t...);
    else
        kept = std::make_unique<Kept>(sql, query, bind, uses...);
    return kept;
}

/// Runs a SELECT and returns every row. `bind(statement, row)` tells where the columns go, and must depend on nothing
/// else, for the statement is used again; `uses` are soci::use(…).
template <class Row, class... Uses>
std::vector<Row> select(Sql& sql, const std::string& query,
                        std::type_identity_t<void (*)(soci::statement&, Row&)> bind, const Uses&... uses)
{
    auto kept = prepare<Row>(sql, query, bind, uses...);
    std::vector<Row> rows;
    kept->statement.execute();
    while (kept->statement.fetch()) // to the end: a statement left halfway would hold its transaction open
        rows.push_back(kept->row);
    sql.give_back(query, std::move(kept));
    return rows;
}

/// The first row of a SELECT, if any.
template <class Row, class... Uses>
std::optional<Row> select_one(Sql& sql, const std::string& query,
                              std::type_identity_t<void (*)(soci::statement&, Row&)> bind, const Uses&... uses)
{
    auto rows = select<Row>(sql, query, bind, uses...);
    if (rows.empty())
        return std::nullopt;
    return std::move(rows.front());
}

/// Runs a statement that changes rows and says how many it touched.
template <class... Uses>
long long change(Sql& sql, const std::string& query, const Uses&... uses)
{
    struct Nothing
    {
    };
    auto kept = prepare<Nothing>(sql, query, [](soci::statement&, Nothing&) {}, uses...);
    kept->statement.execute(true);
    const auto touched = kept->statement.get_affected_rows();
    sql.give_back(query, std::move(kept));
    return touched;
}

/// Runs an INSERT and returns the new row's number.
template <class... Uses>
long long insert(Sql& sql, const std::string& table, const std::string& query, const Uses&... uses)
{
    change(sql, query, uses...);
    long long id = 0;
    sql.get_last_insert_id(table, id);
    return id;
}

/// Puts the columns of a row into variables, in order. Not called `into`: with one value SOCI's own would be chosen.
template <class... Values>
void columns(soci::statement& statement, Values&... values)
{
    (statement.exchange(soci::into(values)), ...);
}

} // namespace rondetafel::storage
