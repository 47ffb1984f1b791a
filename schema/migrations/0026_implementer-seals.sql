CREATE TABLE "implementer_seals" (
	"entry_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"receiver" text NOT NULL,
	"body_hash" text NOT NULL,
	"seal_signature" text NOT NULL,
	CONSTRAINT "implementer_seals_entry_id_version_receiver_body_hash_pk" PRIMARY KEY("entry_id","version","receiver","body_hash")
);
--> statement-breakpoint
-- A seal that was set stands.
CREATE TRIGGER implementer_seals_stand BEFORE UPDATE OR DELETE ON "implementer_seals"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER implementer_seals_never_emptied BEFORE TRUNCATE ON "implementer_seals"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
