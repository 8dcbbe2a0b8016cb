// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/letters.hpp>
#include <rondetafel/actions/runner.hpp>
#include <rondetafel/letters/letter.hpp>

#include <chrono>
#include <functional>
#include <vector>

namespace rondetafel::jobs
{

/// A letter as it would leave at this moment.
struct Composed
{
    std::string sender;
    std::string message; ///< empty: nobody needs this letter any more, or it could not be written
    bool unwritable = false;
    std::string sha256;  ///< of the message
    std::chrono::steady_clock::time_point at; ///< when it was judged whether it should leave
};

/// Who gets a letter is decided when it leaves: what was composed longer ago is composed anew.
inline constexpr std::chrono::milliseconds fresh_for{100};
inline bool is_fresh(const Composed& composed)
{
    return std::chrono::steady_clock::now() - composed.at < fresh_for;
}

/// Composes letters from what is known about them now. One per thread.
class Composer
{
public:
    using Take = std::function<void(LetterId, Composed)>;

    Composer(storage::Database& database, const actions::Installation& installation,
             std::shared_ptr<const templates::Source> letters);

    /// In this order, all as they stand at one moment; `take` gets each as soon as it is composed.
    void compose(const std::vector<LetterId>& letters, const Take& take);

private:
    void write(const actions::LetterSubject& subject, Composed& composed);

    actions::Runner runner_;
    letters::Letters letters_;
    actions::Actor actor_;
};

} // namespace rondetafel::jobs
