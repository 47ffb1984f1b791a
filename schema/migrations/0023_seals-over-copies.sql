CREATE TABLE "seal_certificates" (
	"certificate_id" text PRIMARY KEY NOT NULL,
	"authority_name" text NOT NULL,
	"pem" text NOT NULL,
	"first_used_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "seal_signature" text;--> statement-breakpoint
ALTER TABLE "publication_records" ADD COLUMN "seal_signature" text;
--> statement-breakpoint
-- A certificate that something was sealed by stays as it was.
CREATE TRIGGER seal_certificates_stand BEFORE UPDATE OR DELETE ON "seal_certificates"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER seal_certificates_never_emptied BEFORE TRUNCATE ON "seal_certificates"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
