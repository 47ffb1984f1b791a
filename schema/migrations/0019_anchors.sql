CREATE TABLE "anchor_heads" (
	"sequence" integer NOT NULL,
	"case_id" uuid NOT NULL,
	"case_key" text NOT NULL,
	"version" integer NOT NULL,
	"leaf" text NOT NULL,
	CONSTRAINT "anchor_heads_sequence_case_id_pk" PRIMARY KEY("sequence","case_id")
);
--> statement-breakpoint
CREATE TABLE "anchors" (
	"sequence" integer PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"statement" text NOT NULL,
	"hash" text NOT NULL,
	"key_id" text NOT NULL,
	"signature" text NOT NULL,
	"public_key" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "anchors_day_unique" UNIQUE("day"),
	CONSTRAINT "anchors_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "anchor_heads" ADD CONSTRAINT "anchor_heads_sequence_anchors_sequence_fk" FOREIGN KEY ("sequence") REFERENCES "public"."anchors"("sequence") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anchor_heads" ADD CONSTRAINT "anchor_heads_case_id_case_files_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "anchor_heads_case" ON "anchor_heads" USING btree ("case_id","sequence");--> statement-breakpoint
-- An anchor that was made stays as it was published.
CREATE TRIGGER anchors_append_only BEFORE UPDATE OR DELETE ON anchors
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER anchors_no_truncate BEFORE TRUNCATE ON anchors
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER anchor_heads_append_only BEFORE UPDATE OR DELETE ON anchor_heads
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER anchor_heads_no_truncate BEFORE TRUNCATE ON anchor_heads
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
