-- Cases of earlier versions knew of no restoration, no recusal of officers and no reorganization.
UPDATE "case_files" SET "state" =
  '{"restoration": null, "reorganization": null, "officerObjection": null, "barredOfficers": []}'::jsonb || "state"
WHERE NOT "state" ? 'restoration';
