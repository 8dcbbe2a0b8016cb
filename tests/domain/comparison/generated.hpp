// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/covenants.hpp>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace rondetafel
{

/// Randomness from a seed, so that a failing case can be repeated.
class Seeded : public Randomness
{
public:
    explicit Seeded(unsigned seed) : engine_(seed) {}

    std::string bytes(std::size_t count) override;
    /// From 0 up to and including `last`.
    std::size_t up_to(std::size_t last) { return last == 0 ? 0 : engine_() % (last + 1); }
    bool once_in(std::size_t times) { return up_to(times - 1) == 0; }

private:
    std::mt19937_64 engine_;
};

/// Covenants of invented Dutch words, and what people do to them. Each paragraph is one line.
class Generated
{
public:
    explicit Generated(unsigned seed) : random(seed) {}

    CovenantText covenant();
    std::string word();
    std::string sentence();
    std::string paragraph();
    Article first_level(ArticleKind kind);

    /// One of all that may happen to a text, or several.
    void change(CovenantText& text);

    void change_words(std::string& text, std::size_t times);
    void change_words_somewhere(CovenantText& text);
    void change_noise(CovenantText& text);
    /// Puts a first-level article with all in it elsewhere; gives its id, or none when there is no other
    /// place.
    ArticleId move_first_level(CovenantText& text);
    void move_member(CovenantText& text);
    void insert_first_level(CovenantText& text);
    void remove_first_level(CovenantText& text);
    void split_article(CovenantText& text);
    void join_articles(CovenantText& text);
    void duplicate_article(CovenantText& text);
    void rewrite_paragraph(CovenantText& text);
    void change_parties(CovenantText& text);
    /// As after an import: the same text, all ids new.
    void lose_ids(CovenantText& text);

    Seeded random;

private:
    void add_inside(CovenantText& text, const Article& article);
};

/// The places of the articles on the first level.
std::vector<std::size_t> first_level_places(const CovenantText& text);
/// All words of a covenant, one paragraph a line.
std::string written_out(const CovenantText& text);
/// What is left when noise is taken away, by a rule of this test's own.
std::string without_noise(std::string_view text);

} // namespace rondetafel
