// SPDX-License-Identifier: EUPL-1.2
#include "press_bench.hpp"

#include <rondetafel/base/log.hpp>
#include <rondetafel/base/secrets.hpp>
#include <rondetafel/documents/clean_text.hpp>
#include <rondetafel/documents/word_reading.hpp>

namespace rondetafel::jobs
{

namespace
{

using documents::Pressed;
using storage::Access;

constexpr std::chrono::seconds try_again_after{30};

// Its lease ran out each time it was tried: the process died with it, or of it.
template <class Row>
bool is_hopeless(const Row& row)
{
    return row.attempts > press_attempts_max;
}

Pressed refused(const Problem& problem)
{
    return {{}, problem.fields.empty() ? problem.code : problem.fields.front().code, false, false};
}

void log_work(const char* event, long long id, PressState state, const std::string& error)
{
    log_event(error.empty() ? LogLevel::info : LogLevel::warning, event,
              {{"id", id}, {"state", word(state)}, {"error", error}});
}

} // namespace

PressBench::PressBench(storage::Address address, const actions::Installation& installation, const PressSettings& settings)
    : installation_(installation), database_(std::move(address)), settings_(settings)
{
}

bool PressBench::work(const documents::GoOn& go_on)
{
    const bool made = make_file(go_on);
    return (go_on() && read_file(go_on)) || made;
}

// State, error and next attempt from what came of it. Stopped work waits for the next start, and does not count.
template <class Row>
void PressBench::settle(Row& row, const Pressed& pressed) const
{
    const auto now = installation_.machine_clock->now();
    row.error = pressed.error;
    row.next_attempt_at = now;
    if (pressed.stopped)
    {
        row.state = PressState::queued;
        --row.attempts;
    }
    else if (pressed.error.empty())
        row.state = PressState::done;
    else if (pressed.again && row.attempts < press_attempts_max)
    {
        row.state = PressState::queued;
        row.next_attempt_at = now + try_again_after;
    }
    else
        row.state = PressState::failed;
}

bool PressBench::make_file(const documents::GoOn& go_on)
{
    const auto now = installation_.machine_clock->now();
    const auto due = database_.records().renderings.due(now);
    if (!due)
        return false;
    auto leased = database_.transact(Access::write, [&](storage::Records& records) {
        return Result<std::optional<Rendering>>(records.renderings.lease(*due, now, now + press_lease));
    });
    if (!leased->has_value())
        return true;
    auto& rendering = **leased;
    const auto pressed = is_hopeless(rendering)
                             ? Pressed{{}, "press.failed", false, false}
                             : documents::press(rendering.format, rendering.source, settings_.print, go_on);
    settle(rendering, pressed);
    if (rendering.state == PressState::done)
        rendering.content = base64url(pressed.content);
    const auto written = database_.transact(Access::write, [&](storage::Records& records) {
        return Result<bool>(records.renderings.record(rendering));
    });
    if (*written)
        log_work("rendering.handled", rendering.id.value, rendering.state, rendering.error);
    return true;
}

bool PressBench::read_file(const documents::GoOn& go_on)
{
    const auto now = installation_.machine_clock->now();
    const auto due = database_.records().word_imports.due(now);
    if (!due)
        return false;
    auto leased = database_.transact(Access::write, [&](storage::Records& records) {
        return Result<std::optional<WordImport>>(records.word_imports.lease(*due, now, now + press_lease));
    });
    if (!leased->has_value())
        return true;
    auto& import = **leased;
    const auto pressed = is_hopeless(import) ? Pressed{{}, "word.broken", false, false} : understand(import, go_on);
    settle(import, pressed);
    import.understood = pressed.content;
    const auto written = database_.transact(Access::write, [&](storage::Records& records) {
        return Result<bool>(records.word_imports.record(import));
    });
    if (*written)
        log_work("word_import.handled", import.id.value, import.state, import.error);
    return true;
}

Pressed PressBench::understand(const WordImport& import, const documents::GoOn& go_on)
{
    auto bytes = from_base64url(import.content);
    if (!bytes)
        return {{}, "word.broken", false, false};
    if (import.purpose == ImportPurpose::start && import.file_name.ends_with(".md"))
        return {documents::several_lines(*bytes), {}, false, false};
    auto pressed = documents::unpress(*bytes, go_on);
    if (!pressed.error.empty() || pressed.stopped)
        return pressed;
    if (import.purpose == ImportPurpose::start)
    {
        const auto file = documents::word_as_covenant_file(pressed.content);
        return file ? Pressed{*file, {}, false, false} : refused(file.error());
    }
    const auto version = database_.transact(Access::read, [&](storage::Records& records) {
        return Result<std::optional<Version>>(records.versions.find(import.version.value()));
    });
    if (!version->has_value())
        return {{}, "version.not_found", false, false};
    const auto reaction =
        documents::read_reaction(pressed.content, read_canonical((*version)->canonical), *installation_.randomness);
    return reaction ? Pressed{documents::write_understood(*reaction), {}, false, false} : refused(reaction.error());
}

} // namespace rondetafel::jobs
