// SPDX-License-Identifier: EUPL-1.2
#include "merge_words.hpp"

#include "../comparison/alignment.hpp"

#include <algorithm>

namespace rondetafel
{

namespace
{

/// Words [begin, end) of the base become other words; begin == end inserts.
struct WordChange
{
    std::size_t begin = 0, end = 0;
    std::string keys; ///< what it says, without noise
    std::string spelling;
    std::size_t proposal = 0;

    bool says_the_same(const WordChange& other) const
    {
        return begin == other.begin && end == other.end && keys == other.keys;
    }
};

std::vector<WordChange> changes_of(const Alignment& alignment, std::size_t proposal)
{
    std::vector<WordChange> changes;
    for (const auto& edit : alignment.edits())
    {
        WordChange change{edit.before_begin, edit.before_end, {}, {}, proposal};
        for (auto at = edit.after_begin; at < edit.after_end; ++at)
        {
            change.keys.append(alignment.after.key(at)).append("\n");
            change.spelling += alignment.after.spelling(at);
        }
        changes.push_back(std::move(change));
    }
    return changes;
}

/// All changes in order, equal ones once; nothing when two touch or overlap.
std::optional<std::vector<WordChange>> compatible(std::vector<WordChange> changes)
{
    std::stable_sort(changes.begin(), changes.end(), [](const WordChange& one, const WordChange& other) {
        return std::pair{one.begin, one.end} < std::pair{other.begin, other.end};
    });
    std::vector<WordChange> kept;
    for (auto& change : changes)
    {
        if (!kept.empty() && kept.back().says_the_same(change))
            continue;
        if (!kept.empty() && change.begin <= kept.back().end)
            return std::nullopt;
        kept.push_back(std::move(change));
    }
    return kept;
}

/// The base with all changes in it, word by word.
class Writing
{
public:
    Writing(const std::vector<Alignment>& alignments, const std::vector<WordChange>& changes)
        : alignments_(alignments), changes_(changes), base_(alignments.front().before)
    {
    }

    std::string write() const
    {
        std::string text;
        std::size_t at = 0;
        for (const auto& change : changes_)
        {
            for (; at < change.begin; ++at)
                text += spelling(at, at + 1 == change.begin ? &change : nullptr);
            text += change.spelling;
            at = change.end;
        }
        for (; at < base_.size(); ++at)
            text += spelling(at, nullptr);
        return text;
    }

private:
    // Whoever changes the next word knows which blank belongs before it.
    std::string_view spelling(std::size_t at, const WordChange* next) const
    {
        if (next != nullptr)
            return spelling_in(alignments_[next->proposal], at);
        for (const auto& alignment : alignments_)
            if (const auto spelled = spelling_in(alignment, at); spelled != base_.spelling(at))
                return spelled;
        return base_.spelling(at);
    }

    std::string_view spelling_in(const Alignment& alignment, std::size_t at) const
    {
        const auto partner = alignment.in_after[at];
        return partner == Alignment::none ? base_.spelling(at)
                                          : alignment.after.spelling(static_cast<std::size_t>(partner));
    }

    const std::vector<Alignment>& alignments_;
    const std::vector<WordChange>& changes_;
    const TokenText& base_;
};

} // namespace

std::optional<std::string> merge_words(const std::string& base, const std::vector<std::string>& proposals)
{
    if (proposals.empty())
        return base;
    if (std::all_of(proposals.begin(), proposals.end(),
                    [&](const std::string& one) { return one == proposals.front(); }))
        return proposals.front();
    std::vector<Alignment> alignments;
    std::vector<WordChange> changes;
    for (const auto& proposal : proposals)
    {
        alignments.push_back(align(base, proposal));
        auto more = changes_of(alignments.back(), alignments.size() - 1);
        std::move(more.begin(), more.end(), std::back_inserter(changes));
    }
    const auto kept = compatible(std::move(changes));
    if (!kept)
        return std::nullopt;
    return Writing(alignments, *kept).write();
}

} // namespace rondetafel
