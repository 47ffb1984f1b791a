CREATE TABLE "delivery_proofs" (
	"proof_id" bigserial PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"version" integer NOT NULL,
	"state" text,
	"repairs" integer NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"receipt_id" text NOT NULL,
	"receipt_signature" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "divergences" (
	"divergence_id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"entry_id" text NOT NULL,
	"kind" text NOT NULL,
	"differences" jsonb NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"repair_sent_at" timestamp with time zone,
	"alarmed_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "reconciliations" (
	"channel" text PRIMARY KEY NOT NULL,
	"next_due_at" timestamp with time zone NOT NULL,
	"last_run_at" timestamp with time zone,
	"last_compared" integer,
	"unreadable_since" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "awaited_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "verified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "delivery_proofs" ADD CONSTRAINT "delivery_proofs_case_id_case_files_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delivery_proofs_case" ON "delivery_proofs" USING btree ("case_id","channel","version");--> statement-breakpoint
CREATE UNIQUE INDEX "divergences_open" ON "divergences" USING btree ("channel","entry_id","kind") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "divergences_newest" ON "divergences" USING btree ("channel","found_at");--> statement-breakpoint
CREATE INDEX "deliveries_unverified" ON "deliveries" USING btree ("channel") WHERE received_at is not null and verified_at is null;--> statement-breakpoint

--> statement-breakpoint
-- What was received before stands in the ledger of proofs too.
INSERT INTO "delivery_proofs" ("case_id", "channel", "version", "state", "repairs", "received_at", "receipt_id", "receipt_signature")
SELECT "case_id", "channel", "version", "state", "repairs", "received_at", coalesce("receipt_id", ''), coalesce("receipt_signature", '')
FROM "deliveries" WHERE "received_at" IS NOT NULL;
