-- Cases of earlier versions kept no list of what a wrong listing had left behind.
UPDATE "case_files" SET "state" = "state" || '{"harmItems": [], "harmStatement": ""}'::jsonb
WHERE NOT "state" ? 'harmItems';
