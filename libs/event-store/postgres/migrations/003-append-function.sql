-- Group commit: many requests in one call, each judged on its own.
-- A stream or a command id stands at most once among the requests of a call; the caller sees to that.
--   command_ids  one per request
--   requests, streams, expected   one per stream of a request; expected: NULL = any, -1 = must not exist
--   event_*      one per event, in the order of its request; event_offset: 0, 1, … within its stream's new events;
--                event_count: how many events the request has, on its first event only
-- Answers the head before this call; per request the first position of an earlier append with that command id, and
-- the number of the stream that refused it; per stream its last revision before this call (-1: none).
CREATE FUNCTION event_store.append(
  command_ids uuid[],
  requests integer[], streams text[], expected integer[],
  event_request integer[], event_target integer[], event_offset integer[], event_count smallint[],
  event_id uuid[], event_type text[], event_version smallint[], event_data json[], event_meta json[],
  event_occurred timestamptz[], event_recorded timestamptz[],
  OUT head bigint, OUT known bigint[], OUT refused integer[], OUT actual integer[]
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  -- The plan is made once, perhaps while the table is empty, and must still be right when it is large.
  SET enable_seqscan = off SET enable_bitmapscan = off SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
  target integer;
  appended bigint;
BEGIN
  -- A statement of its own: each statement takes its snapshot when it starts, and what follows must see every
  -- append that held the lock before. Nothing else ever takes this lock.
  PERFORM pg_advisory_xact_lock(7265, 1);

  SELECT coalesce(max(e.position), 0) INTO head FROM event_store.event e;

  SELECT array_agg((SELECT e.position FROM event_store.event e WHERE e.command_id = c.id) ORDER BY c.request)
    INTO known
    FROM unnest(command_ids) WITH ORDINALITY c (id, request);

  SELECT array_agg(coalesce((SELECT e.revision FROM event_store.event e WHERE e.stream = s.stream
                             ORDER BY e.revision DESC LIMIT 1), -1) ORDER BY s.target)
    INTO actual
    FROM unnest(streams) WITH ORDINALITY s (stream, target);

  refused := array_fill(NULL::integer, ARRAY[cardinality(command_ids)]);
  FOR target IN
    SELECT s.target FROM unnest(expected, actual) WITH ORDINALITY s (expected, actual, target)
     WHERE s.expected <> s.actual ORDER BY s.target DESC
  LOOP
    refused[requests[target]] := target;
  END LOOP;

  INSERT INTO event_store.event (position, occurred_at, recorded_at, revision, version, command_events, id, command_id,
                                 stream, type, data, meta)
  SELECT head + row_number() OVER (ORDER BY e.ordinal), e.occurred_at, e.recorded_at,
         actual[e.target] + 1 + e.stream_offset, e.version, e.events, e.id,
         CASE WHEN e.events IS NOT NULL THEN command_ids[e.request] END,
         streams[e.target], e.type, e.data, e.meta
    FROM unnest(event_request, event_target, event_offset, event_count, event_id, event_type, event_version,
                event_data, event_meta, event_occurred, event_recorded)
         WITH ORDINALITY e (request, target, stream_offset, events, id, type, version, data, meta, occurred_at,
                            recorded_at, ordinal)
   WHERE known[e.request] IS NULL AND refused[e.request] IS NULL;

  GET DIAGNOSTICS appended = ROW_COUNT;
  IF appended > 0 THEN
    PERFORM pg_notify('event_store', (head + appended)::text);
  END IF;
END $$;
