// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/templates/templates.hpp>

#include "view_data.hpp"

#include <stdexcept>

namespace rondetafel::templates
{

namespace
{

using kainjow::mustache::data;
using kainjow::mustache::mustache;

/// Finds values like kainjow's own context, but refuses a name that nobody set: a typo must not render as nothing.
class StrictContext : public kainjow::mustache::context<std::string>
{
public:
    StrictContext(const data* root, const std::string& name) : context(root), template_(name) {}

    const data* get(const std::string& name) const override
    {
        const auto* value = context::get(name);
        if (value == nullptr)
            throw std::logic_error("template " + template_ + " asks for " + name);
        return value;
    }

private:
    const std::string& template_;
};

/// What kainjow takes for a stream; a string stream would copy the page twice.
struct Appender
{
    std::string& page;
    Appender& operator<<(const std::string& piece)
    {
        page += piece;
        return *this;
    }
};

} // namespace

struct Templates::Parsed
{
    std::map<std::pair<Language, std::string>, mustache> templates;
};

Templates::Templates(std::shared_ptr<const Source> source)
    : source_(std::move(source)), parsed_(std::make_unique<Parsed>())
{
}

Templates::~Templates() = default;
Templates::Templates(Templates&&) noexcept = default;

std::string Templates::render(Language language, const std::string& name, const View& view)
{
    auto found = parsed_->templates.find({language, name});
    if (found == parsed_->templates.end())
    {
        mustache parsed{source_->text(language, name)};
        if (!parsed.is_valid())
            throw std::logic_error("template " + name + ": " + parsed.error_message());
        if (Source::is_plain(name))
            parsed.set_custom_escape([](const std::string& text) { return text; });
        else
            parsed.set_custom_escape([](const std::string& text) { return escape_html(text); });
        found = parsed_->templates.emplace(std::pair{language, name}, std::move(parsed)).first;
    }
    StrictContext context{&view.data().values.tree, name};
    std::string page;
    page.reserve(16 << 10);
    Appender appender{page};
    found->second.render(context, appender);
    return page;
}

std::string escape_html(std::string_view text)
{
    std::string escaped;
    escaped.reserve(text.size() + text.size() / 8);
    for (const char letter : text)
        switch (letter)
        {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        default:
            escaped += letter;
        }
    return escaped;
}

} // namespace rondetafel::templates
