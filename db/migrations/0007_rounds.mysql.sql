-- Consultation rounds: who was asked, what they said, what was decided.
CREATE TABLE IF NOT EXISTS rounds (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    covenant_id BIGINT NOT NULL,
    version_id BIGINT NOT NULL,
    visibility VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    opens_local CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    closes_local CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    accept_late SMALLINT NOT NULL DEFAULT 0,
    introduction MEDIUMTEXT NOT NULL,
    reminders VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    turns BIGINT NOT NULL DEFAULT 0,
    revision BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT fk_rounds_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id),
    CONSTRAINT fk_rounds_version_id FOREIGN KEY (version_id) REFERENCES covenant_versions (id),
    KEY ix_rounds_covenant_id (covenant_id),
    KEY ix_rounds_state_closes_at (state, closes_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS consultees (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    round_id BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    contact_id BIGINT NOT NULL,
    given_name VARCHAR(100) NOT NULL DEFAULT '',
    infix VARCHAR(30) NOT NULL DEFAULT '',
    family_name VARCHAR(100) NOT NULL DEFAULT '',
    address_form VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    email VARCHAR(254) NOT NULL DEFAULT '',
    language VARCHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    invited_at BIGINT,
    withdrawn_at BIGINT,
    CONSTRAINT fk_consultees_round_id FOREIGN KEY (round_id) REFERENCES rounds (id),
    CONSTRAINT fk_consultees_party_id FOREIGN KEY (party_id) REFERENCES covenant_parties (id),
    UNIQUE KEY uq_consultees_round_id_contact_id (round_id, contact_id),
    KEY ix_consultees_party_id (party_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS reactions (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    round_id BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    no_remarks SMALLINT NOT NULL DEFAULT 0,
    given_at BIGINT,
    late SMALLINT NOT NULL DEFAULT 0,
    source VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    author VARCHAR(200) NOT NULL DEFAULT '',
    entered_by VARCHAR(200) NOT NULL DEFAULT '',
    given_revision BIGINT NOT NULL DEFAULT 0,
    revision BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT fk_reactions_round_id FOREIGN KEY (round_id) REFERENCES rounds (id),
    CONSTRAINT fk_reactions_party_id FOREIGN KEY (party_id) REFERENCES covenant_parties (id),
    UNIQUE KEY uq_reactions_round_id_party_id (round_id, party_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS remarks (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    reaction_id BIGINT NOT NULL,
    kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    article_id VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    deed VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    place_id VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    inserted_id VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    inserted_kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    base_sha256 VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    heading VARCHAR(300) NOT NULL DEFAULT '',
    body MEDIUMTEXT NOT NULL,
    comment MEDIUMTEXT NOT NULL,
    quote MEDIUMTEXT NOT NULL,
    prefix VARCHAR(200) NOT NULL DEFAULT '',
    suffix VARCHAR(200) NOT NULL DEFAULT '',
    author VARCHAR(200) NOT NULL DEFAULT '',
    consultee_id BIGINT,
    source VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    late SMALLINT NOT NULL DEFAULT 0,
    given_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    carried_from_id BIGINT,
    replaced_by_id BIGINT,
    look_again SMALLINT NOT NULL DEFAULT 0,
    CONSTRAINT fk_remarks_reaction_id FOREIGN KEY (reaction_id) REFERENCES reactions (id),
    KEY ix_remarks_reaction_id (reaction_id),
    KEY ix_remarks_article_id (article_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS decisions (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    remark_id BIGINT NOT NULL,
    outcome VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    heading VARCHAR(300) NOT NULL DEFAULT '',
    body MEDIUMTEXT NOT NULL,
    reason MEDIUMTEXT NOT NULL,
    account_id BIGINT,
    decided_by VARCHAR(200) NOT NULL DEFAULT '',
    decided_at BIGINT NOT NULL,
    sealed_in BIGINT,
    CONSTRAINT fk_decisions_remark_id FOREIGN KEY (remark_id) REFERENCES remarks (id),
    KEY ix_decisions_remark_id (remark_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS settlements (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version_id BIGINT NOT NULL,
    article_id VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    heading VARCHAR(300) NOT NULL DEFAULT '',
    body MEDIUMTEXT NOT NULL,
    author VARCHAR(200) NOT NULL DEFAULT '',
    written_at BIGINT NOT NULL,
    revision BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT fk_settlements_version_id FOREIGN KEY (version_id) REFERENCES covenant_versions (id),
    UNIQUE KEY uq_settlements_version_id_article_id (version_id, article_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS merged_texts (
    version_id BIGINT NOT NULL,
    canonical MEDIUMTEXT NOT NULL,
    author VARCHAR(200) NOT NULL DEFAULT '',
    merged_at BIGINT NOT NULL,
    revision BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (version_id),
    CONSTRAINT fk_merged_texts_version_id FOREIGN KEY (version_id) REFERENCES covenant_versions (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS round_letters (
    letter_id BIGINT NOT NULL,
    round_id BIGINT NOT NULL,
    consultee_id BIGINT NOT NULL,
    PRIMARY KEY (letter_id),
    CONSTRAINT fk_round_letters_letter_id FOREIGN KEY (letter_id) REFERENCES outbox (id),
    CONSTRAINT fk_round_letters_consultee_id FOREIGN KEY (consultee_id) REFERENCES consultees (id),
    KEY ix_round_letters_consultee_id (consultee_id),
    KEY ix_round_letters_round_id (round_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS round_links (
    link_id BIGINT NOT NULL,
    consultee_id BIGINT NOT NULL,
    PRIMARY KEY (link_id),
    CONSTRAINT fk_round_links_link_id FOREIGN KEY (link_id) REFERENCES links (id),
    CONSTRAINT fk_round_links_consultee_id FOREIGN KEY (consultee_id) REFERENCES consultees (id),
    KEY ix_round_links_consultee_id (consultee_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
