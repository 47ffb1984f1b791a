CREATE SEQUENCE "public"."feed_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "distribution_batches" (
	"batch_id" text PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"rows" integer NOT NULL,
	"manifest_hash" text,
	"received_at" timestamp with time zone,
	"refused" jsonb
);
--> statement-breakpoint
CREATE TABLE "feed_cursors" (
	"channel" text PRIMARY KEY NOT NULL,
	"acknowledged" bigint NOT NULL,
	"acknowledged_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "state" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "repairs" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "batch_id" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "feed_number" bigint;--> statement-breakpoint
CREATE INDEX "distribution_batches_channel" ON "distribution_batches" USING btree ("channel","made_at");--> statement-breakpoint
CREATE INDEX "deliveries_backlog" ON "deliveries" USING btree ("channel","case_id") WHERE received_at is null;--> statement-breakpoint
CREATE INDEX "deliveries_batch" ON "deliveries" USING btree ("batch_id") WHERE batch_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_feed" ON "deliveries" USING btree ("channel","feed_number");--> statement-breakpoint

--> statement-breakpoint
-- What was sent before carries no state: the newest version tells what the case shows, every older one was shown or suspended before it.
UPDATE "deliveries" d SET "state" = coalesce(nullif(c.state ->> 'publicationState', 'none'), 'shown')
FROM "case_files" c
WHERE c.case_id = d.case_id AND d.version = (c.state ->> 'publicationVersion')::int;
