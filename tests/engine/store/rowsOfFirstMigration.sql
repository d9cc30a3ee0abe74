INSERT INTO pathway_versions (pathway, version, document, parameters, published_at, published_by)
VALUES ('suunto', 1, '{"id":"suunto"}', '{"hours":6}', 1000, 'aino');

INSERT INTO clients (id, created_at, created_by, identity_hash, sealed, wrapped_key)
VALUES ('client-1', 1000, 'aino', NULL, CAST('name' AS BLOB), CAST('key' AS BLOB));

INSERT INTO facts (id, client, name, class, sealed, source, recorded_by, recorded_at, holds_from, current)
VALUES ('fact-1', 'client-1', 'daysPerWeek', 'ordinary', CAST('5' AS BLOB), 'interview', 'aino', 2000, 1500, 1);

INSERT INTO journeys (id, client, pathway, version, status, revision, state, responsible_user, responsible_team,
  started_at, ended_at, changed_at)
VALUES ('journey-1', 'client-1', 'suunto', 1, 'active', 1, '{"value":"kartoitus"}', 'aino', NULL, 2000, NULL, 2000);

INSERT INTO journal (journey, seq, type, "by", by_rule, recorded_at, occurred_at, entry, sealed)
VALUES ('journey-1', 1, 'started', 'aino', 0, 2000, 1900, '{"to":"kartoitus"}', NULL);

INSERT INTO timers (journey, id, arming, kind, name, due_at, attempts, not_before, dead, last_error)
VALUES ('journey-1', 1, 1, 'followUp', 'salkku', 5000, 0, NULL, 0, NULL);

INSERT INTO tasks (journey, id, client, kind, name, role, assignee, status, due_date, overdue, opened_at, closed_at,
  closed_by, sealed)
VALUES ('journey-1', 1, 'client-1', 'pathway', 'portfolioReview', 'counsellor', NULL, 'open', '2026-03-02', 0, 2000,
  NULL, NULL, NULL);

INSERT INTO outbox (id, journey, seq, topic, payload, created_at, delivered_at, attempts, not_before, dead, last_error)
VALUES (1, 'journey-1', 1, 'service.call', '{"service":"koulutus"}', 2000, NULL, 0, NULL, 0, NULL);

INSERT INTO answers (caller, "key", body_hash, answer, created_at)
VALUES ('api:aino', 'key-1', 'hash', '{"revision":1}', 2000);
