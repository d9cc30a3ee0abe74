import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ApiProblemCode } from './problemCodes.ts'

/** What stands behind a problem's code. */
export interface ProblemType {
  status: ContentfulStatusCode
  title: string
  /** what it means, and what to do about it */
  means: string
  /** in how many seconds to ask again, where that is always the same */
  retryAfterSeconds?: number
}

/**
 * The one table of problems. 400: the request cannot be understood. 403: this person may not. 404: it is not there.
 * 409: understood, and in the way of how things stand now; it may succeed later, or after something else. 422:
 * understood, and against a rule; it will not succeed as it is.
 */
export const problemTable: Readonly<Record<ApiProblemCode, ProblemType>> = {
  'invalid-request': {
    status: 400,
    title: 'The request is not valid',
    means: 'A field is missing, of the wrong form, or unknown. `errors` names every field with the rule it breaks.',
  },
  'not-signed-in': {
    status: 401,
    title: 'Nobody is signed in',
    means:
      'The request carries neither the cookie of a session nor a token, or what it carries has expired or been revoked. Sign in, or send Authorization: Bearer with a token.',
  },
  'role-refused': {
    status: 403,
    title: 'None of your roles may do this',
    means: '`accepted` lists the system roles that may. What exists and is not yours to see is `not-found` instead.',
  },
  'scope-refused': {
    status: 403,
    title: 'The token does not reach so far',
    means: 'A token does only what its scopes name. `accepted` has the scope that is wanting.',
  },
  'link-invalid': {
    status: 400,
    title: 'The link is used, too old, or not one',
    means: 'A link to choose a password works once and for a day. Ask an administrator for another.',
  },
  'password-weak': {
    status: 422,
    title: 'The password is too short or too long',
    means: 'A password has from 12 to 128 characters; any will do, and several words are easy to remember.',
  },
  'too-many-attempts': {
    status: 429,
    title: 'Too many attempts',
    means: 'Signing in has been tried too often. `Retry-After` says in how many seconds it may be tried again.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    means:
      'So many a minute are not served to one token, person or address. `Retry-After` says in how many seconds to ask again.',
  },
  'malformed-json': {
    status: 400,
    title: 'The body is not JSON',
    means: 'The body is empty, not UTF-8 or not JSON. The detail says at which line and column.',
  },
  'unsafe-json': {
    status: 400,
    title: 'The body holds what no JSON here may hold',
    means:
      'Nesting deeper than 64, a key that means something to JavaScript itself (__proto__, constructor, prototype), a NUL character, or half a character pair. `errors` says where.',
  },
  'malformed-csv': {
    status: 400,
    title: 'The body is not CSV',
    means:
      'The first line names the columns, separated by semicolons or commas; each row has as many cells. It is UTF-8, or what charset of the media type says. The detail says at which line it ends being that.',
  },
  'not-allowed': {
    status: 403,
    title: 'This person may not do it',
    means:
      'The pathway lets only certain case roles do this: `accepted` lists them; the teams one is in give them, or a grant. Or it is somebody else’s, such as a saved list.',
  },
  'cross-site': {
    status: 403,
    title: 'Another site may not write here',
    means: 'A browser sent this from a page of another site. Pages of this machine may write.',
  },
  'not-found': {
    status: 404,
    title: 'It is not there',
    means:
      'There is no pathway, version, draft, client, journey, task, contact, substitute, saved list or notification with this id.',
  },
  'no-such-route': {
    status: 404,
    title: 'There is nothing at this address',
    means: 'The API has no such path. /docs lists all of them.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address has no such method',
    means: 'The path exists with other methods; `accepted` and the header Allow list them.',
  },
  blocked: {
    status: 409,
    title: 'A criterion does not hold',
    means:
      'The transition has a criterion that is false. `criteria` tells each criterion, its value and what it saw. Where one is overridable, a person may go against it with a reason.',
  },
  unknown: {
    status: 409,
    title: 'A fact is missing',
    means: 'A criterion cannot be decided: a fact is missing or has expired. Record what `lacks` names and ask again.',
  },
  unhandled: {
    status: 409,
    title: 'The present state does not handle the event',
    means: 'Nothing where the journey now stands handles it. `accepted` lists the events that are handled.',
  },
  'override-unused': {
    status: 409,
    title: 'There is nothing to override',
    means: 'The criterion holds, or more than one transition would be taken against it. Nothing was changed.',
  },
  ended: { status: 409, title: 'The journey has ended', means: 'An ended journey takes no more commands.' },
  suspended: {
    status: 409,
    title: 'The journey is suspended',
    means: 'Facts are accepted, transitions are not, until every suspension has been ended.',
  },
  'no-such-suspension': {
    status: 409,
    title: 'The suspension is not open',
    means: 'It has been ended meanwhile, or never was. `accepted` lists the open ones.',
  },
  'no-such-task': {
    status: 409,
    title: 'The task is not open',
    means: 'It has been completed or cancelled meanwhile.',
  },
  'not-reversible': {
    status: 409,
    title: 'It cannot be taken back',
    means: 'Only the last command of a journey can be reversed, and only where nothing has followed it.',
  },
  'checklist-open': {
    status: 409,
    title: 'The checklist is not done',
    means: 'Required items of the task’s checklist are not ticked. `lacks` names them.',
  },
  'no-such-item': {
    status: 422,
    title: 'The checklist has no such item',
    means: 'The task has no checklist, or none with this item. `accepted` lists its items.',
  },
  'task-taken': {
    status: 409,
    title: 'Somebody has the task already',
    means: 'Another person has claimed it. It can be delegated.',
  },
  'stale-revision': {
    status: 409,
    title: 'Something has happened meanwhile',
    means: 'The revision named is no longer the present one, which `revision` tells. Look again and decide anew.',
  },
  'identity-taken': {
    status: 409,
    title: 'There is such a client already',
    means: 'Another client has this personal identity code. POST /api/v1/clients/find finds the client.',
  },
  'not-erasable': {
    status: 409,
    title: 'There is something that must come to an end first',
    means: 'The client has live journeys, or messages about them are still being delivered. The detail tells which.',
  },
  'on-hold': {
    status: 409,
    title: 'A legal hold stands',
    means: 'Somebody has decided that this client’s data is kept for now. Nothing is erased before the hold has ended.',
  },
  'endless-loop': {
    status: 409,
    title: 'The pathway does not come to rest',
    means: 'Automatic transitions lead round in a circle. Nothing was changed; the pathway must be corrected.',
  },
  'nothing-due': {
    status: 409,
    title: 'Time alone brings nothing any more',
    means: 'On a walk of an example client: no timer is armed, so there is no next one to wait for.',
  },
  'walk-too-long': {
    status: 422,
    title: 'The walk goes too far',
    means:
      'On a walk of an example client time passes five years at a time at most, and two thousand timers act in all.',
  },
  'too-many-walks': {
    status: 503,
    title: 'Too many walks wait for their turn',
    means:
      'Walks of example clients are played one at a time, and twenty wait already. Nothing was done. `Retry-After` says in how many seconds to ask again.',
    retryAfterSeconds: 5,
  },
  'scenarios-broken': {
    status: 409,
    title: 'The change breaks scenarios',
    means:
      'Example clients that were kept fare otherwise on the document than they must. `scenarios` tells which, and in what. Mend the document or the scenarios, or publish with `acknowledgeBroken`.',
  },
  'not-dead': {
    status: 409,
    title: 'It is not a dead letter',
    means: 'The timer or message is tried again by itself, or has been done: only what is dead is given another turn.',
  },
  'clock-backwards': {
    status: 409,
    title: 'The demo clock only goes forward',
    means: 'The instant asked for lies before the demo clock’s now.',
  },
  'precondition-failed': {
    status: 412,
    title: 'It is no longer what If-Match names',
    means: 'Something has happened since; `revision` tells the present one. Look again and decide anew.',
  },
  'body-too-large': { status: 413, title: 'The body is too large', means: 'A body may be 1 MB (1 048 576 bytes).' },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is not sent as JSON',
    means: 'Send the body with Content-Type: application/json.',
  },
  'host-refused': {
    status: 421,
    title: 'This host name is not served',
    means:
      'Polku answers only to localhost, 127.0.0.1 and [::1], so that no web page can reach it under a name of its own (DNS rebinding).',
  },
  'invalid-pathway': {
    status: 422,
    title: 'The pathway cannot be published',
    means: 'Verification found errors. `findings` tells each: code, path, message, hint.',
  },
  'reason-required': {
    status: 422,
    title: 'A written reason is needed',
    means: 'Send `reason`: for an override, a jump, most exits, and for what happened before today.',
  },
  'not-overridable': {
    status: 422,
    title: 'The criterion may not be overridden',
    means: 'It is not overridable here, or not by these case roles. `accepted` lists what is.',
  },
  'not-enterable': {
    status: 422,
    title: 'The state may not be entered by a jump',
    means: 'Only states that the pathway marks enterable may. `accepted` lists them.',
  },
  'no-such-reason': {
    status: 422,
    title: 'The pathway has no such reason for a suspension',
    means: '`accepted` lists its coded reasons. Without a code, a written reason is enough.',
  },
  'no-such-module': {
    status: 422,
    title: 'No active state declares the module',
    means: '`accepted` lists the modules that can be started now.',
  },
  'no-such-state': { status: 422, title: 'The version has no such state', means: '`accepted` lists its states.' },
  'no-place': {
    status: 422,
    title: 'The other version has no place for a state',
    means:
      'A journey is in a state that the other version has not: say in `states` where it goes. `lacks` names it, `accepted` lists the states of that version.',
  },
  'no-such-exit': { status: 422, title: 'The pathway has no such exit', means: '`accepted` lists its exits.' },
  'too-early': {
    status: 422,
    title: 'It is dated too far back',
    means: 'Back-dating has a limit, and nothing happened in a state before the state was entered.',
  },
  'in-the-future': {
    status: 422,
    title: 'It is dated ahead',
    means: 'What is recorded has happened: occurredAt may not be later than now.',
  },
  'wrong-kind': {
    status: 422,
    title: 'That does not go together',
    means: 'For example completing a proposal, which is accepted or dismissed instead. The detail tells.',
  },
  'key-reused': {
    status: 422,
    title: 'The idempotency key stands for another request',
    means: 'The same caller has used this Idempotency-Key with another request. Use a new key for a new request.',
  },
  'user-taken': {
    status: 409,
    title: 'The user is there already',
    means: 'Ids and e-mail addresses of users are unique.',
  },
  'id-taken': {
    status: 409,
    title: 'The id is taken',
    means: 'Ids of organisations and teams are unique.',
  },
  'last-administrator': {
    status: 409,
    title: 'It is the last administrator',
    means: 'Somebody must be able to let people in: make somebody else an administrator first.',
  },
  'lane-closed': {
    status: 422,
    title: 'The case role is the owner organisation’s own',
    means:
      'Only case roles whose lane the pathway opens (`lane: "provider"`) are filled from other organisations. The authority’s lane is closed to them.',
  },
  'unknown-fact': {
    status: 422,
    title: 'No pathway declares the fact',
    means: 'Facts are declared by published pathways. `accepted` lists the names.',
  },
  'invalid-fact': {
    status: 422,
    title: 'A value breaks its declaration',
    means: '`errors` names each value and its rule: type, limits, options, or a form’s required field.',
  },
  'clock-too-far': {
    status: 422,
    title: 'The demo clock goes at most five years at a time',
    means: 'Each due instant on the way is acted on, one by one. Go in shorter leaps.',
  },
  'replay-failed': {
    status: 500,
    title: 'The journal does not fold into the stored state',
    means: 'Folding the journey’s journal failed or gave another state than the stored one. The log tells which.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    means:
      'A defect. Report it with `requestId`, under which the log has it. Repeating a command is safe with its Idempotency-Key.',
  },
  'disk-failed': {
    status: 503,
    title: 'The disk is full or fails',
    means:
      'The disk took nothing of it. Make room or mend the disk; Polku goes on by itself. Then send the command again with the same Idempotency-Key: should the machine have crashed meanwhile, it may be found done, and is not done twice.',
  },
  'database-busy': {
    status: 503,
    title: 'Another process holds the database',
    means:
      'A process of Polku has held the database for ten seconds: it may stand still in the middle of a commit. Nothing was changed. Send the command again with the same Idempotency-Key.',
  },
  'key-changed': {
    status: 503,
    title: 'The master key has been changed',
    means:
      'This process was started with a master key that the database is no longer under. Nothing was done. Start it again with the new key, then send the command again with the same Idempotency-Key.',
  },
  'not-ready': {
    status: 503,
    title: 'Polku is not ready',
    means: 'The database does not answer, or the worker is more than five minutes behind. `readiness` tells.',
  },
}
