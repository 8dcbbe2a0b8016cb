-- The programme: lines, timeline steps, budget, open questions and peaks.
CREATE TABLE IF NOT EXISTS programmes (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    slug VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    title VARCHAR(200) NOT NULL DEFAULT '',
    municipality VARCHAR(200) NOT NULL DEFAULT '',
    period_from CHAR(10) NOT NULL,
    period_to CHAR(10) NOT NULL,
    note TEXT NOT NULL,
    UNIQUE KEY uq_programmes_slug (slug)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS programme_lines (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    programme_id BIGINT NOT NULL,
    number BIGINT NOT NULL DEFAULT 0,
    title VARCHAR(200) NOT NULL DEFAULT '',
    goal TEXT NOT NULL,
    cost TEXT NOT NULL,
    CONSTRAINT fk_programme_lines_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id),
    UNIQUE KEY uq_programme_lines_programme_id_number (programme_id, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS line_actions (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    line_id BIGINT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    body TEXT NOT NULL,
    CONSTRAINT fk_line_actions_line_id FOREIGN KEY (line_id) REFERENCES programme_lines (id),
    KEY ix_line_actions_line_id (line_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS steps (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    programme_id BIGINT NOT NULL,
    step_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    lane VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    position BIGINT NOT NULL DEFAULT 0,
    number_text VARCHAR(20) NOT NULL DEFAULT '',
    title VARCHAR(200) NOT NULL DEFAULT '',
    content TEXT NOT NULL,
    window_text VARCHAR(100) NOT NULL DEFAULT '',
    window_from CHAR(10),
    window_to CHAR(10),
    uncertain_end SMALLINT NOT NULL DEFAULT 0,
    meeting_kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    revision BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT fk_steps_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id),
    UNIQUE KEY uq_steps_programme_id_step_key (programme_id, step_key)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS budget_items (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    programme_id BIGINT NOT NULL,
    line_number BIGINT,
    year BIGINT NOT NULL DEFAULT 0,
    euros BIGINT NOT NULL DEFAULT 0,
    note TEXT NOT NULL,
    CONSTRAINT fk_budget_items_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id),
    KEY ix_budget_items_programme_id (programme_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS open_questions (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    programme_id BIGINT NOT NULL,
    code VARCHAR(20) NOT NULL DEFAULT '',
    body TEXT NOT NULL,
    step_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    CONSTRAINT fk_open_questions_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id),
    UNIQUE KEY uq_open_questions_programme_id_code (programme_id, code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS peaks (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    programme_id BIGINT NOT NULL,
    day_from CHAR(10) NOT NULL,
    day_to CHAR(10) NOT NULL,
    reason VARCHAR(200) NOT NULL DEFAULT '',
    CONSTRAINT fk_peaks_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id),
    KEY ix_peaks_programme_id (programme_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
