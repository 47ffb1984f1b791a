CREATE SEQUENCE "public"."register_change_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
ALTER TABLE "register_entries" ADD COLUMN "change_number" bigint DEFAULT nextval('register_change_numbers') NOT NULL;--> statement-breakpoint
ALTER TABLE "register_entries" ADD COLUMN "shown_since_change" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "register_entries_changes" ON "register_entries" USING btree ("change_number");