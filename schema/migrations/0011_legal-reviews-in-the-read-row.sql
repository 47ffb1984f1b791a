-- Cases of earlier versions kept no opinion of a legal review outside their events.
UPDATE "case_files" SET "state" = "state" || '{"legalReviews": []}'::jsonb
WHERE NOT "state" ? 'legalReviews';
