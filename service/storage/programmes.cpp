// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/database.hpp>
#include <rondetafel/storage/programmes.hpp>

namespace rondetafel::storage
{

namespace
{

const std::string programme_query =
    "SELECT id, slug, title, municipality, period_from, period_to, note FROM programmes ";

void bind_programme(soci::statement& statement, Programme& row)
{
    columns(statement, row.id, row.slug, row.title, row.municipality, row.period.from, row.period.to, row.note);
}

/// A step as it lies in the table: a window is two columns.
struct StepRow
{
    Step step;
    std::optional<Day> from;
    std::optional<Day> to;
};

const std::string step_query = R"sql(
    SELECT id, programme_id, step_key, lane, position, number_text, title, content, window_text, window_from, window_to,
           uncertain_end, meeting_kind, state, revision
    FROM steps )sql";

std::optional<std::string> empty_as_null(const std::optional<MeetingKind>& kind)
{
    return kind ? std::optional<std::string>(word(*kind)) : std::optional<std::string>("");
}

std::vector<Step> read_steps(Sql& sql, const std::string& query, long long id)
{
    std::vector<Step> steps;
    struct Row : StepRow
    {
        std::string kind;
    };
    const auto rows = select<Row>(
        sql, query,
        [](soci::statement& statement, Row& row) {
            auto& step = row.step;
            columns(statement, step.id, step.programme, step.key, step.lane, step.position, step.number, step.title,
                 step.content, step.window_text, row.from, row.to, step.uncertain_end, row.kind, step.state,
                 step.revision);
        },
        soci::use(id, "id"));
    for (auto row : rows)
    {
        if (row.from && row.to)
            row.step.window = Window{*row.from, *row.to};
        row.step.meeting_kind = from_word<MeetingKind>(row.kind);
        steps.push_back(row.step);
    }
    return steps;
}

std::optional<Day> from_of(const Step& step) { return step.window ? std::optional(step.window->from) : std::nullopt; }
std::optional<Day> to_of(const Step& step) { return step.window ? std::optional(step.window->to) : std::nullopt; }

void add_line(Sql& sql, ProgrammeId programme, const ProgrammeLine& line)
{
    const auto id = insert(sql, "programme_lines", R"sql(
        INSERT INTO programme_lines (programme_id, number, title, goal, cost)
        VALUES (:programme, :number, :title, :goal, :cost))sql",
                           soci::use(programme, "programme"), soci::use(line.number, "number"),
                           soci::use(line.title, "title"), soci::use(line.goal, "goal"), soci::use(line.cost, "cost"));
    int position = 0;
    for (const auto& action : line.actions)
    {
        ++position;
        change(sql, "INSERT INTO line_actions (line_id, position, body) VALUES (:line, :position, :body)",
               soci::use(id, "line"), soci::use(position, "position"), soci::use(action, "body"));
    }
}

} // namespace

ProgrammeId Programmes::add(const Programme& programme)
{
    const ProgrammeId id{insert(sql_, "programmes", R"sql(
        INSERT INTO programmes (slug, title, municipality, period_from, period_to, note)
        VALUES (:slug, :title, :municipality, :from, :to, :note))sql",
                                soci::use(programme.slug, "slug"), soci::use(programme.title, "title"),
                                soci::use(programme.municipality, "municipality"),
                                soci::use(programme.period.from, "from"), soci::use(programme.period.to, "to"),
                                soci::use(programme.note, "note"))};
    for (const auto& line : programme.lines)
        add_line(sql_, id, line);
    for (auto step : programme.steps)
    {
        step.programme = id;
        add_step(step);
    }
    for (const auto& item : programme.budget)
        change(sql_, R"sql(
            INSERT INTO budget_items (programme_id, line_number, year, euros, note)
            VALUES (:programme, :line, :year, :euros, :note))sql",
               soci::use(id, "programme"), soci::use(item.line, "line"), soci::use(item.year, "year"),
               soci::use(item.euros, "euros"), soci::use(item.note, "note"));
    for (const auto& question : programme.questions)
        change(sql_, R"sql(
            INSERT INTO open_questions (programme_id, code, body, step_key)
            VALUES (:programme, :code, :body, :step))sql",
               soci::use(id, "programme"), soci::use(question.code, "code"), soci::use(question.text, "body"),
               soci::use(question.step_key, "step"));
    replace_peaks(id, programme.peaks);
    return id;
}

std::optional<Programme> Programmes::find(ProgrammeId id) const
{
    auto programme =
        select_one<Programme>(sql_, programme_query + "WHERE id = :id", bind_programme, soci::use(id, "id"));
    if (programme)
        read_parts(*programme);
    return programme;
}

std::optional<Programme> Programmes::find_by_slug(const std::string& slug) const
{
    auto programme =
        select_one<Programme>(sql_, programme_query + "WHERE slug = :slug", bind_programme, soci::use(slug, "slug"));
    if (programme)
        read_parts(*programme);
    return programme;
}

std::optional<Programme> Programmes::current() const
{
    auto programme = select_one<Programme>(sql_, programme_query + "ORDER BY id LIMIT 1", bind_programme);
    if (programme)
        read_parts(*programme);
    return programme;
}

void Programmes::save_period(const Programme& programme)
{
    change(sql_, "UPDATE programmes SET title = :title, period_from = :from, period_to = :to WHERE id = :id",
           soci::use(programme.title, "title"), soci::use(programme.period.from, "from"),
           soci::use(programme.period.to, "to"), soci::use(programme.id, "id"));
}

std::vector<Step> Programmes::steps(ProgrammeId id) const
{
    return read_steps(sql_, step_query + "WHERE programme_id = :id ORDER BY position, id", id.value);
}

void Programmes::read_parts(Programme& programme) const
{
    programme.steps = steps(programme.id);
    programme.lines = select<ProgrammeLine>(
        sql_, "SELECT id, number, title, goal, cost FROM programme_lines WHERE programme_id = :id ORDER BY number",
        [](soci::statement& statement, ProgrammeLine& row) {
            columns(statement, row.id, row.number, row.title, row.goal, row.cost);
        },
        soci::use(programme.id, "id"));
    for (auto& line : programme.lines)
        line.actions = select<std::string>(
            sql_, "SELECT body FROM line_actions WHERE line_id = :id ORDER BY position",
            [](soci::statement& statement, std::string& row) { columns(statement, row); }, soci::use(line.id, "id"));
    programme.budget = select<BudgetItem>(
        sql_, "SELECT line_number, year, euros, note FROM budget_items WHERE programme_id = :id ORDER BY id",
        [](soci::statement& statement, BudgetItem& row) { columns(statement, row.line, row.year, row.euros, row.note); },
        soci::use(programme.id, "id"));
    programme.questions = select<OpenQuestion>(
        sql_, "SELECT code, body, step_key FROM open_questions WHERE programme_id = :id ORDER BY code",
        [](soci::statement& statement, OpenQuestion& row) { columns(statement, row.code, row.text, row.step_key); },
        soci::use(programme.id, "id"));
    programme.peaks = select<Peak>(
        sql_, "SELECT day_from, day_to, reason FROM peaks WHERE programme_id = :id ORDER BY day_from",
        [](soci::statement& statement, Peak& row) { columns(statement, row.window.from, row.window.to, row.reason); },
        soci::use(programme.id, "id"));
}

std::optional<Step> Programmes::find_step(StepId id) const
{
    auto steps = read_steps(sql_, step_query + "WHERE id = :id", id.value);
    return steps.empty() ? std::nullopt : std::optional(steps.front());
}

StepId Programmes::add_step(const Step& step)
{
    const auto from = from_of(step);
    const auto to = to_of(step);
    const auto kind = empty_as_null(step.meeting_kind);
    return StepId{insert(sql_, "steps", R"sql(
        INSERT INTO steps (programme_id, step_key, lane, position, number_text, title, content, window_text, window_from,
                           window_to, uncertain_end, meeting_kind, state, revision)
        VALUES (:programme, :step_key, :lane, :position, :number, :title, :content, :window_text, :from, :to, :uncertain,
                :kind, :state, 1))sql",
                         soci::use(step.programme, "programme"), soci::use(step.key, "step_key"),
                         soci::use(step.lane, "lane"), soci::use(step.position, "position"),
                         soci::use(step.number, "number"), soci::use(step.title, "title"),
                         soci::use(step.content, "content"), soci::use(step.window_text, "window_text"),
                         soci::use(from, "from"), soci::use(to, "to"), soci::use(step.uncertain_end, "uncertain"),
                         soci::use(kind, "kind"), soci::use(step.state, "state"))};
}

void Programmes::save_step(Step& step)
{
    const auto from = from_of(step);
    const auto to = to_of(step);
    const auto kind = empty_as_null(step.meeting_kind);
    const auto touched = change(
        sql_, R"sql(
        UPDATE steps
        SET lane = :lane, position = :position, number_text = :number, title = :title, content = :content,
            window_text = :window_text, window_from = :from, window_to = :to, uncertain_end = :uncertain,
            meeting_kind = :kind, state = :state, revision = revision + 1
        WHERE id = :id AND revision = :revision)sql",
        soci::use(step.lane, "lane"), soci::use(step.position, "position"), soci::use(step.number, "number"),
        soci::use(step.title, "title"), soci::use(step.content, "content"), soci::use(step.window_text, "window_text"),
        soci::use(from, "from"), soci::use(to, "to"), soci::use(step.uncertain_end, "uncertain"),
        soci::use(kind, "kind"), soci::use(step.state, "state"), soci::use(step.id, "id"),
        soci::use(step.revision, "revision"));
    if (touched != 1)
        throw Outdated("step");
    ++step.revision;
}

void Programmes::replace_peaks(ProgrammeId programme, const std::vector<Peak>& peaks)
{
    change(sql_, "DELETE FROM peaks WHERE programme_id = :id", soci::use(programme, "id"));
    for (const auto& peak : peaks)
        change(sql_, "INSERT INTO peaks (programme_id, day_from, day_to, reason) VALUES (:programme, :from, :to, :reason)",
               soci::use(programme, "programme"), soci::use(peak.window.from, "from"), soci::use(peak.window.to, "to"),
               soci::use(peak.reason, "reason"));
}

void Programmes::shift_budget(ProgrammeId programme, int years)
{
    change(sql_, "UPDATE budget_items SET year = year + :years WHERE programme_id = :id", soci::use(years, "years"),
           soci::use(programme, "id"));
}

} // namespace rondetafel::storage
