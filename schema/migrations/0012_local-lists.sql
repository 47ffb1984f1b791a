CREATE TABLE "list_adoptions" (
	"adoption_id" uuid PRIMARY KEY NOT NULL,
	"list_id" text NOT NULL,
	"list_name" text NOT NULL,
	"stage" text NOT NULL,
	"version" integer NOT NULL,
	"state" jsonb NOT NULL,
	"next_due_at" timestamp with time zone,
	"seen_version" integer DEFAULT 0 NOT NULL,
	"registered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registry_acts" (
	"act_id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"kind" text NOT NULL,
	"request_hash" text NOT NULL,
	"user_id" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"verdict" jsonb
);
--> statement-breakpoint
CREATE UNIQUE INDEX "list_adoptions_one_at_a_time" ON "list_adoptions" USING btree ("list_id") WHERE stage <> 'abandoned';
--> statement-breakpoint
-- What was handed in stays; only its verdict is written, once.
CREATE FUNCTION guard_registry_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.verdict IS NOT NULL
    OR (OLD.act_id, OLD.subject, OLD.kind, OLD.request_hash, OLD.user_id, OLD.received_at)
      IS DISTINCT FROM
      (NEW.act_id, NEW.subject, NEW.kind, NEW.request_hash, NEW.user_id, NEW.received_at) THEN
    RAISE EXCEPTION 'a kept act is only ever given its verdict' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER registry_acts_guard BEFORE UPDATE OR DELETE ON registry_acts
  FOR EACH ROW EXECUTE FUNCTION guard_registry_act();
--> statement-breakpoint
CREATE TRIGGER registry_acts_no_truncate BEFORE TRUNCATE ON registry_acts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
