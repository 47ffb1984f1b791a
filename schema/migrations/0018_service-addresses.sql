CREATE TABLE "service_addresses" (
	"address_id" text PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "service_addresses" ADD CONSTRAINT "service_addresses_case_id_case_files_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What was confirmed stays as it was written.
CREATE TRIGGER service_addresses_append_only BEFORE UPDATE OR DELETE ON service_addresses
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER service_addresses_no_truncate BEFORE TRUNCATE ON service_addresses
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A number that was given stays on record with its paper; only what is made of the paper is filled in.
CREATE FUNCTION guard_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (OLD.paper_id, OLD.case_id, OLD.party_id, OLD.kind, OLD.number, OLD.issued_on, OLD.check_code)
      IS DISTINCT FROM (NEW.paper_id, NEW.case_id, NEW.party_id, NEW.kind, NEW.number, NEW.issued_on, NEW.check_code) THEN
    RAISE EXCEPTION 'a paper keeps its number' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER papers_guard BEFORE UPDATE OR DELETE ON papers
  FOR EACH ROW EXECUTE FUNCTION guard_paper();
--> statement-breakpoint
CREATE TRIGGER papers_no_truncate BEFORE TRUNCATE ON papers
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Cases of earlier versions had no address confirmed for service.
UPDATE "case_files" SET "state" = "state" || '{"serviceAddress": null}'::jsonb
WHERE NOT "state" ? 'serviceAddress';
