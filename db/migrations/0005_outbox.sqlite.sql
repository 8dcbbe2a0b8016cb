-- Letters that wait, leave or have left; attempts; the personal links in them; what happened.
CREATE TABLE IF NOT EXISTS outbox (
    id INTEGER PRIMARY KEY,
    kind VARCHAR(30) NOT NULL DEFAULT '',
    state VARCHAR(20) NOT NULL DEFAULT '',
    occasion VARCHAR(100) NOT NULL DEFAULT '',
    recipient VARCHAR(100) NOT NULL DEFAULT '',
    ordinal INTEGER NOT NULL DEFAULT 0,
    meeting_id BIGINT,
    invitation_id BIGINT,
    account_id BIGINT,
    language VARCHAR(2) NOT NULL DEFAULT '',
    to_name VARCHAR(300) NOT NULL DEFAULT '',
    to_address VARCHAR(254) NOT NULL DEFAULT '',
    message_id VARCHAR(120) NOT NULL DEFAULT '',
    seed VARCHAR(32) NOT NULL DEFAULT '',
    written_at BIGINT NOT NULL,
    facts TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    lease_owner VARCHAR(40) NOT NULL DEFAULT '',
    lease_until BIGINT,
    fence INTEGER NOT NULL DEFAULT 0,
    sha256 VARCHAR(64) NOT NULL DEFAULT '',
    last_code INTEGER NOT NULL DEFAULT 0,
    last_reply VARCHAR(300) NOT NULL DEFAULT '',
    sent_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_outbox_occasion_recipient_kind_ordinal ON outbox (occasion, recipient, kind, ordinal);
CREATE UNIQUE INDEX IF NOT EXISTS uq_outbox_message_id ON outbox (message_id);
CREATE INDEX IF NOT EXISTS ix_outbox_state_next_attempt_at ON outbox (state, next_attempt_at);
CREATE INDEX IF NOT EXISTS ix_outbox_meeting_id_state ON outbox (meeting_id, state);
CREATE INDEX IF NOT EXISTS ix_outbox_invitation_id ON outbox (invitation_id);
CREATE INDEX IF NOT EXISTS ix_outbox_account_id ON outbox (account_id);

CREATE TABLE IF NOT EXISTS outbox_attempts (
    id INTEGER PRIMARY KEY,
    letter_id BIGINT NOT NULL,
    number INTEGER NOT NULL DEFAULT 0,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    data_started_at BIGINT,
    outcome VARCHAR(20) NOT NULL DEFAULT '',
    code INTEGER NOT NULL DEFAULT 0,
    reply VARCHAR(300) NOT NULL DEFAULT '',
    sha256 VARCHAR(64) NOT NULL DEFAULT '',
    CONSTRAINT fk_outbox_attempts_letter_id FOREIGN KEY (letter_id) REFERENCES outbox (id)
);
CREATE INDEX IF NOT EXISTS ix_outbox_attempts_letter_id ON outbox_attempts (letter_id);

CREATE TABLE IF NOT EXISTS links (
    id INTEGER PRIMARY KEY,
    link_key VARCHAR(32) NOT NULL DEFAULT '',
    key_number INTEGER NOT NULL DEFAULT 0,
    purpose VARCHAR(20) NOT NULL DEFAULT '',
    invitation_id BIGINT,
    account_id BIGINT,
    letter_id BIGINT,
    lookup VARCHAR(64) NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT,
    used_at BIGINT
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_links_lookup ON links (lookup);
CREATE INDEX IF NOT EXISTS ix_links_invitation_id ON links (invitation_id);
CREATE INDEX IF NOT EXISTS ix_links_account_id ON links (account_id);
CREATE INDEX IF NOT EXISTS ix_links_letter_id ON links (letter_id);

CREATE TABLE IF NOT EXISTS events (
    id INTEGER PRIMARY KEY,
    happened_at BIGINT NOT NULL,
    actor_kind VARCHAR(20) NOT NULL DEFAULT '',
    actor_name VARCHAR(200) NOT NULL DEFAULT '',
    account_id BIGINT,
    verb VARCHAR(40) NOT NULL DEFAULT '',
    meeting_id BIGINT,
    invitation_id BIGINT,
    organisation_id BIGINT,
    contact_id BIGINT,
    programme_id BIGINT,
    detail TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_events_meeting_id ON events (meeting_id);
CREATE INDEX IF NOT EXISTS ix_events_invitation_id ON events (invitation_id);
CREATE INDEX IF NOT EXISTS ix_events_organisation_id ON events (organisation_id);
CREATE INDEX IF NOT EXISTS ix_events_happened_at ON events (happened_at);
