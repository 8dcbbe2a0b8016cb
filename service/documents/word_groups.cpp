// SPDX-License-Identifier: EUPL-1.2
#include "word_groups.hpp"

#include "alike.hpp"
#include "article_lines.hpp"

#include <rondetafel/domain/fields.hpp>

#include <map>
#include <set>

namespace rondetafel::documents
{

namespace
{

// How many bytes "Artikel 3a." or "Bijlage 1:" take at the start; none when the text begins otherwise.
std::size_t heading_number(std::string_view text)
{
    const auto small = in_small_letters(text.substr(0, 8));
    if (!small.starts_with("artikel ") && !small.starts_with("bijlage "))
        return 0;
    std::size_t end = 8;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
        ++end;
    if (end == 8)
        return 0;
    if (end < text.size() && text[end] >= 'a' && text[end] <= 'z' && (end + 1 == text.size() || text[end + 1] == ' '))
        ++end;
    if (end < text.size() && (text[end] == '.' || text[end] == ':'))
        ++end;
    return end == text.size() || text[end] == ' ' ? end : 0;
}

/// Walks through the file with the version beside it.
class Grouping
{
public:
    Grouping(const WordText& word, const CovenantText& version) : word_(word), version_(version)
    {
        for (const auto& piece : outline_of(version))
            note(piece);
    }

    WordGroups run()
    {
        for (const auto& paragraph : word_.paragraphs)
            place(paragraph);
        return std::move(result_);
    }

private:
    static std::string words_of(const Piece& piece)
    {
        std::string words = piece.number.empty() ? "" : piece.number + ' ';
        for (const auto& span : piece.words)
            words += span.text;
        for (const auto& block : piece.blocks)
            for (const auto& span : block.spans)
                words += span.text;
        return words;
    }

    void note(const Piece& piece)
    {
        const auto words = words_of(piece);
        const auto* article = find_article(version_, piece.article);
        if (article == nullptr)
        {
            frame_.insert(key_of(words));
            frame_.insert(key_of(without_number(words)));
        }
        else if (!article->parent && piece.kind != Piece::Kind::body)
        {
            by_text_.emplace(key_of(words), article->id);
            if (article->kind == ArticleKind::consideration)
                by_text_.emplace(key_of(without_number(words)), article->id);
            else if (!article->heading.empty())
                by_heading_.emplace(key_of(article->heading), article->id);
        }
    }

    // As a key: blanks move when words next to them are tracked.
    static std::string key_of(std::string_view text)
    {
        auto key = without_noise(text);
        std::erase(key, ' ');
        return key;
    }

    const Article* known(const WordParagraph& paragraph) const
    {
        if (!paragraph.article.empty())
            if (const auto* article = find_article(version_, ArticleId{paragraph.article}); article && !article->parent)
                return article;
        for (const auto& text : {paragraph.before(), paragraph.all()})
        {
            const auto clean = without_noise(text);
            if (const auto found = by_text_.find(key_of(clean)); found != by_text_.end())
                return find_article(version_, found->second);
            if (const auto found = by_text_.find(key_of(without_number(clean))); found != by_text_.end())
                return find_article(version_, found->second);
            if (!paragraph.heading && heading_number(clean) == 0)
                continue;
            if (const auto found = by_heading_.find(key_of(without_article_number(clean))); found != by_heading_.end())
                return find_article(version_, found->second);
        }
        return nullptr;
    }

    bool is_frame(const WordParagraph& paragraph) const
    {
        const auto clean = without_noise(paragraph.before());
        return frame_.contains(key_of(clean)) || frame_.contains(key_of(without_number(clean)));
    }

    void place(const WordParagraph& paragraph)
    {
        const auto all = without_noise(paragraph.all());
        if (all.empty() && paragraph.comments.empty())
            return;
        if (const auto* article = known(paragraph))
            return open(*article, paragraph);
        if (is_frame(paragraph))
        {
            inside_ = false;
            return;
        }
        if (heading_number(all) > 0)
            return open_new(in_small_letters(all.substr(0, 7)) == "bijlage" ? ArticleKind::annex : ArticleKind::article,
                            paragraph);
        if (inside_ && result_.groups.back().kind == ArticleKind::consideration)
            return open_new(ArticleKind::consideration, paragraph);
        if (inside_)
            result_.groups.back().paragraphs.push_back(&paragraph);
        else
            result_.loose.push_back(&paragraph);
    }

    void open(const Article& article, const WordParagraph& paragraph)
    {
        WordGroup group;
        group.article = article.id;
        group.kind = article.kind;
        group.again = !seen_.insert(article.id).second;
        begin(std::move(group), paragraph);
        previous_ = article.id;
    }

    void open_new(ArticleKind kind, const WordParagraph& paragraph)
    {
        WordGroup group;
        group.kind = kind;
        begin(std::move(group), paragraph);
    }

    void begin(WordGroup group, const WordParagraph& paragraph)
    {
        group.previous = previous_;
        group.paragraphs.push_back(&paragraph);
        result_.groups.push_back(std::move(group));
        inside_ = true;
    }

    const WordText& word_;
    const CovenantText& version_;
    std::set<std::string> frame_;
    std::map<std::string, ArticleId> by_text_;
    std::map<std::string, ArticleId> by_heading_;
    std::set<ArticleId> seen_;
    ArticleId previous_;
    bool inside_ = false;
    WordGroups result_;
};

} // namespace

WordGroups group(const WordText& word, const CovenantText& version) { return Grouping(word, version).run(); }

bool is_article_heading(std::string_view text) { return heading_number(text) > 0; }

std::string without_article_number(std::string_view text)
{
    text.remove_prefix(heading_number(text));
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string() : std::string(text.substr(first));
}

} // namespace rondetafel::documents
