-- Whoever waits for a ruling hears of it when its transaction commits: the id of the command, nothing else.
CREATE FUNCTION tell_of_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('command_ruled', NEW.command_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER commands_tell_of_verdict AFTER UPDATE OF verdict ON commands
  FOR EACH ROW WHEN (OLD.verdict IS NULL AND NEW.verdict IS NOT NULL) EXECUTE FUNCTION tell_of_verdict();
