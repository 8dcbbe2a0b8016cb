-- Meetings, who is invited, what they answered, and the rules that remind them.
CREATE TABLE IF NOT EXISTS meetings (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    programme_id BIGINT NOT NULL,
    step_id BIGINT,
    kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    title VARCHAR(200) NOT NULL DEFAULT '',
    goal TEXT NOT NULL,
    agenda TEXT NOT NULL,
    starts_local CHAR(16) NOT NULL,
    ends_local CHAR(16) NOT NULL,
    zone VARCHAR(50) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    second_occurrence SMALLINT NOT NULL DEFAULT 0,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    place VARCHAR(200) NOT NULL DEFAULT '',
    address VARCHAR(300) NOT NULL DEFAULT '',
    online_url VARCHAR(500) NOT NULL DEFAULT '',
    capacity BIGINT,
    answer_by_local CHAR(16) NOT NULL,
    answer_by_at BIGINT NOT NULL,
    substitutes_allowed SMALLINT NOT NULL DEFAULT 0,
    state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    cancel_reason TEXT NOT NULL,
    uid VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    sequence BIGINT NOT NULL DEFAULT 0,
    invited_at BIGINT,
    turns BIGINT NOT NULL DEFAULT 0,
    revision BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT fk_meetings_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id),
    CONSTRAINT fk_meetings_step_id FOREIGN KEY (step_id) REFERENCES steps (id),
    UNIQUE KEY uq_meetings_uid (uid),
    KEY ix_meetings_state_starts_at (state, starts_at),
    KEY ix_meetings_starts_at (starts_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS invitations (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    meeting_id BIGINT NOT NULL,
    contact_id BIGINT,
    substitute_for BIGINT,
    given_name VARCHAR(200) NOT NULL DEFAULT '',
    infix VARCHAR(30) NOT NULL DEFAULT '',
    family_name VARCHAR(100) NOT NULL DEFAULT '',
    address_form VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    organisation VARCHAR(200) NOT NULL DEFAULT '',
    organisation_id BIGINT,
    email VARCHAR(254) NOT NULL DEFAULT '',
    language VARCHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    answer VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    source VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    entered_by VARCHAR(200) NOT NULL DEFAULT '',
    remark TEXT NOT NULL,
    invited_at BIGINT,
    answered_at BIGINT,
    waiting_since BIGINT,
    offer_until BIGINT,
    address_state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    contradictory SMALLINT NOT NULL DEFAULT 0,
    uid VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    revision BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT fk_invitations_meeting_id FOREIGN KEY (meeting_id) REFERENCES meetings (id),
    CONSTRAINT fk_invitations_contact_id FOREIGN KEY (contact_id) REFERENCES contacts (id),
    UNIQUE KEY uq_invitations_meeting_id_contact_id (meeting_id, contact_id),
    UNIQUE KEY uq_invitations_uid (uid),
    KEY ix_invitations_meeting_id_answer (meeting_id, answer),
    KEY ix_invitations_contact_id (contact_id),
    KEY ix_invitations_offer_until (offer_until)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS answers (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    invitation_id BIGINT NOT NULL,
    answer VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    remark TEXT NOT NULL,
    substitute_name VARCHAR(200) NOT NULL DEFAULT '',
    substitute_email VARCHAR(254) NOT NULL DEFAULT '',
    source VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    entered_by VARCHAR(200) NOT NULL DEFAULT '',
    given_at BIGINT NOT NULL,
    CONSTRAINT fk_answers_invitation_id FOREIGN KEY (invitation_id) REFERENCES invitations (id),
    KEY ix_answers_invitation_id (invitation_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS reminder_rules (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    meeting_id BIGINT NOT NULL,
    kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    working_days BIGINT NOT NULL DEFAULT 0,
    active SMALLINT NOT NULL DEFAULT 0,
    CONSTRAINT fk_reminder_rules_meeting_id FOREIGN KEY (meeting_id) REFERENCES meetings (id),
    UNIQUE KEY uq_reminder_rules_meeting_id_kind_working_days (meeting_id, kind, working_days)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS reminders (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    rule_id BIGINT NOT NULL,
    invitation_id BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    CONSTRAINT fk_reminders_rule_id FOREIGN KEY (rule_id) REFERENCES reminder_rules (id),
    CONSTRAINT fk_reminders_invitation_id FOREIGN KEY (invitation_id) REFERENCES invitations (id),
    UNIQUE KEY uq_reminders_rule_id_invitation_id (rule_id, invitation_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
