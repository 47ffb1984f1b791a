CREATE TABLE "paper_templates" (
	"version" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"kept_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "made_with" jsonb;--> statement-breakpoint
-- A template stands as it was when papers were made from it.
CREATE TRIGGER paper_templates_stand BEFORE UPDATE OR DELETE ON "paper_templates"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER paper_templates_never_emptied BEFORE TRUNCATE ON "paper_templates"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
