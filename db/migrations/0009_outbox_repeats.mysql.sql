-- A letter whose outcome is uncertain leaves once more by itself.
ALTER TABLE outbox ADD COLUMN IF NOT EXISTS repeats_left BIGINT NOT NULL DEFAULT 1;
