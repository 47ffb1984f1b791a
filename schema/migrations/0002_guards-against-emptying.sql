-- Emptying a table at once passes by triggers on rows: what may not be deleted may not be emptied either.
CREATE TRIGGER refusals_no_truncate BEFORE TRUNCATE ON refusals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER readings_no_truncate BEFORE TRUNCATE ON readings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER commands_no_truncate BEFORE TRUNCATE ON commands
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER case_clock_no_truncate BEFORE TRUNCATE ON case_clock
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The place of an act in the queue is part of what was handed in.
CREATE OR REPLACE FUNCTION guard_command() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.verdict IS NOT NULL
    OR (OLD.command_id, OLD.arrival, OLD.case_id, OLD.kind, OLD.request_hash, OLD.received_at, OLD.body, OLD.actor)
      IS DISTINCT FROM
      (NEW.command_id, NEW.arrival, NEW.case_id, NEW.kind, NEW.request_hash, NEW.received_at, NEW.body, NEW.actor) THEN
    RAISE EXCEPTION 'a kept command is only ever given its verdict' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- A number that was given is never given again.
CREATE FUNCTION guard_number_series() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.series <> OLD.series OR NEW.last < OLD.last THEN
    RAISE EXCEPTION 'numbers are never given twice' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER number_series_guard BEFORE UPDATE OR DELETE ON number_series
  FOR EACH ROW EXECUTE FUNCTION guard_number_series();
--> statement-breakpoint
CREATE TRIGGER number_series_no_truncate BEFORE TRUNCATE ON number_series
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
