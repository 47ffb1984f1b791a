-- Cases that were opened before reconsideration and lawsuits could be registered had none.
UPDATE "case_files" SET "state" = "state" || '{"remedies": []}'::jsonb
WHERE NOT "state" ? 'remedies';
