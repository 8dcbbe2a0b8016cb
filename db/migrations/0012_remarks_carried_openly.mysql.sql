-- What other parties could not read in one round, they must not read in the next one either.
ALTER TABLE remarks ADD COLUMN IF NOT EXISTS carried_openly SMALLINT NOT NULL DEFAULT 0;
