// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/covenant_file.hpp>

#include <rondetafel/base/trimmed.hpp>
#include <rondetafel/domain/fields.hpp>

#include <algorithm>
#include <array>

namespace rondetafel::documents
{

namespace
{

/// One heading with the lines under it.
struct Section
{
    std::string heading;
    std::string body;
    int line = 0;
};

struct Sections
{
    std::string title;
    std::vector<Section> all;
};

Sections sections_of(std::string_view markdown)
{
    Sections sections;
    int number = 0;
    for (std::size_t from = 0; from < markdown.size();)
    {
        const auto end = std::min(markdown.find('\n', from), markdown.size());
        const auto line = markdown.substr(from, end - from);
        from = end + 1;
        ++number;
        if (line.starts_with("# ") && sections.title.empty())
            sections.title = trimmed(line.substr(2));
        else if (line.starts_with("## ") || line.starts_with("# "))
            sections.all.push_back({trimmed(line.substr(line.find(' '))), {}, number});
        else if (!sections.all.empty())
            sections.all.back().body.append(line).append("\n");
    }
    return sections;
}

// Cuts "{topic=… starting-point=…}" off the end.
ArticleSubject take_subject(std::string& text)
{
    ArticleSubject subject;
    const auto open = text.rfind('{');
    if (open == std::string::npos || !text.ends_with('}') || text.find('=', open) == std::string::npos)
        return subject;
    const auto inside = text.substr(open + 1, text.size() - open - 2);
    const auto value = [&](const std::string& name)
    {
        const auto at = inside.find(name + '=');
        return at == std::string::npos
                   ? std::string()
                   : inside.substr(at + name.size() + 1, inside.find(' ', at) - at - name.size() - 1);
    };
    subject.topic = value("topic").substr(0, 40);
    const auto point = value("starting-point");
    if (point.size() == 1 && point[0] >= '1' && point[0] <= '6')
        subject.starting_point = point[0] - '0';
    text = trimmed(std::string_view(text).substr(0, open));
    return subject;
}

// "Artikel 12a. Doel" without its word and number: "Doel".
std::string without_number(std::string_view heading, std::string_view word)
{
    heading.remove_prefix(std::min(word.size(), heading.size()));
    auto rest = trimmed(heading);
    const auto blank = std::min(rest.find(' '), rest.size());
    if (blank > 0 && rest[0] >= '0' && rest[0] <= '9')
        rest = trimmed(std::string_view(rest).substr(blank));
    rest.erase(0, std::min(rest.find_first_not_of(".:- "), rest.size()));
    return rest;
}

bool names_definitions(std::string_view small_heading)
{
    constexpr std::array names{"begrip", "definities"};
    return std::any_of(names.begin(), names.end(),
                       [&](const char* name) { return small_heading.find(name) != std::string_view::npos; });
}

/// Builds the text in two rounds: first every article with its place, so that a reference may point forward.
class Building
{
public:
    explicit Building(Randomness& randomness) : randomness_(randomness) {}

    void add(Section section)
    {
        auto subject = take_subject(section.heading);
        const auto small = in_small_letters(section.heading);
        if (small.starts_with("overweging"))
            add_considerations(section);
        else if (small.starts_with("bijlage"))
            add_article(ArticleKind::annex, without_number(section.heading, "bijlage"), section, subject);
        else if (small.starts_with("artikel"))
            add_article(names_definitions(small) ? ArticleKind::definitions : ArticleKind::article,
                        without_number(section.heading, "artikel"), section, subject);
        else
            file_.left_out.push_back(section.heading);
    }

    Result<CovenantFile> finish(std::string title)
    {
        file_.text.title = std::move(title);
        // The second time, references to members are found too.
        for (const bool last : {false, true})
            for (const auto& typed : typed_)
                if (auto read = read_one(typed, last); !read)
                    return read.error();
        return std::move(file_);
    }

private:
    struct Typed
    {
        ArticleId id;
        std::string heading;
        std::string body;
        int line;
    };

    void add_article(ArticleKind kind, const std::string& heading, const Section& section,
                     ArticleSubject subject)
    {
        Article article;
        article.id = new_article_id(randomness_);
        article.kind = kind;
        article.heading = heading;
        file_.text.articles.push_back(article);
        subject.article = article.id;
        file_.subjects.push_back(subject);
        typed_.push_back({article.id, heading, section.body, section.line});
    }

    void add_considerations(const Section& section)
    {
        for (std::size_t from = 0; from < section.body.size();)
        {
            const auto next = std::min(section.body.find("\n- ", from), section.body.size());
            auto item = trimmed(std::string_view(section.body).substr(from, next - from));
            from = next + 1;
            if (item.starts_with("- "))
                item = trimmed(std::string_view(item).substr(2));
            if (item.empty())
                continue;
            const auto subject = take_subject(item);
            add_article(ArticleKind::consideration, {}, {{}, item, section.line}, subject);
        }
    }

    Result<Done> read_one(const Typed& typed, bool last)
    {
        auto body = typed.body;
        if (!last)
            std::replace(body.begin(), body.end(), '[', '('); // references may not be there yet
        const auto read =
            read_article(file_.text, *find_article(file_.text, typed.id), typed.heading, body, randomness_);
        if (!read)
        {
            auto problem = read.error();
            for (auto& field : problem.fields)
                field.arguments.emplace_back("line", std::to_string(typed.line));
            return problem;
        }
        replace_branch(file_.text, *read);
        return Done{};
    }

    Randomness& randomness_;
    CovenantFile file_;
    std::vector<Typed> typed_;
};

} // namespace

Result<CovenantFile> read_covenant_file(std::string_view markdown, Randomness& randomness)
{
    auto sections = sections_of(markdown);
    if (sections.title.empty())
        return invalid("file", "covenant_file.no_title");
    Building building(randomness);
    for (auto& section : sections.all)
        building.add(std::move(section));
    auto file = building.finish(std::move(sections.title));
    if (file && file->text.articles.empty())
        return invalid("file", "covenant_file.no_articles");
    return file;
}

} // namespace rondetafel::documents
