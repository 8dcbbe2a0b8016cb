// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/word_reading.hpp>

#include "alike.hpp"
#include "article_lines.hpp"
#include "word_groups.hpp"

#include <algorithm>

namespace rondetafel::documents
{

namespace
{

using Role = ArticleLine::Role;

std::string without_blanks(std::string text)
{
    std::erase(text, ' ');
    return text;
}

/// Reads one group of paragraphs against the article of the version that it shows.
class GroupReading
{
public:
    GroupReading(const WordGroup& group, const CovenantText& version) : group_(group), lines_(expected(group, version))
    {
        std::vector<std::string> before, after;
        for (const auto& line : lines_)
            before.push_back(line.bare);
        for (const auto* paragraph : group.paragraphs)
            after.push_back(bare(*paragraph, paragraph->before()));
        known_ = align(before, after);
        // The heading is the heading, however it was rewritten.
        if (!lines_.empty() && !known_.empty() && lines_.front().role == Role::heading && !known_.front())
            known_.front() = 0;
    }

    std::set<std::string> authors() const
    {
        std::set<std::string> all;
        for (const auto* paragraph : group_.paragraphs)
            for (const auto& piece : paragraph->pieces)
                if (piece.change != Change::equal)
                    all.insert(piece.author);
        return all;
    }

    // Whether the file differs from the version where nothing was tracked.
    bool changed_untracked() const
    {
        std::vector<bool> used(lines_.size(), false);
        for (std::size_t at = 0; at < known_.size(); ++at)
        {
            const auto& paragraph = *group_.paragraphs[at];
            const auto before = paragraph.before();
            if (known_[at])
                used[*known_[at]] = true;
            if (known_[at] ? !same(paragraph, before, lines_[*known_[at]]) : !without_noise(before).empty())
                return true;
        }
        return std::ranges::find(used, false) != used.end();
    }

    // Whether somebody struck out everything there was.
    bool removed_by(const std::string& author) const
    {
        return std::ranges::all_of(group_.paragraphs, [&](const auto* paragraph) {
            return without_noise(text_of(paragraph->as_changed_by(author))).empty() || !has_before(*paragraph);
        }) && std::ranges::any_of(group_.paragraphs, [&](const auto* paragraph) { return paragraph->has_changes_of(author); });
    }

    /// The article with the changes of one author; an empty author means the changes that were not tracked.
    std::vector<ArticleLine> as_changed_by(const std::string& author) const
    {
        std::vector<ArticleLine> made;
        std::size_t next = 0;
        for (std::size_t at = 0; at < known_.size(); ++at)
        {
            const auto& paragraph = *group_.paragraphs[at];
            if (known_[at])
            {
                keep_until(made, *known_[at], next, author);
                next = *known_[at] + 1;
            }
            const auto pieces = paragraph.as_changed_by(author);
            const auto text = text_of(pieces);
            if (known_[at] && (author.empty() ? same(paragraph, text, lines_[*known_[at]]) : !paragraph.has_changes_of(author)))
                made.push_back(lines_[*known_[at]]);
            else if (!without_noise(text).empty() && (author.empty() || paragraph.has_changes_of(author)))
                made.push_back(converted(paragraph, pieces, known_[at], made));
        }
        keep_until(made, lines_.size(), next, author);
        return made;
    }

private:
    static std::vector<ArticleLine> expected(const WordGroup& group, const CovenantText& version)
    {
        return group.article ? lines_of(version, group.article) : std::vector<ArticleLine>();
    }

    static bool has_before(const WordParagraph& paragraph) { return !without_noise(paragraph.before()).empty(); }

    // What is gone without a trace is gone only in the reading of untracked changes.
    void keep_until(std::vector<ArticleLine>& made, std::size_t end, std::size_t from, const std::string& author) const
    {
        for (; from < end; ++from)
            if (!author.empty())
                made.push_back(lines_[from]);
    }

    static std::string bare(const WordParagraph& paragraph, const std::string& text)
    {
        const auto clean = without_noise(text);
        if (paragraph.table)
            return clean;
        return is_article_heading(clean) ? without_article_number(clean) : std::string(without_number(clean));
    }

    // Blanks do not count: pandoc moves those that stand at the edge of a tracked change.
    static bool same(const WordParagraph& paragraph, const std::string& text, const ArticleLine& line)
    {
        const auto clean = without_blanks(without_noise(text));
        return clean == without_blanks(line.words) || clean == without_blanks(line.bare) ||
               without_blanks(bare(paragraph, text)) == without_blanks(line.bare);
    }

    Role role_of(const WordParagraph& paragraph, const std::string& words, const std::vector<ArticleLine>& made) const
    {
        if (paragraph.table)
            return Role::table;
        if (made.empty() && &paragraph == group_.paragraphs.front() && group_.kind != ArticleKind::consideration)
            return Role::heading;
        if (made.empty() && group_.kind == ArticleKind::consideration)
            return Role::body;
        const auto previous = made.empty() ? Role::body : made.back().role;
        const auto marked = paragraph.list_mark.empty() ? words : paragraph.list_mark + words;
        const bool number = without_number(marked) != marked;
        const bool letter = number && marked[0] >= 'a' && marked[0] <= 'z';
        const bool bullet = number && !letter && (marked[0] < '0' || marked[0] > '9');
        const bool in_definitions = previous == Role::definition || group_.kind == ArticleKind::definitions;
        if (bullet)
            return in_definitions ? Role::definition : Role::bullet;
        if (letter || (!number && paragraph.style == "Convenantonderdeel"))
            return previous == Role::member || previous == Role::part || previous == Role::more_of_part ? Role::part
                                                                                                        : Role::own_part;
        if (in_definitions && words.find(": ") != std::string::npos)
            return Role::definition;
        if (number || paragraph.style == "Convenantlid")
            return Role::member;
        if (previous == Role::member || previous == Role::more_of_member || previous == Role::own_part)
            return Role::more_of_member;
        return previous == Role::part || previous == Role::more_of_part ? Role::more_of_part : Role::body;
    }

    // A line that somebody wrote or rewrote, as Markdown; citations that still stand there become references again.
    ArticleLine converted(const WordParagraph& paragraph, const std::vector<WordPiece>& pieces,
                          std::optional<std::size_t> known, const std::vector<ArticleLine>& made) const
    {
        const auto words = without_noise(text_of(pieces));
        ArticleLine line;
        line.role = known ? lines_[*known].role : role_of(paragraph, words, made);
        if (line.role == Role::heading)
            line.markdown = without_article_number(words);
        else if (line.role == Role::table)
            line.markdown = text_of(pieces);
        else if (line.role == Role::definition)
            line.markdown = without_number(words);
        else
        {
            const auto markdown = without_noise(markdown_of(pieces));
            line.markdown = without_number(markdown);
        }
        if (known)
            for (const auto& [citation, id] : lines_[*known].references)
                if (const auto at = line.markdown.find(without_noise(citation)); at != std::string::npos)
                    line.markdown.replace(at, without_noise(citation).size(), '{' + id.value + '}');
        return line;
    }

    const WordGroup& group_;
    std::vector<ArticleLine> lines_;
    std::vector<std::optional<std::size_t>> known_;
};

/// Reads a whole file.
class ReactionReading
{
public:
    ReactionReading(const WordText& word, const CovenantText& version, Randomness& randomness)
        : word_(word), version_(version), randomness_(randomness), groups_(group(word, version))
    {
    }

    UnderstoodReaction run()
    {
        for (const auto* paragraph : groups_.loose)
            not_understood(*paragraph);
        for (const auto& one : groups_.groups)
        {
            if (one.article && !one.again)
                ++reaction_.articles_found;
            one.article && !one.again ? known_article(one) : new_article(one);
            add_comments(one);
        }
        not_understood(word_.further_comments);
        return std::move(reaction_);
    }

private:
    void not_understood(const WordParagraph& paragraph)
    {
        if (auto words = without_noise(paragraph.all()); !words.empty())
            reaction_.not_understood.push_back(std::move(words));
        not_understood(paragraph.comments);
    }

    void not_understood(const std::vector<WordComment>& comments)
    {
        for (const auto& comment : comments)
            reaction_.not_understood.push_back(comment.author + ": " + comment.text);
    }

    void known_article(const WordGroup& one)
    {
        const GroupReading reading(one, version_);
        auto authors = reading.authors();
        if (reading.changed_untracked())
            authors.insert("");
        for (const auto& author : authors)
        {
            if (!author.empty() && reading.removed_by(author))
                removed(one, author);
            else
                changed(one, reading.as_changed_by(author), author);
        }
    }

    // Struck out here and put in elsewhere is a move.
    void removed(const WordGroup& one, const std::string& author)
    {
        auto& remark = add(RemarkKind::amendment, one.article, author);
        remark.amendment.deed = AmendmentDeed::remove;
        for (const auto& other : groups_.groups)
            if (other.again && other.article == one.article)
            {
                remark.amendment.deed = AmendmentDeed::move;
                remark.amendment.place = other.previous;
            }
    }

    UnderstoodRemark& add(RemarkKind kind, const ArticleId& article, const std::string& author)
    {
        auto& remark = reaction_.remarks.emplace_back();
        remark.kind = kind;
        remark.author = author;
        remark.amendment.article = article;
        if (kind == RemarkKind::amendment && article)
            remark.amendment.base_sha256 = branch_sha256(version_, article);
        return remark;
    }

    void changed(const WordGroup& one, const std::vector<ArticleLine>& lines, const std::string& author)
    {
        const auto* article = find_article(version_, one.article);
        const bool headed = !lines.empty() && lines.front().role == Role::heading;
        const auto heading = headed ? lines.front().markdown : article->heading;
        const auto read = read_article(version_, *article, heading, typed(lines), randomness_);
        if (!read)
            return could_not_read(lines);
        auto with = version_;
        replace_branch(with, *read);
        auto text = source_text(with, one.article);
        if (read->front().heading == article->heading &&
            without_noise(text) == without_noise(source_text(version_, one.article)))
            return;
        auto& remark = add(RemarkKind::amendment, one.article, author);
        remark.amendment.heading = read->front().heading;
        remark.amendment.text = std::move(text);
    }

    void could_not_read(const std::vector<ArticleLine>& lines)
    {
        reaction_.not_understood.push_back(without_noise(typed(lines)));
    }

    void new_article(const WordGroup& one)
    {
        if (one.again)
            return; // the second place of a moved article; what else stands twice is no proposal
        const GroupReading reading(one, version_);
        auto authors = reading.authors();
        const auto author = authors.empty() ? std::string() : *authors.begin();
        const auto lines = reading.as_changed_by(author);
        const bool headed = !lines.empty() && lines.front().role == Role::heading;
        Article article;
        article.id = new_article_id(randomness_);
        article.kind = one.kind;
        auto with = version_;
        with.articles.push_back(article);
        const auto read = read_article(with, article, headed ? lines.front().markdown : "", typed(lines), randomness_);
        if (!read)
            return could_not_read(lines);
        replace_branch(with, *read);
        auto& remark = add(RemarkKind::amendment, one.previous, author);
        remark.amendment.deed = AmendmentDeed::insert;
        remark.amendment.kind = one.kind;
        remark.amendment.inserted = article.id;
        remark.amendment.base_sha256.clear();
        remark.amendment.heading = read->front().heading;
        remark.amendment.text = source_text(with, article.id);
    }

    void add_comments(const WordGroup& one)
    {
        for (const auto* paragraph : one.paragraphs)
            for (const auto& comment : paragraph->comments)
            {
                if (comment.text.empty())
                    continue;
                auto& remark = add(RemarkKind::comment, one.article ? one.article : one.previous, comment.author);
                remark.comment = comment.text;
                remark.quote = comment.quote;
                remark.prefix = comment.prefix;
                remark.suffix = comment.suffix;
            }
    }

    const WordText& word_;
    const CovenantText& version_;
    Randomness& randomness_;
    WordGroups groups_;
    UnderstoodReaction reaction_;
};

} // namespace

Result<UnderstoodReaction> read_reaction(std::string_view pandoc_json, const CovenantText& version, Randomness& randomness)
{
    const auto word = read_word_paragraphs(pandoc_json);
    if (!word)
        return word.error();
    return ReactionReading(*word, version, randomness).run();
}

} // namespace rondetafel::documents
