-- A letter changes its state four times on its way; this index no longer moves with it.
CREATE INDEX /*M! IF NOT EXISTS */ ix_outbox_meeting_id ON outbox (meeting_id);
DROP INDEX /*M! IF EXISTS */ ix_outbox_meeting_id_state ON outbox;
