// SPDX-License-Identifier: EUPL-1.2
#include "word_script.hpp"

#include <git2.h>

#include <stdexcept>

namespace rondetafel
{

namespace
{

[[noreturn]] void fail()
{
    const auto* error = git_error_last();
    throw std::runtime_error(std::string("libgit2: ") +
                             (error != nullptr ? error->message : "unknown error"));
}

/// libgit2 counts its users; it is kept until the program ends.
class Library
{
public:
    Library()
    {
        if (git_libgit2_init() < 0)
            fail();
    }
    ~Library() { git_libgit2_shutdown(); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
};

// A hunk counts lines from 1; an empty side names the line before it.
std::size_t begin_of(int start, int lines)
{
    return static_cast<std::size_t>(lines == 0 ? start : start - 1);
}

// Called from C: nothing may be thrown through it.
int keep(const git_diff_delta*, const git_diff_hunk* hunk, void* script) noexcept
try
{
    const auto before = begin_of(hunk->old_start, hunk->old_lines);
    const auto after = begin_of(hunk->new_start, hunk->new_lines);
    static_cast<std::vector<Edit>*>(script)->push_back(
        {before, before + static_cast<std::size_t>(hunk->old_lines), after,
         after + static_cast<std::size_t>(hunk->new_lines)});
    return 0;
}
catch (...)
{
    return GIT_EUSER;
}

} // namespace

std::vector<Edit> word_script(std::string_view before_lines, std::string_view after_lines)
{
    static const Library library;
    git_diff_options options;
    if (git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION) < 0)
        fail();
    options.context_lines = 0;
    options.interhunk_lines = 0;
    options.flags = GIT_DIFF_FORCE_TEXT;
    std::vector<Edit> script;
    if (git_diff_buffers(before_lines.data(), before_lines.size(), nullptr, after_lines.data(),
                         after_lines.size(), nullptr, &options, nullptr, nullptr, keep, nullptr, &script) < 0)
        fail();
    return script;
}

} // namespace rondetafel
