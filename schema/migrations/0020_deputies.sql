CREATE TABLE "deputies" (
	"deputy_id" uuid PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"role" text NOT NULL,
	"principal_id" text NOT NULL,
	"acting_id" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"reasons" text NOT NULL,
	"appointed_by" text NOT NULL,
	"appointed_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "deputies_two_people" CHECK ("deputies"."principal_id" <> "deputies"."acting_id"),
	CONSTRAINT "deputies_in_order" CHECK ("deputies"."starts_on" <= "deputies"."ends_on")
);
--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_authority_id_authorities_authority_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("authority_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_principal_id_accounts_user_id_fk" FOREIGN KEY ("principal_id") REFERENCES "public"."accounts"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_acting_id_accounts_user_id_fk" FOREIGN KEY ("acting_id") REFERENCES "public"."accounts"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deputies_acting" ON "deputies" USING btree ("acting_id","ends_on");