-- Consultation rounds: who was asked, what they said, what was decided.
CREATE TABLE IF NOT EXISTS rounds (
    id INTEGER PRIMARY KEY,
    covenant_id BIGINT NOT NULL,
    version_id BIGINT NOT NULL,
    visibility VARCHAR(20) NOT NULL DEFAULT '',
    opens_local CHAR(16) NOT NULL,
    closes_local CHAR(16) NOT NULL,
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    accept_late SMALLINT NOT NULL DEFAULT 0,
    introduction TEXT NOT NULL,
    reminders VARCHAR(40) NOT NULL DEFAULT '',
    state VARCHAR(20) NOT NULL DEFAULT '',
    turns INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT fk_rounds_covenant_id FOREIGN KEY (covenant_id) REFERENCES covenants (id),
    CONSTRAINT fk_rounds_version_id FOREIGN KEY (version_id) REFERENCES covenant_versions (id)
);
CREATE INDEX IF NOT EXISTS ix_rounds_covenant_id ON rounds (covenant_id);
CREATE INDEX IF NOT EXISTS ix_rounds_state_closes_at ON rounds (state, closes_at);

CREATE TABLE IF NOT EXISTS consultees (
    id INTEGER PRIMARY KEY,
    round_id BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    contact_id BIGINT NOT NULL,
    given_name VARCHAR(100) NOT NULL DEFAULT '',
    infix VARCHAR(30) NOT NULL DEFAULT '',
    family_name VARCHAR(100) NOT NULL DEFAULT '',
    address_form VARCHAR(10) NOT NULL DEFAULT '',
    email VARCHAR(254) NOT NULL DEFAULT '',
    language VARCHAR(2) NOT NULL DEFAULT '',
    invited_at BIGINT,
    withdrawn_at BIGINT,
    CONSTRAINT fk_consultees_round_id FOREIGN KEY (round_id) REFERENCES rounds (id),
    CONSTRAINT fk_consultees_party_id FOREIGN KEY (party_id) REFERENCES covenant_parties (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_consultees_round_id_contact_id ON consultees (round_id, contact_id);
CREATE INDEX IF NOT EXISTS ix_consultees_party_id ON consultees (party_id);

CREATE TABLE IF NOT EXISTS reactions (
    id INTEGER PRIMARY KEY,
    round_id BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    no_remarks SMALLINT NOT NULL DEFAULT 0,
    given_at BIGINT,
    late SMALLINT NOT NULL DEFAULT 0,
    source VARCHAR(20) NOT NULL DEFAULT '',
    author VARCHAR(200) NOT NULL DEFAULT '',
    entered_by VARCHAR(200) NOT NULL DEFAULT '',
    given_revision INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT fk_reactions_round_id FOREIGN KEY (round_id) REFERENCES rounds (id),
    CONSTRAINT fk_reactions_party_id FOREIGN KEY (party_id) REFERENCES covenant_parties (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_reactions_round_id_party_id ON reactions (round_id, party_id);

CREATE TABLE IF NOT EXISTS remarks (
    id INTEGER PRIMARY KEY,
    reaction_id BIGINT NOT NULL,
    kind VARCHAR(20) NOT NULL DEFAULT '',
    article_id VARCHAR(12) NOT NULL,
    deed VARCHAR(20) NOT NULL DEFAULT '',
    place_id VARCHAR(12) NOT NULL DEFAULT '',
    inserted_id VARCHAR(12) NOT NULL DEFAULT '',
    inserted_kind VARCHAR(20) NOT NULL DEFAULT '',
    base_sha256 VARCHAR(64) NOT NULL DEFAULT '',
    heading VARCHAR(300) NOT NULL DEFAULT '',
    body TEXT NOT NULL,
    comment TEXT NOT NULL,
    quote TEXT NOT NULL,
    prefix VARCHAR(200) NOT NULL DEFAULT '',
    suffix VARCHAR(200) NOT NULL DEFAULT '',
    author VARCHAR(200) NOT NULL DEFAULT '',
    consultee_id BIGINT,
    source VARCHAR(20) NOT NULL DEFAULT '',
    late SMALLINT NOT NULL DEFAULT 0,
    given_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    carried_from_id BIGINT,
    replaced_by_id BIGINT,
    look_again SMALLINT NOT NULL DEFAULT 0,
    CONSTRAINT fk_remarks_reaction_id FOREIGN KEY (reaction_id) REFERENCES reactions (id)
);
CREATE INDEX IF NOT EXISTS ix_remarks_reaction_id ON remarks (reaction_id);
CREATE INDEX IF NOT EXISTS ix_remarks_article_id ON remarks (article_id);

CREATE TABLE IF NOT EXISTS decisions (
    id INTEGER PRIMARY KEY,
    remark_id BIGINT NOT NULL,
    outcome VARCHAR(30) NOT NULL DEFAULT '',
    heading VARCHAR(300) NOT NULL DEFAULT '',
    body TEXT NOT NULL,
    reason TEXT NOT NULL,
    account_id BIGINT,
    decided_by VARCHAR(200) NOT NULL DEFAULT '',
    decided_at BIGINT NOT NULL,
    sealed_in BIGINT,
    CONSTRAINT fk_decisions_remark_id FOREIGN KEY (remark_id) REFERENCES remarks (id)
);
CREATE INDEX IF NOT EXISTS ix_decisions_remark_id ON decisions (remark_id);

CREATE TABLE IF NOT EXISTS settlements (
    id INTEGER PRIMARY KEY,
    version_id BIGINT NOT NULL,
    article_id VARCHAR(12) NOT NULL,
    heading VARCHAR(300) NOT NULL DEFAULT '',
    body TEXT NOT NULL,
    author VARCHAR(200) NOT NULL DEFAULT '',
    written_at BIGINT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT fk_settlements_version_id FOREIGN KEY (version_id) REFERENCES covenant_versions (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_settlements_version_id_article_id ON settlements (version_id, article_id);

CREATE TABLE IF NOT EXISTS merged_texts (
    version_id BIGINT NOT NULL,
    canonical TEXT NOT NULL,
    author VARCHAR(200) NOT NULL DEFAULT '',
    merged_at BIGINT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (version_id),
    CONSTRAINT fk_merged_texts_version_id FOREIGN KEY (version_id) REFERENCES covenant_versions (id)
);

CREATE TABLE IF NOT EXISTS round_letters (
    letter_id BIGINT NOT NULL,
    round_id BIGINT NOT NULL,
    consultee_id BIGINT NOT NULL,
    PRIMARY KEY (letter_id),
    CONSTRAINT fk_round_letters_letter_id FOREIGN KEY (letter_id) REFERENCES outbox (id),
    CONSTRAINT fk_round_letters_consultee_id FOREIGN KEY (consultee_id) REFERENCES consultees (id)
);
CREATE INDEX IF NOT EXISTS ix_round_letters_consultee_id ON round_letters (consultee_id);
CREATE INDEX IF NOT EXISTS ix_round_letters_round_id ON round_letters (round_id);

CREATE TABLE IF NOT EXISTS round_links (
    link_id BIGINT NOT NULL,
    consultee_id BIGINT NOT NULL,
    PRIMARY KEY (link_id),
    CONSTRAINT fk_round_links_link_id FOREIGN KEY (link_id) REFERENCES links (id),
    CONSTRAINT fk_round_links_consultee_id FOREIGN KEY (consultee_id) REFERENCES consultees (id)
);
CREATE INDEX IF NOT EXISTS ix_round_links_consultee_id ON round_links (consultee_id);
