// SPDX-License-Identifier: EUPL-1.2
#include "../comparison/generated.hpp"

#include <rondetafel/domain/amendments.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace rondetafel
{

namespace
{

constexpr unsigned cases = 1'000;

std::vector<ArticleId> first_level_ids(const CovenantText& text)
{
    std::vector<ArticleId> ids;
    for (const auto place : first_level_places(text))
        ids.push_back(text.articles[place].id);
    return ids;
}

/// Words that can be changed one by one: where each begins and ends in a body.
struct Spot
{
    std::size_t begin, end;
};

std::vector<Spot> spots_in(const std::string& body)
{
    std::vector<Spot> spots;
    for (std::size_t at = 0; at < body.size();)
    {
        const auto end = std::min(body.find_first_of(" \n", at), body.size());
        if (end > at && at > 0 && body[at - 1] == ' ' &&
            std::all_of(body.begin() + static_cast<std::ptrdiff_t>(at),
                        body.begin() + static_cast<std::ptrdiff_t>(end),
                        [](unsigned char letter) { return std::isalpha(letter) != 0; }))
            spots.push_back({at, end});
        at = end + 1;
    }
    return spots;
}

/// A known way from an old to a new text, cut into amendments: one for each word that changed, and for each
/// article that is new, gone or elsewhere.
class Cut
{
public:
    explicit Cut(unsigned seed) : generated_(seed), before(generated_.covenant()), after(before)
    {
        for (const auto& id : first_level_ids(before))
            if (generated_.random.once_in(8))
                remove(id);
            else if (generated_.random.once_in(2))
                change_words(id);
        const auto unmoved = after;
        moved_ = generated_.move_first_level(after);
        auto known = after;
        if (generated_.random.once_in(2))
            generated_.insert_first_level(after);
        if (!kinds_in_order())
            after = known = unmoved;
        amend_places(known);
    }

private:
    Generated generated_;

public:
    CovenantText before;
    CovenantText after;
    std::vector<Amendment> amendments;

private:
    Amendment amendment(AmendmentDeed deed, const ArticleId& article)
    {
        return {{static_cast<long long>(amendments.size() + 1)},
                deed,
                article,
                {},
                {},
                ArticleKind::article,
                branch_sha256(before, article),
                {},
                {}};
    }

    // An amendment can put an article first of its kind, but no annex before the first article.
    bool kinds_in_order() const
    {
        const auto rank = [](const Article& one) {
            return one.kind == ArticleKind::consideration ? 0 : one.kind == ArticleKind::annex ? 2 : 1;
        };
        const auto places = first_level_places(after);
        for (std::size_t at = 1; at < std::min<std::size_t>(places.size(), 3); ++at)
            if (rank(after.articles[places[at - 1]]) > rank(after.articles[places[at]]))
                return false;
        return true;
    }

    void remove(const ArticleId& id)
    {
        std::set<ArticleId> gone{id};
        std::erase_if(after.articles, [&](const Article& one) {
            if (one.parent && gone.contains(*one.parent))
                gone.insert(one.id);
            return gone.contains(one.id);
        });
        amendments.push_back(amendment(AmendmentDeed::remove, id));
    }

    void change_words(const ArticleId& id)
    {
        for (const auto& piece : branch(before, id))
        {
            const auto spots = spots_in(piece.body);
            std::size_t still_near = 0;
            auto& changed = *std::find_if(after.articles.begin(), after.articles.end(),
                                          [&](const Article& one) { return one.id == piece.id; });
            // From the back to the front, so that places stay what they are.
            for (auto at = spots.size(); at-- > 0;)
            {
                if (still_near > 0)
                    --still_near;
                else if (generated_.random.once_in(6))
                {
                    change_word(id, piece, changed, spots[at]);
                    still_near = 3;
                }
            }
        }
    }

    void change_word(const ArticleId& id, const Article& piece, Article& changed, const Spot& spot)
    {
        const auto fresh = "nieuw" + std::to_string(amendments.size());
        const auto deed = generated_.random.up_to(2);
        const auto apply = [&](std::string& body) {
            if (deed == 0)
                body.replace(spot.begin, spot.end - spot.begin, fresh);
            else if (deed == 1)
                body.insert(spot.begin, fresh + ' ');
            else
                body.erase(spot.begin - 1, spot.end - spot.begin + 1);
        };
        auto alone = before;
        apply(std::find_if(alone.articles.begin(), alone.articles.end(), [&](const Article& one) {
                  return one.id == piece.id;
              })->body);
        apply(changed.body);
        auto made = amendment(AmendmentDeed::change, id);
        made.heading = find_article(before, id)->heading;
        made.text = source_text(alone, id);
        amendments.push_back(std::move(made));
    }

    void amend_places(const CovenantText& known)
    {
        const auto ids = first_level_ids(after);
        for (std::size_t at = 0; at < ids.size(); ++at)
        {
            const auto place = at == 0 ? ArticleId{} : ids[at - 1];
            if (find_article(known, ids[at]) == nullptr)
            {
                auto made = amendment(AmendmentDeed::insert, place);
                made.inserted = ids[at];
                made.kind = find_article(after, ids[at])->kind;
                made.heading = find_article(after, ids[at])->heading;
                made.text = source_text(after, ids[at]);
                amendments.push_back(std::move(made));
            }
            else if (ids[at] == moved_)
            {
                auto made = amendment(AmendmentDeed::move, ids[at]);
                made.place = place;
                amendments.push_back(std::move(made));
            }
        }
    }

    ArticleId moved_;
};

void expect_each_once(const Merged& merged, const std::vector<Amendment>& accepted, unsigned seed)
{
    std::multiset<RemarkId> reported(merged.applied.begin(), merged.applied.end());
    reported.insert(merged.stale.begin(), merged.stale.end());
    reported.insert(merged.unreadable.begin(), merged.unreadable.end());
    for (const auto& overlap : merged.overlaps)
        reported.insert(overlap.amendments.begin(), overlap.amendments.end());
    for (const auto& amendment : accepted)
        EXPECT_EQ(reported.count(amendment.id), 1U)
            << "seed " << seed << ", amendment " << amendment.id.value;
}

TEST(MergingAmendmentsCutFromAKnownChange, GivesTheNewTextAgain)
{
    std::size_t applied = 0;
    for (unsigned seed = 1; seed <= cases; ++seed)
    {
        const Cut cut(seed);
        Seeded randomness(seed + cases); // not the names that were given out already
        const auto merged = merge(cut.before, cut.amendments, {}, randomness);
        EXPECT_TRUE(merged.overlaps.empty()) << "seed " << seed;
        EXPECT_EQ(merged.applied.size(), cut.amendments.size()) << "seed " << seed;
        ASSERT_EQ(first_level_ids(merged.text), first_level_ids(cut.after)) << "seed " << seed;
        for (const auto& id : first_level_ids(cut.after))
            ASSERT_EQ(source_text(merged.text, id), source_text(cut.after, id)) << "seed " << seed;
        for (const auto& article : cut.before.articles)
            EXPECT_EQ(find_article(merged.text, article.id) == nullptr,
                      find_article(cut.after, article.id) == nullptr)
                << "seed " << seed << ": every piece keeps its name";
        expect_each_once(merged, cut.amendments, seed);
        applied += merged.applied.size();
    }
    EXPECT_GT(applied, cases);
}

/// Words [begin, end) of "w0 w1 …" become `with`; begin == end inserts.
struct Change
{
    std::size_t begin, end;
    std::string with;
};

bool collide(const Change& one, const Change& other)
{
    const bool same = one.begin == other.begin && one.end == other.end && one.with == other.with;
    return !same && one.begin <= other.end && other.begin <= one.end;
}

std::string with_changes(std::size_t words, std::vector<Change> changes)
{
    std::sort(changes.begin(), changes.end(),
              [](const Change& one, const Change& other) { return one.begin < other.begin; });
    std::string text;
    const auto add = [&text](const std::string& word) {
        text += (text.empty() || word.empty() ? "" : " ") + word;
    };
    std::size_t at = 0;
    for (const auto& change : changes)
    {
        for (; at < change.begin; ++at)
            add("w" + std::to_string(at));
        add(change.with);
        at = change.end;
    }
    for (; at < words; ++at)
        add("w" + std::to_string(at));
    return text;
}

constexpr std::size_t words_in_article = 40;

std::vector<Change> some_changes(Seeded& random)
{
    constexpr std::array<const char*, 3> fresh{"", "nieuw", "nog iets nieuws"};
    std::vector<Change> changes;
    for (auto left = 1 + random.up_to(1); left > 0; --left)
    {
        const auto begin = random.up_to(words_in_article - 4);
        Change change{begin, begin + random.up_to(3), fresh[random.up_to(2)]};
        if (change.begin == change.end && change.with.empty())
            change.with = "tussen";
        if (std::none_of(changes.begin(), changes.end(), [&](const Change& one) {
                return collide(one, change) || one.begin == change.begin;
            }))
            changes.push_back(change);
    }
    return changes;
}

TEST(MergingAnyAmendments, ReportsEveryOverlapAndNoOther)
{
    std::size_t overlapping = 0;
    for (unsigned seed = 1; seed <= cases; ++seed)
    {
        Seeded random(seed);
        CovenantText text;
        text.articles.push_back({new_article_id(random), std::nullopt, ArticleKind::article, "Kop",
                                 with_changes(words_in_article, {})});
        const auto id = text.articles.front().id;
        std::vector<std::vector<Change>> all;
        std::vector<Amendment> amendments;
        for (long long number = 1; number <= 2 + static_cast<long long>(random.up_to(2)); ++number)
        {
            all.push_back(some_changes(random));
            amendments.push_back({{number},
                                  AmendmentDeed::change,
                                  id,
                                  {},
                                  {},
                                  ArticleKind::article,
                                  branch_sha256(text, id),
                                  "Kop",
                                  with_changes(words_in_article, all.back())});
        }
        bool expected = false;
        std::vector<Change> together;
        for (std::size_t one = 0; one < all.size(); ++one)
            for (const auto& change : all[one])
            {
                for (std::size_t other = 0; other < one; ++other)
                    expected =
                        expected || std::any_of(all[other].begin(), all[other].end(),
                                                [&](const Change& old) { return collide(old, change); });
                if (std::none_of(together.begin(), together.end(), [&](const Change& old) {
                        return old.begin == change.begin && old.end == change.end;
                    }))
                    together.push_back(change);
            }
        const auto merged = merge(text, amendments, {}, random);
        EXPECT_EQ(merged.overlaps.size(), expected ? 1U : 0U) << "seed " << seed;
        EXPECT_EQ(merged.text.articles.front().body,
                  with_changes(words_in_article, expected ? std::vector<Change>{} : together))
            << "seed " << seed;
        expect_each_once(merged, amendments, seed);
        overlapping += expected ? 1 : 0;
    }
    EXPECT_GT(overlapping, cases / 5);
    EXPECT_LT(overlapping, cases * 4 / 5);
}

} // namespace

} // namespace rondetafel
