-- The one source of now: the database's clock, moved by the demo offset. Every transaction that judges or records reads it.
CREATE FUNCTION case_clock_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
  SELECT date_trunc('milliseconds', clock_timestamp())
    + coalesce((SELECT offset_ms FROM case_clock WHERE id = 1), 0) * interval '1 millisecond'
$$;
--> statement-breakpoint
-- The clock never goes back once it runs, and stands still in production.
CREATE FUNCTION guard_case_clock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'the case clock has one row and keeps it' USING ERRCODE = '42501';
  END IF;
  IF OLD.mode = 'production' AND NEW.offset_ms <> 0 THEN
    RAISE EXCEPTION 'the clock of a production database cannot be moved' USING ERRCODE = '42501';
  END IF;
  IF NEW.offset_ms < OLD.offset_ms THEN
    RAISE EXCEPTION 'the case clock only goes forward' USING ERRCODE = '42501';
  END IF;
  IF NEW.mode <> OLD.mode THEN
    RAISE EXCEPTION 'the mode of a database is fixed when it is created' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_clock_guard BEFORE UPDATE OR DELETE ON case_clock
  FOR EACH ROW EXECUTE FUNCTION guard_case_clock();
--> statement-breakpoint
ALTER TABLE case_clock ADD CONSTRAINT case_clock_one_row CHECK (id = 1);
--> statement-breakpoint
-- What happened stays as it was written.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
--> statement-breakpoint
CREATE TRIGGER case_events_append_only BEFORE UPDATE OR DELETE ON case_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER case_events_no_truncate BEFORE TRUNCATE ON case_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER refusals_append_only BEFORE UPDATE OR DELETE ON refusals
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER readings_append_only BEFORE UPDATE OR DELETE ON readings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A command keeps what was handed in; only its verdict is written, once.
CREATE FUNCTION guard_command() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.verdict IS NOT NULL
    OR (OLD.command_id, OLD.case_id, OLD.kind, OLD.request_hash, OLD.received_at, OLD.body, OLD.actor)
      IS DISTINCT FROM (NEW.command_id, NEW.case_id, NEW.kind, NEW.request_hash, NEW.received_at, NEW.body, NEW.actor) THEN
    RAISE EXCEPTION 'a kept command is only ever given its verdict' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER commands_guard BEFORE UPDATE OR DELETE ON commands
  FOR EACH ROW EXECUTE FUNCTION guard_command();
