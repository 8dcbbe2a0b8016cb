-- Files made from covenants in the background, and Word files that partners sent.
CREATE TABLE IF NOT EXISTS renderings (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    subject VARCHAR(100) NOT NULL DEFAULT '',
    format VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    language VARCHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    source_sha256 VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    file_name VARCHAR(200) NOT NULL DEFAULT '',
    source LONGTEXT NOT NULL,
    content LONGTEXT NOT NULL,
    error VARCHAR(300) NOT NULL DEFAULT '',
    attempts BIGINT NOT NULL DEFAULT 0,
    next_attempt_at BIGINT NOT NULL,
    lease_until BIGINT,
    fence BIGINT NOT NULL DEFAULT 0,
    requested_at BIGINT NOT NULL,
    UNIQUE KEY uq_renderings_subject_format_language_source_sha256 (subject, format, language, source_sha256),
    KEY ix_renderings_state_next_attempt_at (state, next_attempt_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS word_imports (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    purpose VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    covenant_id BIGINT,
    version_id BIGINT,
    round_id BIGINT,
    party_id BIGINT,
    file_name VARCHAR(200) NOT NULL DEFAULT '',
    content LONGTEXT NOT NULL,
    sha256 VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    understood LONGTEXT NOT NULL,
    error VARCHAR(300) NOT NULL DEFAULT '',
    author VARCHAR(200) NOT NULL DEFAULT '',
    attempts BIGINT NOT NULL DEFAULT 0,
    next_attempt_at BIGINT NOT NULL,
    lease_until BIGINT,
    fence BIGINT NOT NULL DEFAULT 0,
    received_at BIGINT NOT NULL,
    CONSTRAINT fk_word_imports_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id),
    KEY ix_word_imports_covenant_id (covenant_id),
    KEY ix_word_imports_state_next_attempt_at (state, next_attempt_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
