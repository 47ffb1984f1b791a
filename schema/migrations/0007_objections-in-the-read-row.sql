-- Cases that were opened before objections to the record could be filed had none.
UPDATE "case_files" SET "state" = "state" || '{"objections": []}'::jsonb
WHERE NOT "state" ? 'objections';
