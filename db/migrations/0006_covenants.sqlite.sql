-- Covenants, their parties and their text as it stands now.
CREATE TABLE IF NOT EXISTS covenants (
    id INTEGER PRIMARY KEY,
    programme_id BIGINT NOT NULL,
    step_id BIGINT,
    subject VARCHAR(20) NOT NULL DEFAULT '',
    title VARCHAR(300) NOT NULL DEFAULT '',
    state VARCHAR(20) NOT NULL DEFAULT '',
    turns INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    CONSTRAINT fk_covenants_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id)
);
CREATE INDEX IF NOT EXISTS ix_covenants_programme_id ON covenants (programme_id);

CREATE TABLE IF NOT EXISTS covenant_parties (
    id INTEGER PRIMARY KEY,
    covenant_id BIGINT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    organisation_id BIGINT,
    legal_name VARCHAR(200) NOT NULL DEFAULT '',
    short_name VARCHAR(100) NOT NULL DEFAULT '',
    registration VARCHAR(20) NOT NULL DEFAULT '',
    represented_by VARCHAR(200) NOT NULL DEFAULT '',
    capacity VARCHAR(150) NOT NULL DEFAULT '',
    authority VARCHAR(300) NOT NULL DEFAULT '',
    speaker_id BIGINT,
    left_party SMALLINT NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT fk_covenant_parties_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id)
);
CREATE INDEX IF NOT EXISTS ix_covenant_parties_covenant_id_position ON covenant_parties (covenant_id, position);
CREATE INDEX IF NOT EXISTS ix_covenant_parties_organisation_id ON covenant_parties (organisation_id);

CREATE TABLE IF NOT EXISTS articles (
    id VARCHAR(12) NOT NULL,
    covenant_id BIGINT NOT NULL,
    topic VARCHAR(40) NOT NULL DEFAULT '',
    starting_point INTEGER NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_articles_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id)
);
CREATE INDEX IF NOT EXISTS ix_articles_covenant_id ON articles (covenant_id);

CREATE TABLE IF NOT EXISTS draft_articles (
    article_id VARCHAR(12) NOT NULL,
    covenant_id BIGINT NOT NULL,
    parent_id VARCHAR(12),
    position INTEGER NOT NULL DEFAULT 0,
    kind VARCHAR(20) NOT NULL DEFAULT '',
    heading VARCHAR(300) NOT NULL DEFAULT '',
    body TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (article_id),
    CONSTRAINT fk_draft_articles_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id),
    CONSTRAINT fk_draft_articles_article_id FOREIGN KEY (article_id) REFERENCES articles (id)
);
CREATE INDEX IF NOT EXISTS ix_draft_articles_covenant_id_position ON draft_articles (covenant_id, position);

CREATE TABLE IF NOT EXISTS article_saves (
    id INTEGER PRIMARY KEY,
    covenant_id BIGINT NOT NULL,
    article_id VARCHAR(12) NOT NULL,
    verb VARCHAR(20) NOT NULL DEFAULT '',
    heading VARCHAR(300) NOT NULL DEFAULT '',
    body TEXT NOT NULL,
    account_id BIGINT,
    author VARCHAR(200) NOT NULL DEFAULT '',
    saved_at BIGINT NOT NULL,
    CONSTRAINT fk_article_saves_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id)
);
CREATE INDEX IF NOT EXISTS ix_article_saves_article_id ON article_saves (article_id);
CREATE INDEX IF NOT EXISTS ix_article_saves_covenant_id_saved_at ON article_saves (covenant_id, saved_at);

CREATE TABLE IF NOT EXISTS article_typings (
    article_id VARCHAR(12) NOT NULL,
    account_id BIGINT NOT NULL,
    base_revision INTEGER NOT NULL DEFAULT 0,
    heading VARCHAR(300) NOT NULL DEFAULT '',
    body TEXT NOT NULL,
    typed_at BIGINT NOT NULL,
    PRIMARY KEY (article_id, account_id),
    CONSTRAINT fk_article_typings_article_id FOREIGN KEY (article_id) REFERENCES articles (id)
);

CREATE TABLE IF NOT EXISTS decision_records (
    id INTEGER PRIMARY KEY,
    covenant_id BIGINT NOT NULL,
    body VARCHAR(20) NOT NULL DEFAULT '',
    party_id BIGINT,
    decided_on CHAR(10) NOT NULL,
    number VARCHAR(60) NOT NULL DEFAULT '',
    outcome VARCHAR(20) NOT NULL DEFAULT '',
    note TEXT NOT NULL,
    entered_by VARCHAR(200) NOT NULL DEFAULT '',
    entered_at BIGINT NOT NULL,
    CONSTRAINT fk_decision_records_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id)
);
CREATE INDEX IF NOT EXISTS ix_decision_records_covenant_id_decided_on ON decision_records (covenant_id, decided_on);

CREATE TABLE IF NOT EXISTS covenant_versions (
    id INTEGER PRIMARY KEY,
    covenant_id BIGINT NOT NULL,
    major INTEGER NOT NULL DEFAULT 0,
    minor INTEGER NOT NULL DEFAULT 0,
    canonical TEXT NOT NULL,
    sha256 VARCHAR(64) NOT NULL DEFAULT '',
    change_note TEXT NOT NULL,
    account_id BIGINT,
    author VARCHAR(200) NOT NULL DEFAULT '',
    issued_at BIGINT NOT NULL,
    decision_record_id BIGINT,
    CONSTRAINT fk_covenant_versions_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_covenant_versions_covenant_id_major_minor ON covenant_versions (covenant_id, major, minor);

CREATE TABLE IF NOT EXISTS finding_dismissals (
    id INTEGER PRIMARY KEY,
    covenant_id BIGINT NOT NULL,
    rule VARCHAR(40) NOT NULL DEFAULT '',
    article_id VARCHAR(12) NOT NULL DEFAULT '',
    subject VARCHAR(200) NOT NULL DEFAULT '',
    text_sha256 VARCHAR(64) NOT NULL DEFAULT '',
    reason TEXT NOT NULL,
    author VARCHAR(200) NOT NULL DEFAULT '',
    dismissed_at BIGINT NOT NULL,
    CONSTRAINT fk_finding_dismissals_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_finding_dismissals_finding ON finding_dismissals (covenant_id, rule, article_id, subject, text_sha256);

-- What happened to a covenant: the events about it.
CREATE TABLE IF NOT EXISTS covenant_events (
    event_id BIGINT NOT NULL,
    covenant_id BIGINT NOT NULL,
    PRIMARY KEY (event_id),
    CONSTRAINT fk_covenant_events_event_id FOREIGN KEY (event_id) REFERENCES events (id),
    CONSTRAINT fk_covenant_events_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id)
);
CREATE INDEX IF NOT EXISTS ix_covenant_events_covenant_id ON covenant_events (covenant_id);
