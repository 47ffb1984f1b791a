CREATE TABLE "incidents" (
	"incident_id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"kind" text NOT NULL,
	"cause" text NOT NULL,
	"case_id" uuid,
	"list_id" text,
	"authority_id" text,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" text NOT NULL,
	"report" jsonb,
	"outcome" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "incidents_source_unique" UNIQUE("source"),
	CONSTRAINT "incidents_reported_before_closed" CHECK ("incidents"."closed_at" is null or ("incidents"."report" is not null and "incidents"."outcome" is not null))
);
--> statement-breakpoint
CREATE TABLE "registry_events" (
	"subject" text NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"user_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"algorithm" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "registry_events_subject_seq_pk" PRIMARY KEY("subject","seq")
);
--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_case_id_case_files_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_authority_id_authorities_authority_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("authority_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incidents_newest" ON "incidents" USING btree ("opened_at","incident_id");--> statement-breakpoint
CREATE TRIGGER registry_events_append_only BEFORE UPDATE OR DELETE ON registry_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER registry_events_no_truncate BEFORE TRUNCATE ON registry_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What an incident arose from stays as it was entered, and a closed one stays closed.
CREATE FUNCTION guard_incident() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL
    OR (OLD.incident_id, OLD.source, OLD.kind, OLD.cause, OLD.case_id, OLD.list_id, OLD.authority_id, OLD.opened_at, OLD.opened_by)
      IS DISTINCT FROM
      (NEW.incident_id, NEW.source, NEW.kind, NEW.cause, NEW.case_id, NEW.list_id, NEW.authority_id, NEW.opened_at, NEW.opened_by) THEN
    RAISE EXCEPTION 'an incident is only ever reported and closed' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER incidents_guard BEFORE UPDATE OR DELETE ON incidents
  FOR EACH ROW EXECUTE FUNCTION guard_incident();
--> statement-breakpoint
CREATE TRIGGER incidents_no_truncate BEFORE TRUNCATE ON incidents
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
