-- Files made from covenants in the background, and Word files that partners sent.
CREATE TABLE IF NOT EXISTS renderings (
    id INTEGER PRIMARY KEY,
    subject VARCHAR(100) NOT NULL DEFAULT '',
    format VARCHAR(20) NOT NULL DEFAULT '',
    language VARCHAR(2) NOT NULL DEFAULT '',
    source_sha256 VARCHAR(64) NOT NULL DEFAULT '',
    state VARCHAR(20) NOT NULL DEFAULT '',
    file_name VARCHAR(200) NOT NULL DEFAULT '',
    source TEXT NOT NULL,
    content TEXT NOT NULL,
    error VARCHAR(300) NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at BIGINT NOT NULL,
    lease_until BIGINT,
    fence INTEGER NOT NULL DEFAULT 0,
    requested_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_renderings_subject_format_language_source_sha256 ON renderings (subject, format, language, source_sha256);
CREATE INDEX IF NOT EXISTS ix_renderings_state_next_attempt_at ON renderings (state, next_attempt_at);

CREATE TABLE IF NOT EXISTS word_imports (
    id INTEGER PRIMARY KEY,
    purpose VARCHAR(20) NOT NULL DEFAULT '',
    covenant_id BIGINT,
    version_id BIGINT,
    round_id BIGINT,
    party_id BIGINT,
    file_name VARCHAR(200) NOT NULL DEFAULT '',
    content TEXT NOT NULL,
    sha256 VARCHAR(64) NOT NULL DEFAULT '',
    state VARCHAR(20) NOT NULL DEFAULT '',
    understood TEXT NOT NULL,
    error VARCHAR(300) NOT NULL DEFAULT '',
    author VARCHAR(200) NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at BIGINT NOT NULL,
    lease_until BIGINT,
    fence INTEGER NOT NULL DEFAULT 0,
    received_at BIGINT NOT NULL,
    CONSTRAINT fk_word_imports_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id)
);
CREATE INDEX IF NOT EXISTS ix_word_imports_covenant_id ON word_imports (covenant_id);
CREATE INDEX IF NOT EXISTS ix_word_imports_state_next_attempt_at ON word_imports (state, next_attempt_at);
