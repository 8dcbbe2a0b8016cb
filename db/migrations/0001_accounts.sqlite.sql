-- Staff accounts, their sign-ins, one-time links and the settings of the office.
CREATE TABLE IF NOT EXISTS settings (
    name VARCHAR(64) NOT NULL DEFAULT '',
    value TEXT NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE IF NOT EXISTS accounts (
    id INTEGER PRIMARY KEY,
    email VARCHAR(254) NOT NULL DEFAULT '',
    name VARCHAR(200) NOT NULL DEFAULT '',
    role VARCHAR(20) NOT NULL DEFAULT '',
    language VARCHAR(2) NOT NULL DEFAULT '',
    status VARCHAR(20) NOT NULL DEFAULT '',
    password_hash VARCHAR(200) NOT NULL DEFAULT '',
    totp_sealed VARCHAR(300) NOT NULL DEFAULT '',
    totp_last_step INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    failed_at BIGINT,
    created_at BIGINT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_accounts_email ON accounts (email);

CREATE TABLE IF NOT EXISTS recovery_codes (
    id INTEGER PRIMARY KEY,
    account_id BIGINT NOT NULL,
    code_hash VARCHAR(64) NOT NULL DEFAULT '',
    used_at BIGINT,
    CONSTRAINT fk_recovery_codes_account_id FOREIGN KEY (account_id) REFERENCES accounts (id)
);
CREATE INDEX IF NOT EXISTS ix_recovery_codes_account_id ON recovery_codes (account_id);

CREATE TABLE IF NOT EXISTS sign_ins (
    id INTEGER PRIMARY KEY,
    lookup VARCHAR(64) NOT NULL DEFAULT '',
    account_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    CONSTRAINT fk_sign_ins_account_id FOREIGN KEY (account_id) REFERENCES accounts (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_sign_ins_lookup ON sign_ins (lookup);
CREATE INDEX IF NOT EXISTS ix_sign_ins_account_id ON sign_ins (account_id);
