-- Indexes for what is looked up in a big register and after many meetings.
CREATE INDEX IF NOT EXISTS ix_organisations_archived_search_name ON organisations (archived, search_name);
CREATE INDEX IF NOT EXISTS ix_contacts_archived ON contacts (archived);
CREATE INDEX IF NOT EXISTS ix_invitations_email ON invitations (email);
