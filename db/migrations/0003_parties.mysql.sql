-- The register: organisations and the people who speak for them.
CREATE TABLE IF NOT EXISTS organisations (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(200) NOT NULL DEFAULT '',
    search_name VARCHAR(400) NOT NULL DEFAULT '',
    place VARCHAR(100) NOT NULL DEFAULT '',
    website VARCHAR(300) NOT NULL DEFAULT '',
    note TEXT NOT NULL,
    archived SMALLINT NOT NULL DEFAULT 0,
    revision BIGINT NOT NULL DEFAULT 0,
    KEY ix_organisations_search_name (search_name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS organisation_kinds (
    organisation_id BIGINT NOT NULL,
    kind VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    PRIMARY KEY (organisation_id, kind),
    CONSTRAINT fk_organisation_kinds_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations (id),
    KEY ix_organisation_kinds_kind_organisation_id (kind, organisation_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS organisation_lines (
    organisation_id BIGINT NOT NULL,
    line_number BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (organisation_id, line_number),
    CONSTRAINT fk_organisation_lines_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS organisation_tags (
    organisation_id BIGINT NOT NULL,
    tag VARCHAR(50) COLLATE utf8mb4_bin NOT NULL DEFAULT '',
    PRIMARY KEY (organisation_id, tag),
    CONSTRAINT fk_organisation_tags_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations (id),
    KEY ix_organisation_tags_tag (tag)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS contacts (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    organisation_id BIGINT NOT NULL,
    given_name VARCHAR(100) NOT NULL DEFAULT '',
    infix VARCHAR(30) NOT NULL DEFAULT '',
    family_name VARCHAR(100) NOT NULL DEFAULT '',
    address_form VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    job VARCHAR(150) NOT NULL DEFAULT '',
    language VARCHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    email VARCHAR(254) NOT NULL DEFAULT '',
    email_key VARCHAR(254) NOT NULL DEFAULT '',
    phone VARCHAR(50) NOT NULL DEFAULT '',
    signatory SMALLINT NOT NULL DEFAULT 0,
    archived SMALLINT NOT NULL DEFAULT 0,
    address_state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    revision BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT fk_contacts_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations (id),
    UNIQUE KEY uq_contacts_organisation_id_email_key (organisation_id, email_key),
    KEY ix_contacts_email_key (email_key)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
