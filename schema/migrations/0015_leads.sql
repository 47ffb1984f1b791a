CREATE TABLE "lead_import_rows" (
	"import_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"outcome" text NOT NULL,
	"findings" jsonb NOT NULL,
	"row_sealed" text,
	CONSTRAINT "lead_import_rows_import_id_row_number_pk" PRIMARY KEY("import_id","row_number")
);
--> statement-breakpoint
CREATE TABLE "lead_imports" (
	"import_id" uuid PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"bytes" integer NOT NULL,
	"format" text NOT NULL,
	"parts" jsonb NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"fault" text,
	"encoding" text,
	"unknown_columns" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"last_row" integer DEFAULT 0 NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL,
	"duplicates" integer DEFAULT 0 NOT NULL,
	"touched_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "lead_readings" (
	"reading_id" uuid PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"import_id" uuid,
	"lead_id" uuid,
	"user_id" text NOT NULL,
	"purpose" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leads" (
	"lead_id" uuid PRIMARY KEY NOT NULL,
	"import_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"authority_id" text NOT NULL,
	"party_kind" text NOT NULL,
	"name_sealed" text NOT NULL,
	"name_index" text NOT NULL,
	"identifier_sealed" text NOT NULL,
	"identifier_index" text NOT NULL,
	"document_number" text NOT NULL,
	"decided_on" date NOT NULL,
	"deciding_organ" text NOT NULL,
	"body_sealed" text NOT NULL,
	"duplicate_index" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"matter_id" uuid,
	"closed_by" text,
	"closed_at" timestamp with time zone,
	"closing_reasons" text,
	"taken_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lead_import_rows" ADD CONSTRAINT "lead_import_rows_import_id_lead_imports_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."lead_imports"("import_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_imports" ADD CONSTRAINT "lead_imports_authority_id_authorities_authority_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("authority_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_readings" ADD CONSTRAINT "lead_readings_authority_id_authorities_authority_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("authority_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_readings" ADD CONSTRAINT "lead_readings_import_id_lead_imports_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."lead_imports"("import_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_readings" ADD CONSTRAINT "lead_readings_lead_id_leads_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("lead_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_import_id_lead_imports_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."lead_imports"("import_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_authority_id_authorities_authority_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("authority_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_matter_id_matters_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "lead_imports_file" ON "lead_imports" USING btree ("authority_id","file_hash") WHERE state <> 'failed';--> statement-breakpoint
CREATE INDEX "lead_imports_newest" ON "lead_imports" USING btree ("authority_id","uploaded_at");--> statement-breakpoint
CREATE INDEX "lead_imports_open" ON "lead_imports" USING btree ("touched_at") WHERE state in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "lead_readings_newest" ON "lead_readings" USING btree ("read_at","reading_id");--> statement-breakpoint
CREATE UNIQUE INDEX "leads_row" ON "leads" USING btree ("import_id","row_number");--> statement-breakpoint
CREATE UNIQUE INDEX "leads_duplicate" ON "leads" USING btree ("authority_id","duplicate_index");--> statement-breakpoint
CREATE INDEX "leads_newest" ON "leads" USING btree ("authority_id","state","decided_on","lead_id");--> statement-breakpoint
CREATE INDEX "leads_identifier" ON "leads" USING btree ("authority_id","identifier_index");--> statement-breakpoint
CREATE INDEX "leads_name" ON "leads" USING btree ("authority_id","name_index");--> statement-breakpoint
-- A look that was put on record stays there.
CREATE TRIGGER lead_readings_append_only BEFORE UPDATE OR DELETE ON lead_readings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER lead_readings_no_truncate BEFORE TRUNCATE ON lead_readings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
