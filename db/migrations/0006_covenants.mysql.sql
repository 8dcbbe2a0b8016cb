-- Covenants, their parties and their text as it stands now.
CREATE TABLE IF NOT EXISTS covenants (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    programme_id BIGINT NOT NULL,
    step_id BIGINT,
    subject VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    title VARCHAR(300) NOT NULL DEFAULT '',
    state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    turns BIGINT NOT NULL DEFAULT 0,
    revision BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    CONSTRAINT fk_covenants_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id),
    KEY ix_covenants_programme_id (programme_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS covenant_parties (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    covenant_id BIGINT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    organisation_id BIGINT,
    legal_name VARCHAR(200) NOT NULL DEFAULT '',
    short_name VARCHAR(100) NOT NULL DEFAULT '',
    registration VARCHAR(20) NOT NULL DEFAULT '',
    represented_by VARCHAR(200) NOT NULL DEFAULT '',
    capacity VARCHAR(150) NOT NULL DEFAULT '',
    authority VARCHAR(300) NOT NULL DEFAULT '',
    speaker_id BIGINT,
    left_party SMALLINT NOT NULL DEFAULT 0,
    revision BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT fk_covenant_parties_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id),
    KEY ix_covenant_parties_covenant_id_position (covenant_id, position),
    KEY ix_covenant_parties_organisation_id (organisation_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS articles (
    id VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    covenant_id BIGINT NOT NULL,
    topic VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    starting_point BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_articles_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id),
    KEY ix_articles_covenant_id (covenant_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS draft_articles (
    article_id VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    covenant_id BIGINT NOT NULL,
    parent_id VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin,
    position BIGINT NOT NULL DEFAULT 0,
    kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    heading VARCHAR(300) NOT NULL DEFAULT '',
    body MEDIUMTEXT NOT NULL,
    revision BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (article_id),
    CONSTRAINT fk_draft_articles_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id),
    CONSTRAINT fk_draft_articles_article_id FOREIGN KEY (article_id) REFERENCES articles (id),
    KEY ix_draft_articles_covenant_id_position (covenant_id, position)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS article_saves (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    covenant_id BIGINT NOT NULL,
    article_id VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    verb VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    heading VARCHAR(300) NOT NULL DEFAULT '',
    body MEDIUMTEXT NOT NULL,
    account_id BIGINT,
    author VARCHAR(200) NOT NULL DEFAULT '',
    saved_at BIGINT NOT NULL,
    CONSTRAINT fk_article_saves_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id),
    KEY ix_article_saves_article_id (article_id),
    KEY ix_article_saves_covenant_id_saved_at (covenant_id, saved_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS article_typings (
    article_id VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id BIGINT NOT NULL,
    base_revision BIGINT NOT NULL DEFAULT 0,
    heading VARCHAR(300) NOT NULL DEFAULT '',
    body MEDIUMTEXT NOT NULL,
    typed_at BIGINT NOT NULL,
    PRIMARY KEY (article_id, account_id),
    CONSTRAINT fk_article_typings_article_id FOREIGN KEY (article_id) REFERENCES articles (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS decision_records (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    covenant_id BIGINT NOT NULL,
    body VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    party_id BIGINT,
    decided_on CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number VARCHAR(60) NOT NULL DEFAULT '',
    outcome VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    note MEDIUMTEXT NOT NULL,
    entered_by VARCHAR(200) NOT NULL DEFAULT '',
    entered_at BIGINT NOT NULL,
    CONSTRAINT fk_decision_records_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id),
    KEY ix_decision_records_covenant_id_decided_on (covenant_id, decided_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS covenant_versions (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    covenant_id BIGINT NOT NULL,
    major BIGINT NOT NULL DEFAULT 0,
    minor BIGINT NOT NULL DEFAULT 0,
    canonical LONGTEXT NOT NULL,
    sha256 VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    change_note MEDIUMTEXT NOT NULL,
    account_id BIGINT,
    author VARCHAR(200) NOT NULL DEFAULT '',
    issued_at BIGINT NOT NULL,
    decision_record_id BIGINT,
    CONSTRAINT fk_covenant_versions_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id),
    UNIQUE KEY uq_covenant_versions_covenant_id_major_minor (covenant_id, major, minor)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS finding_dismissals (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    covenant_id BIGINT NOT NULL,
    rule VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    article_id VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    subject VARCHAR(200) NOT NULL DEFAULT '',
    text_sha256 VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    reason MEDIUMTEXT NOT NULL,
    author VARCHAR(200) NOT NULL DEFAULT '',
    dismissed_at BIGINT NOT NULL,
    CONSTRAINT fk_finding_dismissals_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id),
    UNIQUE KEY uq_finding_dismissals_finding (covenant_id, rule, article_id, subject, text_sha256)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What happened to a covenant: the events about it.
CREATE TABLE IF NOT EXISTS covenant_events (
    event_id BIGINT NOT NULL,
    covenant_id BIGINT NOT NULL,
    PRIMARY KEY (event_id),
    CONSTRAINT fk_covenant_events_event_id FOREIGN KEY (event_id) REFERENCES events (id),
    CONSTRAINT fk_covenant_events_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id),
    KEY ix_covenant_events_covenant_id (covenant_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
