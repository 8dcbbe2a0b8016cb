// SPDX-License-Identifier: EUPL-1.2
#include "word_imports.hpp"

#include "covenant_parts.hpp"

#include "../../problems.hpp"

#include <rondetafel/actions/rounds.hpp>
#include <rondetafel/base/wording.hpp>
#include <rondetafel/http/multipart.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

std::string import_path(CovenantId covenant, WordImportId id)
{
    return covenant_path(covenant, "/word/" + std::to_string(id.value));
}

Choices round_choices(const Context& context, const actions::RoundsView& rounds)
{
    Choices choices;
    for (const auto& summary : rounds.rounds)
        choices.emplace_back(std::to_string(summary.round.id.value),
                             context.text("word.round_of", {{"number", summary.version.number()},
                                                            {"closes", long_date(day_of(summary.round.closes),
                                                                                 context.language())}}));
    return choices;
}

Choices party_choices(const Context& context, const actions::RoundsView& rounds)
{
    Choices choices{{"", context.text("word.choose")}};
    for (const auto& party : rounds.covenant.parties)
        if (!party.left)
            choices.emplace_back(std::to_string(party.id.value), party.text.legal_name);
    return choices;
}

std::vector<View> earlier(const Context& context, CovenantId covenant, const std::vector<WordImport>& imports)
{
    std::vector<View> rows;
    for (const auto& import : imports)
        rows.push_back(View{}
                           .set("name", import.file_name)
                           .set("href", import_path(covenant, import.id))
                           .set("state", context.text("word.state." + std::string(word(import.state))))
                           .set("when", moment_of(context, import.received_at))
                           .set("author", import.author));
    return rows;
}

http::Response form_page(Context& context, CovenantId id, const http::Form& typed, const Problem* problem)
{
    const auto rounds = context.read(actions::list_rounds, id);
    if (!rounds)
        return context.refuse(rounds.error());
    const auto imports = context.read(actions::list_word_imports, id);
    View view;
    add_covenant_head(context, view, rounds->covenant.covenant, !rounds->covenant.versions.empty(), "");
    add_problem(context, view, problem, {"file"});
    FormFields fields(context, typed, problem, "word");
    fields.select("round", round_choices(context, *rounds)).select("party", party_choices(context, *rounds));
    auto rows = imports ? earlier(context, id, *imports) : std::vector<View>();
    view.set("title", context.text("word.title"))
        .set("action", covenant_path(id, "/word"))
        .set("no_round", rounds->rounds.empty())
        .set("fields", std::move(fields).views())
        .set("none", rows.empty())
        .set("rows", std::move(rows));
    return context.page("word/imports", std::move(view), "covenants", problem != nullptr ? 422 : 200);
}

} // namespace

http::Response show_word_imports(http::Request& request, Context& context)
{
    return form_page(context, covenant_named(request), query_of(request), nullptr);
}

http::Response hand_in_word(http::Request& request, Context& context)
{
    const auto id = covenant_named(request);
    const auto rounds = context.read(actions::list_rounds, id);
    if (!rounds)
        return context.refuse(rounds.error());
    auto wish = uploaded_file(request);
    if (!wish)
        return context.refuse(wish.error());
    const auto typed = http::read_multipart(request)->form;
    const RoundId round{number_from(typed.value("round")).value_or(0)};
    const auto chosen = std::ranges::find(rounds->rounds, round, [](const auto& summary) { return summary.round.id; });
    Problem problem = invalid("party", "word.no_party");
    if (chosen == rounds->rounds.end())
        problem = invalid("round", "word.no_round");
    else if (const auto party = number_from(typed.value("party")))
    {
        wish->covenant = id;
        wish->version = chosen->version.id;
        wish->round = round;
        wish->party = CovenantPartyId{*party};
        const auto handed_in = context.perform(actions::hand_in_word_file, *wish);
        if (handed_in)
            return http::see_other(import_path(id, *handed_in));
        problem = handed_in.error();
    }
    return form_page(context, id, typed, &problem);
}

} // namespace rondetafel::web::pages
