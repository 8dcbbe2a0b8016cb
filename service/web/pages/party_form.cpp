// SPDX-License-Identifier: EUPL-1.2
#include "parties.hpp"

#include "form_fields.hpp"
#include "meeting_parts.hpp"

#include "../problems.hpp"

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

constexpr std::size_t tags_max = 30;

http::Form form_of(const Organisation& organisation)
{
    std::string tags;
    for (const auto& tag : organisation.tags)
        tags += (tags.empty() ? "" : ", ") + tag;
    http::Fields fields{{"name", organisation.name},
                        {"place", organisation.place},
                        {"website", organisation.website},
                        {"tags", tags},
                        {"note", organisation.note},
                        {"revision", std::to_string(organisation.revision)}};
    for (const auto kind : organisation.kinds)
        fields.emplace_back("kinds", word(kind));
    for (const auto line : organisation.lines)
        fields.emplace_back("lines", std::to_string(line));
    return http::Form(std::move(fields));
}

std::vector<std::string> tags_from(const std::string& text)
{
    std::vector<std::string> tags;
    for (std::size_t at = 0; at <= text.size() && tags.size() < tags_max;)
    {
        const auto end = std::min(text.find(',', at), text.size());
        auto tag = trimmed(std::string_view(text).substr(at, end - at));
        if (!tag.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end())
            tags.push_back(std::move(tag));
        at = end + 1;
    }
    return tags;
}

Organisation organisation_from(const http::Form& form)
{
    Organisation organisation;
    organisation.name = trimmed(form.value("name"));
    organisation.place = trimmed(form.value("place"));
    organisation.website = trimmed(form.value("website"));
    organisation.note = trimmed(form.value("note"));
    organisation.tags = tags_from(form.value("tags"));
    // In the order of the words, each once, whatever the form repeats.
    const auto chosen = form.values("kinds");
    for (const auto& [kind, text] : Words<PartyKind>::all)
        if (std::find(chosen.begin(), chosen.end(), text) != chosen.end())
            organisation.kinds.push_back(kind);
    for (const auto& value : form.values("lines"))
        if (const auto line = number_from(value); line && *line < 1000)
            organisation.lines.push_back(static_cast<int>(*line));
    std::sort(organisation.lines.begin(), organisation.lines.end());
    organisation.lines.erase(std::unique(organisation.lines.begin(), organisation.lines.end()),
                             organisation.lines.end());
    organisation.revision =
        static_cast<int>(std::min(number_from(form.value("revision")).value_or(0), 1'000'000'000LL));
    return organisation;
}

http::Response form_page(Context& context, OrganisationId id, const std::vector<ProgrammeLine>& lines,
                         const http::Form& typed, const Problem* problem)
{
    View page;
    page.set("title", context.text(id ? "party_form.title" : "party_form.new_title")).set("guest", false);
    page.set("action", id ? party_path(id, "/wijzig") : "/partners").set("back", id ? party_path(id) : "/partners");
    add_problem(context, page, problem, {});
    Choices line_choices;
    for (const auto& line : lines)
        line_choices.emplace_back(std::to_string(line.number), std::to_string(line.number) + ", " + line.title);
    FormFields fields(context, typed, problem, "party_form");
    fields.line("name").checks("kinds", choices_of<PartyKind>(context, "party_kind"));
    if (!line_choices.empty())
        fields.checks("lines", line_choices, true);
    fields.line("place", true).line("website", true, "", "url").line("tags", true).area("note", true);
    page.set("fields", std::move(fields).views()).set("revision", typed.value("revision"));
    return context.page("parties/form", std::move(page), "parties", problem != nullptr ? 422 : 200);
}

http::Response with_lines(Context& context, OrganisationId id, const http::Form& typed, const Problem* problem)
{
    const auto lines = context.read(&actions::lines_to_choose, {});
    return lines ? form_page(context, id, *lines, typed, problem) : context.refuse(lines.error());
}

http::Response store(http::Request& request, Context& context, OrganisationId id, const char* notice)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    auto organisation = organisation_from(*form);
    organisation.id = id;
    const auto saved = context.perform(&actions::save_organisation, organisation);
    if (saved)
        return context.go(party_path(*saved), notice);
    const auto refused = saved.error();
    return refused.refusal == Refusal::invalid ? with_lines(context, id, *form, &refused) : context.refuse(refused);
}

} // namespace

http::Response new_party(http::Request&, Context& context) { return with_lines(context, {}, {}, nullptr); }

http::Response add_party(http::Request& request, Context& context)
{
    return store(request, context, {}, "party_added");
}

http::Response edit_party(http::Request& request, Context& context)
{
    const auto party = context.read(&actions::show_party, party_named(request));
    if (!party)
        return context.refuse(party.error());
    return form_page(context, party->organisation.id, party->lines, form_of(party->organisation), nullptr);
}

http::Response save_party(http::Request& request, Context& context)
{
    const auto party = context.read(&actions::show_party, party_named(request));
    if (!party)
        return context.refuse(party.error());
    return store(request, context, party->organisation.id, "party_saved");
}

http::Response archive_party(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const bool archive = form->value("doe") != "herstel";
    const auto done = context.perform(&actions::archive_organisation, {party_named(request), archive});
    if (!done)
        return context.refuse(done.error());
    return context.go(party_path(*done), archive ? "party_archived" : "party_restored");
}

} // namespace rondetafel::web::pages
