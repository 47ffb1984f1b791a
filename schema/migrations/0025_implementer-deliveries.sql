CREATE TABLE "implementer_deliveries" (
	"parcel_id" text NOT NULL,
	"receiver" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT case_clock_now() NOT NULL,
	"receipt_id" text NOT NULL,
	"receipt_signature" text NOT NULL,
	CONSTRAINT "implementer_deliveries_parcel_id_receiver_pk" PRIMARY KEY("parcel_id","receiver")
);
--> statement-breakpoint
CREATE INDEX "implementer_deliveries_entry" ON "implementer_deliveries" USING btree ("entry_id","receiver");
--> statement-breakpoint
-- A proof that was given stands.
CREATE TRIGGER implementer_deliveries_stand BEFORE UPDATE OR DELETE ON "implementer_deliveries"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER implementer_deliveries_never_emptied BEFORE TRUNCATE ON "implementer_deliveries"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
