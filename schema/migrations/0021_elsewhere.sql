CREATE TABLE "elsewhere_deliveries" (
	"entry_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"awaited_since" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_failure" text,
	"next_attempt_at" timestamp with time zone,
	"received_at" timestamp with time zone,
	"receipt_id" text,
	"receipt_signature" text,
	"alarmed_at" timestamp with time zone,
	CONSTRAINT "elsewhere_deliveries_entry_id_version_pk" PRIMARY KEY("entry_id","version")
);
--> statement-breakpoint
CREATE TABLE "elsewhere_listings" (
	"entry_id" uuid PRIMARY KEY NOT NULL,
	"list_id" text NOT NULL,
	"record_index" text NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"source_updated_at" timestamp with time zone NOT NULL,
	"content_index" text NOT NULL,
	"body_sealed" text NOT NULL,
	"name_index" text NOT NULL,
	"identifier_index" text NOT NULL,
	"public_name" text NOT NULL,
	"search_name" text NOT NULL,
	"public_identifier" text NOT NULL,
	"authority_name" text NOT NULL,
	"document_number" text NOT NULL,
	"listed_on" date,
	"shown_through" date,
	"removed_on" date,
	"came_by" text NOT NULL,
	"first_received_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "elsewhere_messages" (
	"list_id" text NOT NULL,
	"message_id" text NOT NULL,
	"body_hash" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"answer" jsonb NOT NULL,
	"rejected_sealed" text,
	CONSTRAINT "elsewhere_messages_list_id_message_id_pk" PRIMARY KEY("list_id","message_id")
);
--> statement-breakpoint
DROP INDEX "lead_imports_file";--> statement-breakpoint
ALTER TABLE "lead_imports" ADD COLUMN "list_id" text;--> statement-breakpoint
ALTER TABLE "elsewhere_deliveries" ADD CONSTRAINT "elsewhere_deliveries_entry_id_elsewhere_listings_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."elsewhere_listings"("entry_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "elsewhere_deliveries_waiting" ON "elsewhere_deliveries" USING btree ("next_attempt_at") WHERE received_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "elsewhere_listings_record" ON "elsewhere_listings" USING btree ("list_id","record_index");--> statement-breakpoint
CREATE INDEX "elsewhere_listings_newest" ON "elsewhere_listings" USING btree ("listed_on","entry_id");--> statement-breakpoint
CREATE INDEX "elsewhere_listings_name" ON "elsewhere_listings" USING btree ("name_index");--> statement-breakpoint
CREATE INDEX "elsewhere_listings_identifier" ON "elsewhere_listings" USING btree ("identifier_index");--> statement-breakpoint
CREATE INDEX "elsewhere_listings_search" ON "elsewhere_listings" USING gin (regexp_replace("search_name", '(.)', '\1\1', 'g') gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "elsewhere_listings_ends" ON "elsewhere_listings" USING btree ("shown_through") WHERE state = 'shown';--> statement-breakpoint
CREATE INDEX "elsewhere_messages_newest" ON "elsewhere_messages" USING btree ("received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "lead_imports_file" ON "lead_imports" USING btree ("authority_id",coalesce("list_id", ''),"file_hash") WHERE state <> 'failed';