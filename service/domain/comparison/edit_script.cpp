// SPDX-License-Identifier: EUPL-1.2
// The linear-space algorithm of E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), in
// its words: a script is a path through the edit graph, with the old sequence along x and the new one along
// y. A step along x deletes, one along y inserts, and a diagonal one keeps an element that is equal. Two
// searches, from the two corners, meet on a shortest path; what lies before and behind that point is then
// searched in the same way.
#include "edit_script.hpp"

#include "diagonal_search.hpp"

namespace rondetafel
{

namespace
{

/// Takes boxes of the edit graph apart until no elements in them are equal.
class EditSearch
{
public:
    EditSearch(Sequence before, Sequence after, const Edit& within, Effort& effort, std::vector<Edit>& script)
        : before_(before), after_(after), within_(within), effort_(effort), forwards_(elements_in(within)),
          backwards_(elements_in(within)), open_{within}, script_(script), known_(script.size())
    {
    }

    void run()
    {
        while (!open_.empty())
        {
            const auto box = trimmed(open_.back());
            open_.pop_back();
            if (box.before_begin == box.before_end || box.after_begin == box.after_end)
                add(box);
            else
                split(box);
            if (script_.size() > effort_.edits_max())
                return give_up();
        }
    }

private:
    static std::size_t elements_in(const Edit& box)
    {
        return box.before_end - box.before_begin + box.after_end - box.after_begin;
    }

    Edit trimmed(Edit box) const
    {
        while (box.before_begin < box.before_end && box.after_begin < box.after_end &&
               before_[box.before_begin] == after_[box.after_begin])
        {
            ++box.before_begin;
            ++box.after_begin;
        }
        while (box.before_begin < box.before_end && box.after_begin < box.after_end &&
               before_[box.before_end - 1] == after_[box.after_end - 1])
        {
            --box.before_end;
            --box.after_end;
        }
        return box;
    }

    void give_up()
    {
        script_.resize(known_);
        script_.push_back(trimmed(within_));
    }

    // Boxes come in order, so an edit may go on where the last one ended.
    void add(const Edit& edit)
    {
        if (edit.before_begin == edit.before_end && edit.after_begin == edit.after_end)
            return;
        if (!script_.empty() && script_.back().before_end == edit.before_begin &&
            script_.back().after_end == edit.after_begin)
        {
            script_.back().before_end = edit.before_end;
            script_.back().after_end = edit.after_end;
        }
        else
            script_.push_back(edit);
    }

    void split(const Edit& box)
    {
        const auto [ahead, back] = middle_of(box);
        effort_.spend(forwards_.points() + backwards_.points());
        const auto before_ahead = box.before_begin + static_cast<std::size_t>(ahead.x);
        const auto after_ahead = box.after_begin + static_cast<std::size_t>(ahead.y);
        const auto before_back = box.before_end - static_cast<std::size_t>(back.x);
        const auto after_back = box.after_end - static_cast<std::size_t>(back.y);
        open_.push_back({before_back, box.before_end, after_back, box.after_end});
        open_.push_back({before_ahead, before_back, after_ahead, after_back});
        open_.push_back({box.before_begin, before_ahead, box.after_begin, after_ahead});
    }

    // How far both searches came, each counted from its own corner. Both lists begin and end with other
    // elements, so that it is never the whole box.
    std::pair<Point, Point> middle_of(const Edit& box)
    {
        const auto before = before_.subspan(box.before_begin, box.before_end - box.before_begin);
        const auto after = after_.subspan(box.after_begin, box.after_end - box.after_begin);
        const auto left_by = [&](Point point) {
            return Point{static_cast<std::int32_t>(before.size()) - point.x,
                         static_cast<std::int32_t>(after.size()) - point.y};
        };
        forwards_.begin(before, after);
        backwards_.begin(before, after);
        const auto elements_left = before_.size() - box.before_begin + after_.size() - box.after_begin;
        for (auto rounds = effort_.rounds(elements_left); rounds > 0; --rounds)
        {
            if (const auto met = forwards_.advance(backwards_))
                return {*met, left_by(*met)};
            if (const auto met = backwards_.advance(forwards_))
                return {left_by(*met), *met};
        }
        const auto ahead = forwards_.furthest();
        const auto back = backwards_.furthest();
        const auto left = left_by(ahead);
        return {ahead, back.x <= left.x && back.y <= left.y ? back : left};
    }

    Sequence before_;
    Sequence after_;
    Edit within_;
    Effort& effort_;
    DiagonalSearch<1> forwards_;
    DiagonalSearch<-1> backwards_;
    std::vector<Edit> open_; ///< boxes still to be searched, the first one last
    std::vector<Edit>& script_;
    std::size_t known_; ///< edits that were in the script before
};

} // namespace

void add_edits(std::span<const Fingerprint> before, std::span<const Fingerprint> after, const Edit& within,
               Effort& effort, std::vector<Edit>& script)
{
    EditSearch(before, after, within, effort, script).run();
}

} // namespace rondetafel
