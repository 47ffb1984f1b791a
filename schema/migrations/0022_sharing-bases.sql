CREATE TABLE "sharing_bases" (
	"basis_id" uuid PRIMARY KEY NOT NULL,
	"list_id" text NOT NULL,
	"instrument" text NOT NULL,
	"article" text NOT NULL,
	"reasons" text NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "elsewhere_deliveries" ADD COLUMN "repairs" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "elsewhere_deliveries" ADD COLUMN "content_index" text;--> statement-breakpoint
ALTER TABLE "elsewhere_deliveries" ADD COLUMN "verified_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "sharing_bases_newest" ON "sharing_bases" USING btree ("list_id","entered_at");
--> statement-breakpoint
-- What a legal officer has named stands as it was written; the newest word holds.
CREATE TRIGGER sharing_bases_stand BEFORE UPDATE OR DELETE ON "sharing_bases"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER sharing_bases_never_emptied BEFORE TRUNCATE ON "sharing_bases"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
