-- Cases that were opened before hearings could be asked for had none.
UPDATE "case_files" SET "state" = "state" || '{"hearing": {"requestedOn": null, "reasons": "", "waivedOn": null, "schedule": null, "objection": null, "barredPresiders": [], "held": null}}'::jsonb
WHERE NOT "state" ? 'hearing';
