-- A letter changes its state four times on its way; this index no longer moves with it.
CREATE INDEX IF NOT EXISTS ix_outbox_meeting_id ON outbox (meeting_id);
DROP INDEX IF EXISTS ix_outbox_meeting_id_state;
