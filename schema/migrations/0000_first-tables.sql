CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE "accounts" (
	"user_id" text PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"display_name" text NOT NULL,
	"password_hash" text NOT NULL,
	"roles" jsonb NOT NULL,
	"authority_id" text,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_username_unique" UNIQUE("username")
);
--> statement-breakpoint
CREATE TABLE "authorities" (
	"authority_id" text PRIMARY KEY NOT NULL,
	"profile" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"session_hash" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_events" (
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"act_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"algorithm" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "case_events_case_id_seq_pk" PRIMARY KEY("case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "case_files" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"case_number" text NOT NULL,
	"list_id" text NOT NULL,
	"authority_id" text NOT NULL,
	"party_id" uuid NOT NULL,
	"officer_id" text NOT NULL,
	"reviewer_id" text,
	"signer_id" text,
	"stage" text NOT NULL,
	"version" integer NOT NULL,
	"state" jsonb NOT NULL,
	"next_deadline_id" text,
	"next_deadline_at" timestamp with time zone,
	"chain_head" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"workflow_started_at" timestamp with time zone,
	CONSTRAINT "case_files_case_number_unique" UNIQUE("case_number"),
	CONSTRAINT "case_files_four_eyes" CHECK ("case_files"."reviewer_id" is distinct from "case_files"."officer_id" and "case_files"."signer_id" is distinct from "case_files"."officer_id" and ("case_files"."signer_id" is null or "case_files"."signer_id" is distinct from "case_files"."reviewer_id"))
);
--> statement-breakpoint
CREATE TABLE "commands" (
	"command_id" text PRIMARY KEY NOT NULL,
	"arrival" bigserial NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" jsonb NOT NULL,
	"request_hash" text NOT NULL,
	"actor" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"verdict" jsonb,
	"ruled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"follow_up_id" text PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"paper_id" text,
	"version" integer,
	"created_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "matters" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"list_id" text NOT NULL,
	"authority_id" text NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"request_id" text NOT NULL,
	"request_hash" text NOT NULL,
	CONSTRAINT "matters_request_id_unique" UNIQUE("request_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"message_id" text PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"text" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "parties" (
	"party_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_sealed" text NOT NULL,
	"name_index" text NOT NULL,
	"identifier_sealed" text NOT NULL,
	"identifier_index" text NOT NULL,
	"last_six_index" text NOT NULL,
	"address_sealed" text NOT NULL,
	"phone_sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refusals" (
	"refusal_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid,
	"command_id" text,
	"act" text NOT NULL,
	"user_id" text NOT NULL,
	"authority_id" text,
	"refusal" jsonb NOT NULL,
	"refused_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_clock" (
	"id" integer PRIMARY KEY NOT NULL,
	"offset_ms" bigint NOT NULL,
	"mode" text NOT NULL,
	"moved" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_notices" (
	"notice_id" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "law_packs" (
	"list_id" text NOT NULL,
	"version" text NOT NULL,
	"body" jsonb NOT NULL,
	"state" text NOT NULL,
	"approved_by" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"activated_at" timestamp with time zone,
	CONSTRAINT "law_packs_list_id_version_pk" PRIMARY KEY("list_id","version")
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"series" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"paper_id" text PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"issued_on" date NOT NULL,
	"check_code" text NOT NULL,
	"data_sealed" text,
	"template_version" text,
	"pack_version" text NOT NULL,
	"served_blob" text,
	"file_blob" text,
	"render_hash" text,
	"rendered_at" timestamp with time zone,
	CONSTRAINT "papers_number_unique" UNIQUE("number"),
	CONSTRAINT "papers_check_code_unique" UNIQUE("check_code")
);
--> statement-breakpoint
CREATE TABLE "party_codes" (
	"paper_id" text NOT NULL,
	"case_id" uuid NOT NULL,
	"code_index" text NOT NULL,
	"failed_tries" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	CONSTRAINT "party_codes_paper_id_pk" PRIMARY KEY("paper_id"),
	CONSTRAINT "party_codes_code_index_unique" UNIQUE("code_index")
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"reading_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"purpose" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"upload_id" uuid PRIMARY KEY NOT NULL,
	"blob_hash" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"case_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"version" integer NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_failure" text,
	"last_attempt_at" timestamp with time zone,
	"next_attempt_at" timestamp with time zone,
	"received_at" timestamp with time zone,
	"receipt_id" text,
	"receipt_signature" text,
	CONSTRAINT "deliveries_case_id_channel_version_pk" PRIMARY KEY("case_id","channel","version")
);
--> statement-breakpoint
CREATE TABLE "publication_records" (
	"case_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"body_sealed" text NOT NULL,
	"signature" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "publication_records_case_id_version_pk" PRIMARY KEY("case_id","version")
);
--> statement-breakpoint
CREATE TABLE "register_entries" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"list_id" text NOT NULL,
	"public_name" text NOT NULL,
	"search_name" text NOT NULL,
	"public_identifier" text NOT NULL,
	"authority_name" text NOT NULL,
	"decision_number" text NOT NULL,
	"listed_on" date NOT NULL,
	"shown_through" date NOT NULL,
	"state" text NOT NULL,
	"removed_on" date,
	"version" integer NOT NULL,
	"body" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_authority_id_authorities_authority_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("authority_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_case_id_case_files_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_matter_id_matters_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_authority_id_authorities_authority_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("authority_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_party_id_parties_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("party_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commands" ADD CONSTRAINT "commands_case_id_case_files_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_case_id_case_files_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_authority_id_authorities_authority_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("authority_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_case_id_case_files_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refusals" ADD CONSTRAINT "refusals_case_id_case_files_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_case_id_case_files_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_party_id_parties_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("party_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_codes" ADD CONSTRAINT "party_codes_paper_id_papers_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("paper_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_codes" ADD CONSTRAINT "party_codes_case_id_case_files_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_case_id_case_files_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_case_id_case_files_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_records" ADD CONSTRAINT "publication_records_case_id_case_files_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_entries" ADD CONSTRAINT "register_entries_case_id_case_files_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_files_worklist" ON "case_files" USING btree ("authority_id","next_deadline_at","case_id");--> statement-breakpoint
CREATE INDEX "case_files_stage" ON "case_files" USING btree ("authority_id","stage");--> statement-breakpoint
CREATE INDEX "case_files_matter" ON "case_files" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "commands_open" ON "commands" USING btree ("case_id","received_at","arrival") WHERE verdict is null;--> statement-breakpoint
CREATE INDEX "follow_ups_open" ON "follow_ups" USING btree ("case_id") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "messages_recipient" ON "messages" USING btree ("recipient","sent_at");--> statement-breakpoint
CREATE INDEX "refusals_case" ON "refusals" USING btree ("case_id","refused_at");--> statement-breakpoint
CREATE INDEX "papers_case" ON "papers" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "readings_case" ON "readings" USING btree ("case_id","read_at");--> statement-breakpoint
CREATE INDEX "deliveries_waiting" ON "deliveries" USING btree ("next_attempt_at") WHERE received_at is null;--> statement-breakpoint
CREATE INDEX "register_entries_newest" ON "register_entries" USING btree ("listed_on","case_id");--> statement-breakpoint
CREATE INDEX "register_entries_name" ON "register_entries" USING gin (regexp_replace("search_name", '(.)', '\1\1', 'g') gin_trgm_ops);