-- Roles belong to the whole cluster: another database's migration may be making this one at the same moment.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'huiyin_app') THEN
    CREATE ROLE huiyin_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'huiyin_app', 'SET') THEN
    EXECUTE format('GRANT huiyin_app TO %I', current_user);
  END IF;
EXCEPTION WHEN unique_violation THEN NULL;
END $$;

GRANT USAGE ON SCHEMA event_store TO huiyin_app;
GRANT SELECT ON event_store.event, event_store.migration TO huiyin_app;
REVOKE ALL ON FUNCTION event_store.append FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event_store.append TO huiyin_app;
