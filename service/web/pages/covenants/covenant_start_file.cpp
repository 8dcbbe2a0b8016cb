// SPDX-License-Identifier: EUPL-1.2
#include "word_imports.hpp"

#include "covenant_parts.hpp"

#include "../../problems.hpp"

#include <rondetafel/documents/covenant_file.hpp>
#include <rondetafel/documents/covenant_html.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

constexpr const char* form_path = "/convenanten/nieuw/bestand";

std::string import_path(WordImportId id) { return form_path + ('/' + std::to_string(id.value)); }

http::Response form_page(Context& context, const Problem* problem)
{
    View view;
    add_problem(context, view, problem, {"file"});
    view.set("title", context.text("word.start_title")).set("guest", false).set("action", form_path);
    return context.page("word/start", std::move(view), "covenants", problem != nullptr ? 422 : 200);
}

/// An import that starts a covenant and was read, with its text.
Result<documents::CovenantFile> file_of(const Context& context, const WordImport& import)
{
    return documents::read_covenant_file(import.understood, *context.site().installation->randomness);
}

} // namespace

http::Response new_covenant_file(http::Request&, Context& context) { return form_page(context, nullptr); }

http::Response hand_in_covenant_file(http::Request& request, Context& context)
{
    auto wish = uploaded_file(request);
    if (!wish)
        return context.refuse(wish.error());
    wish->purpose = ImportPurpose::start;
    const auto handed_in = context.perform(actions::hand_in_word_file, *wish);
    if (handed_in)
        return http::see_other(import_path(*handed_in));
    const auto problem = handed_in.error();
    return form_page(context, &problem);
}

http::Response show_covenant_file(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_word_import, word_import_named(request));
    if (!entry)
        return context.refuse(entry.error());
    const auto& import = entry->import;
    if (import.purpose != ImportPurpose::start)
        return context.refuse(not_found("word_import"));
    if (auto page = waiting_page(context, import, import_path(import.id), form_path))
        return std::move(*page);
    const auto file = file_of(context, import);
    if (!file)
    {
        const auto problem = file.error();
        return form_page(context, &problem);
    }
    std::vector<View> left_out;
    for (const auto& heading : file->left_out)
        left_out.push_back(View{}.set("text", heading));
    documents::HtmlSetting setting;
    setting.level = 3;
    View view;
    view.set("title", context.text("word.start_preview"))
        .set("errors", false)
        .set("guest", false)
        .set("name", import.file_name)
        .set("articles", context.count("word.start_articles", std::ranges::count_if(file->text.articles, [](const auto& article) {
                                           return article.kind == ArticleKind::article || article.kind == ArticleKind::definitions;
                                       })))
        .set("any_left_out", !left_out.empty())
        .set("left_out", std::move(left_out))
        .set("may_start", import.state == PressState::done)
        .set("action", import_path(import.id))
        .set("html", documents::covenant_html(file->text, setting));
    return context.page("word/start_preview", std::move(view), "covenants");
}

http::Response start_from_covenant_file(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_word_import, word_import_named(request));
    if (!entry)
        return context.refuse(entry.error());
    const auto& import = entry->import;
    if (import.purpose != ImportPurpose::start || import.state != PressState::done)
        return context.refuse(conflict(import.state == PressState::settled ? "word_import.settled" : "word.not_ready"));
    auto file = file_of(context, import);
    if (!file)
        return context.refuse(file.error());
    actions::StartCovenant wish;
    wish.title = file->text.title;
    wish.subject = CovenantSubject::other;
    wish.articles = std::move(file->text.articles);
    wish.subjects = std::move(file->subjects);
    const auto started = context.perform(actions::start_from_word_import, {import.id, std::move(wish)});
    return started ? context.go(covenant_path(*started), "covenant_started") : context.refuse(started.error());
}

} // namespace rondetafel::web::pages
