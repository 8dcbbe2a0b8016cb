// SPDX-License-Identifier: EUPL-1.2
#include "text_script.hpp"

#include <algorithm>

namespace rondetafel
{

namespace
{

using Fingerprints = std::vector<Fingerprint>;

// Half of a paragraph's fingerprint is its length, so that paragraphs which are taken for equal are equally
// long.
Fingerprint fingerprint_of(std::span<const Fingerprint> tokens)
{
    Fingerprint mixed = 0;
    for (const auto token : tokens)
        mixed = (mixed ^ token) * 0x9E3779B97F4A7C15U;
    return (mixed & 0xFFFFFFFF00000000U) | (tokens.size() & 0xFFFFFFFFU);
}

Fingerprints paragraph_fingerprints(const TokenText& text)
{
    Fingerprints found;
    const auto& begins = text.paragraphs();
    for (std::size_t at = 0; at + 1 < begins.size(); ++at)
        found.push_back(fingerprint_of(text.fingerprints().subspan(begins[at], begins[at + 1] - begins[at])));
    return found;
}

/// The paragraphs of one text that stand in the other one too, with their numbers.
struct Shared
{
    Fingerprints fingerprints;
    std::vector<std::size_t> numbers;
};

Shared shared_paragraphs(const Fingerprints& paragraphs, Fingerprints others)
{
    Shared shared;
    std::sort(others.begin(), others.end());
    for (std::size_t number = 0; number < paragraphs.size(); ++number)
        if (std::binary_search(others.begin(), others.end(), paragraphs[number]))
        {
            shared.fingerprints.push_back(paragraphs[number]);
            shared.numbers.push_back(number);
        }
    return shared;
}

/// The stretches between equal paragraphs, in paragraphs. Most that changed stand in one text only, and are
/// not searched for.
std::vector<Edit> changed_paragraphs(const Fingerprints& before, const Fingerprints& after, Effort& effort)
{
    const auto old_shared = shared_paragraphs(before, after);
    const auto new_shared = shared_paragraphs(after, before);
    std::vector<Edit> script;
    add_edits(old_shared.fingerprints, new_shared.fingerprints,
              {0, old_shared.numbers.size(), 0, new_shared.numbers.size()}, effort, script);
    std::vector<Edit> stretches;
    std::size_t old_begin = 0;
    std::size_t new_begin = 0;
    const auto end_stretch = [&](std::size_t old_end, std::size_t new_end) {
        if (old_begin < old_end || new_begin < new_end)
            stretches.push_back({old_begin, old_end, new_begin, new_end});
        old_begin = old_end + 1;
        new_begin = new_end + 1;
    };
    for_each_equal(script, old_shared.numbers.size(), [&](std::size_t old_at, std::size_t new_at) {
        end_stretch(old_shared.numbers[old_at], new_shared.numbers[new_at]);
    });
    end_stretch(before.size(), after.size());
    return stretches;
}

// The same words can often be called new in several places: in "a b a" either "a b" or "b a" was added to
// "a". This takes the last place, but never against another change.
void move_to_last_place(std::vector<Edit>& script, const TokenText& before, const TokenText& after)
{
    for (auto at = script.size(); at-- > 0;)
    {
        auto& edit = script[at];
        if (edit.before_begin != edit.before_end && edit.after_begin != edit.after_end)
            continue;
        const bool inserted = edit.before_begin == edit.before_end;
        const auto tokens = inserted ? after.fingerprints() : before.fingerprints();
        const auto& begin = inserted ? edit.after_begin : edit.before_begin;
        const auto& end = inserted ? edit.after_end : edit.before_end;
        const auto last = at + 1 < script.size() ? script[at + 1].before_begin - 1 : before.size();
        for (; edit.before_end < last && tokens[begin] == tokens[end];)
            edit = {edit.before_begin + 1, edit.before_end + 1, edit.after_begin + 1, edit.after_end + 1};
    }
}

} // namespace

std::vector<Edit> text_script(const TokenText& before, const TokenText& after)
{
    Effort effort(before.bytes() + after.bytes());
    std::vector<Edit> script;
    for (const auto& stretch :
         changed_paragraphs(paragraph_fingerprints(before), paragraph_fingerprints(after), effort))
        add_edits(before.fingerprints(), after.fingerprints(),
                  {before.paragraphs()[stretch.before_begin], before.paragraphs()[stretch.before_end],
                   after.paragraphs()[stretch.after_begin], after.paragraphs()[stretch.after_end]},
                  effort, script);
    move_to_last_place(script, before, after);
    return script;
}

} // namespace rondetafel
