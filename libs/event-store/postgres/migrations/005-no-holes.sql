-- Nothing dies in this table, so vacuum has only to freeze, and the server does that by itself in time. Each time it also
-- notes what is free at the end of every page. Short events written much later would go there, each alone among strangers
-- and, after a checkpoint, each with the image of a whole page in the write-ahead log.
ALTER TABLE event_store.event SET (autovacuum_vacuum_insert_threshold = -1);
