// SPDX-License-Identifier: EUPL-1.2
#include "downloads.hpp"

#include "covenant_parts.hpp"

#include <rondetafel/actions/covenants.hpp>
#include <rondetafel/actions/versions.hpp>
#include <rondetafel/base/secrets.hpp>
#include <rondetafel/base/wording.hpp>
#include <rondetafel/documents/covenant_html.hpp>
#include <rondetafel/documents/press_work.hpp>
#include <rondetafel/documents/word_source.hpp>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

constexpr std::size_t short_hash = 12;

RenderingId rendering_named(const http::Request& request)
{
    return RenderingId{number_from(request.parameter("rendering")).value_or(0)};
}

std::string file_path(RenderingId id, const std::string& rest = {})
{
    return "/bestanden/" + std::to_string(id.value) + rest;
}

// "Versie 0.2, 3 juni 2024, vingerafdruk 3f2a9c0b1d4e". Part of a Dutch text, so always Dutch.
std::string imprint(const Version& version)
{
    return "Versie " + version.number() + ", " +
           long_date(day_of(to_local(version.issued_at, home_zone)), Language::nl) + ", vingerafdruk " +
           version.sha256.substr(0, short_hash);
}

std::string imprint(const std::optional<Version>& version)
{
    return version ? imprint(*version) : std::string("de tekst in bewerking");
}

std::string number_of(const std::optional<Version>& version) { return version ? version->number() : "werktekst"; }

std::string id_of(const std::optional<Version>& version)
{
    return version ? std::to_string(version->id.value) : "werk";
}

const char* type_of(RenderingFormat format)
{
    switch (format)
    {
    case RenderingFormat::pdf:
        return "application/pdf";
    case RenderingFormat::docx:
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case RenderingFormat::odt:
        return "application/vnd.oasis.opendocument.text";
    }
    return "application/octet-stream";
}

documents::HtmlSetting for_paper()
{
    documents::HtmlSetting setting;
    setting.level = 2;
    return setting;
}

std::string version_source(const actions::VersionView& entry, RenderingFormat format, const Office& office)
{
    const auto head = imprint(entry.version);
    if (format != RenderingFormat::pdf)
        return documents::word_source(entry.text, head);
    return documents::pdf_source({entry.text.title, head, office.name, Language::nl},
                                 documents::covenant_html(entry.text, for_paper()));
}

std::string comparison_source(const actions::TwoTexts& texts, RenderingFormat format, const Context& context)
{
    const auto comparison = compare(texts.before, texts.after);
    const auto head = "Vergelijking van " + imprint(texts.before_version) + " met " + imprint(texts.after_version);
    if (format != RenderingFormat::pdf)
        return documents::word_source(comparison, head, {context.office().name, texts.after_version ? texts.after_version->issued_at
                                                                                             : context.now()});
    return documents::pdf_source({texts.after.title, head, context.office().name, Language::nl},
                                 documents::comparison_html(comparison, for_paper()));
}

} // namespace

std::optional<RenderingFormat> format_in(const http::Request& request)
{
    const auto form = http::read_form(request);
    return form ? from_word<RenderingFormat>(form->value("format")) : std::nullopt;
}

std::string file_stem(std::string_view title, std::string_view rest)
{
    std::string stem;
    for (const char letter : title)
    {
        const bool capital = letter >= 'A' && letter <= 'Z';
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (plain || capital)
            stem += capital ? static_cast<char>(letter - 'A' + 'a') : letter;
        else if (!stem.empty() && stem.back() != '-' && (letter == ' ' || letter == '-'))
            stem += '-';
    }
    constexpr std::size_t stem_bytes_max = 60;
    return stem.substr(0, stem_bytes_max) + '-' + std::string(rest);
}

http::Response ask_for_file(Context& context, const actions::RequestRendering& wish)
{
    const auto asked = context.perform(actions::request_rendering, wish);
    return asked ? http::see_other(file_path(*asked)) : context.refuse(asked.error());
}

http::Response ask_version_file(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_version, {covenant_named(request), version_named(request)});
    if (!entry)
        return context.refuse(entry.error());
    const auto format = format_in(request);
    if (!format)
        return context.refuse(invalid("format", "form.invalid"));
    actions::RequestRendering wish;
    wish.subject = "version:" + std::to_string(entry->version.id.value);
    wish.format = *format;
    wish.file_name = file_stem(entry->text.title, entry->version.number()) + '.' + std::string(word(*format));
    wish.source = version_source(*entry, *format, context.office());
    return ask_for_file(context, wish);
}

http::Response ask_comparison_file(http::Request& request, Context& context)
{
    if (const auto covenant = context.read(actions::show_covenant, covenant_named(request)); !covenant)
        return context.refuse(covenant.error());
    const auto form = http::read_form(request);
    const auto format = format_in(request);
    if (!form || !format)
        return context.refuse(invalid("format", "form.invalid"));
    const auto version = [&](const char* field) -> std::optional<VersionId> {
        const auto value = form->value(field);
        return value == "werk" ? std::nullopt : std::optional(VersionId{number_from(value).value_or(0)});
    };
    const auto texts = context.read(actions::two_texts, {covenant_named(request), version("van"), version("naar")});
    if (!texts)
        return context.refuse(texts.error());
    actions::RequestRendering wish;
    wish.subject = "comparison:" + id_of(texts->before_version) + ':' + id_of(texts->after_version);
    wish.format = *format;
    wish.file_name = file_stem(texts->after.title, number_of(texts->before_version) + "-" +
                                                       number_of(texts->after_version)) +
                     '.' + std::string(word(*format));
    wish.source = comparison_source(*texts, *format, context);
    return ask_for_file(context, wish);
}

http::Response show_file(http::Request& request, Context& context)
{
    const auto rendering = context.read(actions::show_rendering, rendering_named(request));
    if (!rendering)
        return context.refuse(rendering.error());
    const bool done = rendering->state == PressState::done;
    const bool failed = rendering->state == PressState::failed;
    View view;
    view.set("title", context.text(done ? "word.file_ready" : failed ? "word.file_failed" : "word.file_coming"))
        .set("errors", false)
        .set("guest", false)
        .set("name", rendering->file_name)
        .set("done", done)
        .set("coming", !done && !failed)
        .set("here", file_path(rendering->id))
        .set("href", file_path(rendering->id, "/" + rendering->file_name))
        .optional("reason", failed ? context.problem_text(rendering->error) : "")
        .set("missing", !done && !documents::can_press(rendering->format));
    auto response = context.page("word/file", std::move(view), "covenants");
    if (!done && !failed)
        response.set_header("Refresh", "2");
    return response;
}

http::Response download_file(http::Request& request, Context& context)
{
    const auto rendering = context.read(actions::show_rendering, rendering_named(request));
    if (!rendering)
        return context.refuse(rendering.error());
    auto bytes = from_base64url(rendering->content);
    if (rendering->state != PressState::done || !bytes)
        return context.refuse(not_found("rendering"));
    http::Response response;
    response.content_type = type_of(rendering->format);
    response.body = std::move(*bytes);
    response.set_header("Content-Disposition", "attachment; filename=\"" + rendering->file_name + "\"");
    return response;
}

} // namespace rondetafel::web::pages
