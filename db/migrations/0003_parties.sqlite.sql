-- The register: organisations and the people who speak for them.
CREATE TABLE IF NOT EXISTS organisations (
    id INTEGER PRIMARY KEY,
    name VARCHAR(200) NOT NULL DEFAULT '',
    search_name VARCHAR(200) NOT NULL DEFAULT '',
    place VARCHAR(100) NOT NULL DEFAULT '',
    website VARCHAR(300) NOT NULL DEFAULT '',
    note TEXT NOT NULL,
    archived SMALLINT NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS ix_organisations_search_name ON organisations (search_name);

CREATE TABLE IF NOT EXISTS organisation_kinds (
    organisation_id BIGINT NOT NULL,
    kind VARCHAR(30) NOT NULL DEFAULT '',
    PRIMARY KEY (organisation_id, kind),
    CONSTRAINT fk_organisation_kinds_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations (id)
);
CREATE INDEX IF NOT EXISTS ix_organisation_kinds_kind_organisation_id ON organisation_kinds (kind, organisation_id);

CREATE TABLE IF NOT EXISTS organisation_lines (
    organisation_id BIGINT NOT NULL,
    line_number INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (organisation_id, line_number),
    CONSTRAINT fk_organisation_lines_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations (id)
);

CREATE TABLE IF NOT EXISTS organisation_tags (
    organisation_id BIGINT NOT NULL,
    tag VARCHAR(50) NOT NULL DEFAULT '',
    PRIMARY KEY (organisation_id, tag),
    CONSTRAINT fk_organisation_tags_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations (id)
);
CREATE INDEX IF NOT EXISTS ix_organisation_tags_tag ON organisation_tags (tag);

CREATE TABLE IF NOT EXISTS contacts (
    id INTEGER PRIMARY KEY,
    organisation_id BIGINT NOT NULL,
    given_name VARCHAR(100) NOT NULL DEFAULT '',
    infix VARCHAR(30) NOT NULL DEFAULT '',
    family_name VARCHAR(100) NOT NULL DEFAULT '',
    address_form VARCHAR(10) NOT NULL DEFAULT '',
    job VARCHAR(150) NOT NULL DEFAULT '',
    language VARCHAR(2) NOT NULL DEFAULT '',
    email VARCHAR(254) NOT NULL DEFAULT '',
    email_key VARCHAR(254) NOT NULL DEFAULT '',
    phone VARCHAR(50) NOT NULL DEFAULT '',
    signatory SMALLINT NOT NULL DEFAULT 0,
    archived SMALLINT NOT NULL DEFAULT 0,
    address_state VARCHAR(10) NOT NULL DEFAULT '',
    revision INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT fk_contacts_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS uq_contacts_organisation_id_email_key ON contacts (organisation_id, email_key);
CREATE INDEX IF NOT EXISTS ix_contacts_email_key ON contacts (email_key);
