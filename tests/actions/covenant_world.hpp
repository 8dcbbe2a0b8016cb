// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "actions/world.hpp"
#include "storage/given.hpp"

#include <rondetafel/actions/articles.hpp>
#include <rondetafel/actions/covenants.hpp>

namespace rondetafel::actions
{

/// A covenant with a consideration, two articles (the first with two members) and an annex.
class CovenantWorld : public World
{
protected:
    void SetUp() override
    {
        World::SetUp();
        if (HasFatalFailure())
            return;
        articles_ = {piece('c', ArticleKind::consideration, "", "Partijen werken samen."),
                     piece('a', ArticleKind::article, "Registratie", ""),
                     inside('m', 'a', "De werkgever helpt iedere arbeidsmigrant bij de inschrijving."),
                     inside('n', 'a', "De gemeente schrijft hem in binnen vier weken."),
                     piece('b', ArticleKind::article, "Doel", "Zie {aaaaaaaaaaaa}."),
                     piece('x', ArticleKind::annex, "Normen", "De normen bij artikel 1 staan hier.")};
        StartCovenant wish;
        wish.title = "Convenant goed werkgeverschap";
        wish.articles = articles_;
        wish.subjects = {{first(), "registration", 3}};
        covenant_ = perform(start_covenant, wish).value();
    }

    static ArticleId id(char letter) { return ArticleId{std::string(12, letter)}; }
    static ArticleId first() { return id('a'); }
    static ArticleId second() { return id('b'); }

    CovenantView view() { return perform(show_covenant, covenant_).value(); }
    ArticleView article(const ArticleId& id) { return perform(show_article, {covenant_, id}).value(); }

    /// What somebody who just opened the editor would send with these words.
    TypedArticle typed(const ArticleId& id, const std::string& body)
    {
        const auto shown = article(id);
        return {covenant_, id, shown.draft.revision, shown.draft.article().heading, body};
    }
    void save(const ArticleId& id, const std::string& body)
    {
        ASSERT_TRUE(perform(save_article, typed(id, body)));
    }
    std::string words(const ArticleId& id) { return edited_text(view().text, id); }
    std::string order()
    {
        std::string letters;
        for (const auto& draft : view().articles)
            letters += draft.id().value.front();
        return letters;
    }

    CovenantId covenant_;
    std::vector<Article> articles_;

private:
    static Article piece(char letter, ArticleKind kind, const std::string& heading, const std::string& body)
    {
        return {id(letter), {}, kind, heading, body};
    }
    static Article inside(char letter, char parent, const std::string& body)
    {
        return {id(letter), id(parent), ArticleKind::member, {}, body};
    }
};

} // namespace rondetafel::actions
