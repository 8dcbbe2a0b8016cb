-- Meetings, who is invited, what they answered, and the rules that remind them.
CREATE TABLE IF NOT EXISTS meetings (
    id INTEGER PRIMARY KEY,
    programme_id BIGINT NOT NULL,
    step_id BIGINT,
    kind VARCHAR(20) NOT NULL DEFAULT '',
    title VARCHAR(200) NOT NULL DEFAULT '',
    goal TEXT NOT NULL,
    agenda TEXT NOT NULL,
    starts_local CHAR(16) NOT NULL,
    ends_local CHAR(16) NOT NULL,
    zone VARCHAR(50) NOT NULL DEFAULT '',
    second_occurrence SMALLINT NOT NULL DEFAULT 0,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    place VARCHAR(200) NOT NULL DEFAULT '',
    address VARCHAR(300) NOT NULL DEFAULT '',
    online_url VARCHAR(500) NOT NULL DEFAULT '',
    capacity INTEGER,
    answer_by_local CHAR(16) NOT NULL,
    answer_by_at BIGINT NOT NULL,
    substitutes_allowed SMALLINT NOT NULL DEFAULT 0,
    state VARCHAR(20) NOT NULL DEFAULT '',
    cancel_reason TEXT NOT NULL,
    uid VARCHAR(100) NOT NULL DEFAULT '',
    sequence INTEGER NOT NULL DEFAULT 0,
    invited_at BIGINT,
    turns INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT fk_meetings_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id),
    CONSTRAINT fk_meetings_step_id FOREIGN KEY (step_id) REFERENCES steps (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_meetings_uid ON meetings (uid);
CREATE INDEX IF NOT EXISTS ix_meetings_state_starts_at ON meetings (state, starts_at);
CREATE INDEX IF NOT EXISTS ix_meetings_starts_at ON meetings (starts_at);

CREATE TABLE IF NOT EXISTS invitations (
    id INTEGER PRIMARY KEY,
    meeting_id BIGINT NOT NULL,
    contact_id BIGINT,
    substitute_for BIGINT,
    given_name VARCHAR(200) NOT NULL DEFAULT '',
    infix VARCHAR(30) NOT NULL DEFAULT '',
    family_name VARCHAR(100) NOT NULL DEFAULT '',
    address_form VARCHAR(10) NOT NULL DEFAULT '',
    organisation VARCHAR(200) NOT NULL DEFAULT '',
    organisation_id BIGINT,
    email VARCHAR(254) NOT NULL DEFAULT '',
    language VARCHAR(2) NOT NULL DEFAULT '',
    state VARCHAR(20) NOT NULL DEFAULT '',
    answer VARCHAR(20) NOT NULL DEFAULT '',
    source VARCHAR(20) NOT NULL DEFAULT '',
    entered_by VARCHAR(200) NOT NULL DEFAULT '',
    remark TEXT NOT NULL,
    invited_at BIGINT,
    answered_at BIGINT,
    waiting_since BIGINT,
    offer_until BIGINT,
    address_state VARCHAR(10) NOT NULL DEFAULT '',
    contradictory SMALLINT NOT NULL DEFAULT 0,
    uid VARCHAR(100) NOT NULL DEFAULT '',
    revision INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT fk_invitations_meeting_id FOREIGN KEY (meeting_id) REFERENCES meetings (id),
    CONSTRAINT fk_invitations_contact_id FOREIGN KEY (contact_id) REFERENCES contacts (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_invitations_meeting_id_contact_id ON invitations (meeting_id, contact_id);
CREATE UNIQUE INDEX IF NOT EXISTS uq_invitations_uid ON invitations (uid);
CREATE INDEX IF NOT EXISTS ix_invitations_meeting_id_answer ON invitations (meeting_id, answer);
CREATE INDEX IF NOT EXISTS ix_invitations_contact_id ON invitations (contact_id);
CREATE INDEX IF NOT EXISTS ix_invitations_offer_until ON invitations (offer_until);

CREATE TABLE IF NOT EXISTS answers (
    id INTEGER PRIMARY KEY,
    invitation_id BIGINT NOT NULL,
    answer VARCHAR(20) NOT NULL DEFAULT '',
    remark TEXT NOT NULL,
    substitute_name VARCHAR(200) NOT NULL DEFAULT '',
    substitute_email VARCHAR(254) NOT NULL DEFAULT '',
    source VARCHAR(20) NOT NULL DEFAULT '',
    entered_by VARCHAR(200) NOT NULL DEFAULT '',
    given_at BIGINT NOT NULL,
    CONSTRAINT fk_answers_invitation_id FOREIGN KEY (invitation_id) REFERENCES invitations (id)
);
CREATE INDEX IF NOT EXISTS ix_answers_invitation_id ON answers (invitation_id);

CREATE TABLE IF NOT EXISTS reminder_rules (
    id INTEGER PRIMARY KEY,
    meeting_id BIGINT NOT NULL,
    kind VARCHAR(20) NOT NULL DEFAULT '',
    working_days INTEGER NOT NULL DEFAULT 0,
    active SMALLINT NOT NULL DEFAULT 0,
    CONSTRAINT fk_reminder_rules_meeting_id FOREIGN KEY (meeting_id) REFERENCES meetings (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_reminder_rules_meeting_id_kind_working_days ON reminder_rules (meeting_id, kind, working_days);

CREATE TABLE IF NOT EXISTS reminders (
    id INTEGER PRIMARY KEY,
    rule_id BIGINT NOT NULL,
    invitation_id BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    CONSTRAINT fk_reminders_rule_id FOREIGN KEY (rule_id) REFERENCES reminder_rules (id),
    CONSTRAINT fk_reminders_invitation_id FOREIGN KEY (invitation_id) REFERENCES invitations (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_reminders_rule_id_invitation_id ON reminders (rule_id, invitation_id);
