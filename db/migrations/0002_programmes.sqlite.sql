-- The programme: lines, timeline steps, budget, open questions and peaks.
CREATE TABLE IF NOT EXISTS programmes (
    id INTEGER PRIMARY KEY,
    slug VARCHAR(64) NOT NULL DEFAULT '',
    title VARCHAR(200) NOT NULL DEFAULT '',
    municipality VARCHAR(200) NOT NULL DEFAULT '',
    period_from CHAR(10) NOT NULL,
    period_to CHAR(10) NOT NULL,
    note TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_programmes_slug ON programmes (slug);

CREATE TABLE IF NOT EXISTS programme_lines (
    id INTEGER PRIMARY KEY,
    programme_id BIGINT NOT NULL,
    number INTEGER NOT NULL DEFAULT 0,
    title VARCHAR(200) NOT NULL DEFAULT '',
    goal TEXT NOT NULL,
    cost TEXT NOT NULL,
    CONSTRAINT fk_programme_lines_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_programme_lines_programme_id_number ON programme_lines (programme_id, number);

CREATE TABLE IF NOT EXISTS line_actions (
    id INTEGER PRIMARY KEY,
    line_id BIGINT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    body TEXT NOT NULL,
    CONSTRAINT fk_line_actions_line_id FOREIGN KEY (line_id) REFERENCES programme_lines (id)
);
CREATE INDEX IF NOT EXISTS ix_line_actions_line_id ON line_actions (line_id);

CREATE TABLE IF NOT EXISTS steps (
    id INTEGER PRIMARY KEY,
    programme_id BIGINT NOT NULL,
    step_key VARCHAR(64) NOT NULL DEFAULT '',
    lane VARCHAR(20) NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    number_text VARCHAR(20) NOT NULL DEFAULT '',
    title VARCHAR(200) NOT NULL DEFAULT '',
    content TEXT NOT NULL,
    window_text VARCHAR(100) NOT NULL DEFAULT '',
    window_from CHAR(10),
    window_to CHAR(10),
    uncertain_end SMALLINT NOT NULL DEFAULT 0,
    meeting_kind VARCHAR(20) NOT NULL DEFAULT '',
    state VARCHAR(20) NOT NULL DEFAULT '',
    revision INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT fk_steps_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_steps_programme_id_step_key ON steps (programme_id, step_key);

CREATE TABLE IF NOT EXISTS budget_items (
    id INTEGER PRIMARY KEY,
    programme_id BIGINT NOT NULL,
    line_number INTEGER,
    year INTEGER NOT NULL DEFAULT 0,
    euros INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL,
    CONSTRAINT fk_budget_items_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id)
);
CREATE INDEX IF NOT EXISTS ix_budget_items_programme_id ON budget_items (programme_id);

CREATE TABLE IF NOT EXISTS open_questions (
    id INTEGER PRIMARY KEY,
    programme_id BIGINT NOT NULL,
    code VARCHAR(20) NOT NULL DEFAULT '',
    body TEXT NOT NULL,
    step_key VARCHAR(64) NOT NULL DEFAULT '',
    CONSTRAINT fk_open_questions_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_open_questions_programme_id_code ON open_questions (programme_id, code);

CREATE TABLE IF NOT EXISTS peaks (
    id INTEGER PRIMARY KEY,
    programme_id BIGINT NOT NULL,
    day_from CHAR(10) NOT NULL,
    day_to CHAR(10) NOT NULL,
    reason VARCHAR(200) NOT NULL DEFAULT '',
    CONSTRAINT fk_peaks_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id)
);
CREATE INDEX IF NOT EXISTS ix_peaks_programme_id ON peaks (programme_id);
