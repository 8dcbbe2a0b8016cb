// SPDX-License-Identifier: EUPL-1.2
#include "runs.hpp"

#include "alignment.hpp"

#include <algorithm>
#include <utility>

namespace rondetafel
{

namespace
{

/// Collects runs; leaves out empty ones. A word's spelling ends with the blank behind it; here blanks are
/// laid where a page wants them.
class Runs
{
public:
    /// Each edit makes two runs at most, with one of equal words behind it and one before all.
    explicit Runs(std::size_t edits = 0) { runs_.reserve(3 * edits + 1); }

    void equal(std::string_view before, std::string_view after)
    {
        Run run{Change::equal, std::exchange(blank_before_, {}), std::exchange(blank_after_, {})};
        run.before += before;
        run.after += after;
        if (!run.before.empty() || !run.after.empty())
            runs_.push_back(std::move(run));
    }

    void changed(std::string_view before, std::string_view after)
    {
        std::string deleted(before);
        std::string inserted(after);
        // "10 days" -> "14 days": the blank behind the number is what stayed.
        if (!deleted.empty() && !inserted.empty() && deleted.back() == ' ' && inserted.back() == ' ')
        {
            blank_before_ = cut_blank(deleted);
            blank_after_ = cut_blank(inserted);
        }
        if (!deleted.empty())
            runs_.push_back({Change::deleted, take_blank() + deleted, {}});
        if (!inserted.empty())
            runs_.push_back({Change::inserted, {}, std::move(inserted)});
    }

    std::vector<Run> finish()
    {
        equal({}, {});
        return std::move(runs_);
    }

private:
    static std::string cut_blank(std::string& text)
    {
        const auto keep = text.find_last_not_of(' ') + 1;
        auto blank = text.substr(keep);
        text.resize(keep);
        return blank;
    }

    // "to the end" -> "to": the blank before "the" goes with it, or it would stick to "to" on the page.
    std::string take_blank()
    {
        if (runs_.empty() || runs_.back().change != Change::equal || runs_.back().after.empty() ||
            runs_.back().after.back() == ' ' || runs_.back().after.back() == '\n')
            return {};
        return cut_blank(runs_.back().before);
    }

    std::vector<Run> runs_;
    std::string blank_before_; ///< goes to the next equal run
    std::string blank_after_;
};

std::vector<Run> runs_of(const Alignment& alignment)
{
    const auto edits = alignment.edits();
    Runs runs(edits.size());
    std::size_t old_at = 0;
    std::size_t new_at = 0;
    for (const auto& edit : edits)
    {
        runs.equal(alignment.before.spelling(old_at, edit.before_begin),
                   alignment.after.spelling(new_at, edit.after_begin));
        runs.changed(alignment.before.spelling(edit.before_begin, edit.before_end),
                     alignment.after.spelling(edit.after_begin, edit.after_end));
        old_at = edit.before_end;
        new_at = edit.after_end;
    }
    runs.equal(alignment.before.spelling(old_at, alignment.in_after.size()),
               alignment.after.spelling(new_at, alignment.in_before.size()));
    return runs.finish();
}

} // namespace

std::vector<Run> compare_words(std::string_view before, std::string_view after, const SameArticles& same)
{
    Runs runs;
    if (before == after && same.empty())
    {
        runs.equal(before, after);
        return runs.finish();
    }
    auto alignment = align(before, after, same);
    const bool noise_before = alignment.before.empty();
    const bool noise_after = alignment.after.empty();
    if (noise_before && noise_after)
        runs.equal(before, after);
    else if (noise_before || noise_after)
        runs.changed(before, after);
    if (noise_before || noise_after)
        return runs.finish();
    show_rewritten_paragraphs_whole(alignment);
    join_changes_over_little_words(alignment);
    return runs_of(alignment);
}

std::vector<Run> compare_words(std::string_view before, std::string_view after)
{
    return compare_words(before, after, SameArticles{});
}

bool differs(const std::vector<Run>& runs)
{
    return std::any_of(runs.begin(), runs.end(), [](const Run& run) { return run.change != Change::equal; });
}

} // namespace rondetafel
