CREATE TABLE "law_editions" (
	"edition" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL,
	"proofs" jsonb NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"approved_by" text,
	"approved_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "law_ledger" (
	"entry_id" text PRIMARY KEY NOT NULL,
	"unit" text NOT NULL,
	"review_on" date NOT NULL,
	"conforms" boolean NOT NULL,
	"plan" text NOT NULL,
	"kept_by" text NOT NULL,
	"kept_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "case_id" DROP NOT NULL;
--> statement-breakpoint
-- What an edition holds never changes; it is approved once, by somebody else.
CREATE FUNCTION guard_law_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.approved_at IS NOT NULL OR NEW.approved_by = OLD.entered_by
    OR (OLD.edition, OLD.body, OLD.entered_by, OLD.entered_at)
      IS DISTINCT FROM (NEW.edition, NEW.body, NEW.entered_by, NEW.entered_at) THEN
    RAISE EXCEPTION 'an edition is only ever approved, by another person' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER law_editions_guard BEFORE UPDATE OR DELETE ON law_editions
  FOR EACH ROW EXECUTE FUNCTION guard_law_edition();
--> statement-breakpoint
CREATE TRIGGER law_editions_no_truncate BEFORE TRUNCATE ON law_editions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
