// From the OpenAPI document: npm run record writes it anew.
export interface paths {
    "/api/v1/pathways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Published pathways
         * @description The version of each pathway that is in use today, without its document; where none is yet, the first that will be.
         */
        get: operations["listPathways"];
        put?: never;
        /**
         * Publish a document
         * @description Makes the document the next version of its pathway. Publishing what is the latest version already makes no new one (200), so it may be repeated. The scenarios of the pathway are walked first; broken ones are to be acknowledged.
         */
        post: operations["publishPathway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The JSON Schema of pathway documents */
        get: operations["getPathwaySchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{pathway}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The version of a pathway that is in use
         * @description On which journeys begin today; where there is none yet, the first that will be in use.
         */
        get: operations["getPathway"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{pathway}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All versions of a pathway
         * @description Oldest first; for those who design pathways with how many journeys are on each. A published version never changes; journeys stay on the one they began on.
         */
        get: operations["listPathwayVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{pathway}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of a pathway */
        get: operations["getPathwayVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{pathway}/versions/{version}/census": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the journeys on a version are
         * @description How many, by state. Nobody is named.
         */
        get: operations["countJourneysOfVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify a document
         * @description Looks for everything that would make the pathway fail its clients, also beside the pathways that are published: what it finds publishable can be published as things stand. Nothing is kept.
         */
        post: operations["verifyPathway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{pathway}/versions/{version}/xstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A version as a plain XState machine
         * @description For Stately and other tools, with a list of what it loses there. Criteria become guards by name, durations milliseconds, with the values that the version has for its parameters.
         */
        get: operations["exportPathwayToXState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/from-xstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A document from an XState machine
         * @description From Stately, for example. Nothing is kept: look at the notes, save the document as a draft, and mend what verification finds in it. Guards become criteria that hold for nobody until they are written.
         */
        post: operations["importPathwayFromXState"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{pathway}/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scenarios of a pathway
         * @description By id; none for a pathway that nobody knows yet.
         */
        get: operations["listScenarios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{pathway}/scenarios/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Walk all scenarios of a pathway through a document
         * @description Tells what a change of the document breaks. Nothing is kept.
         */
        post: operations["runScenarios"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{pathway}/scenarios/{scenario}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A scenario */
        get: operations["getScenario"];
        /**
         * Save a scenario
         * @description Keeps a walk, with how it must come out. Without `expected` the walk is played on the `document`, or on the version in use, and as it comes out so it must. Without `revision` it is a new scenario; a pathway has a hundred at most.
         */
        put: operations["saveScenario"];
        post?: never;
        /** Delete a scenario */
        delete: operations["deleteScenario"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{pathway}/versions/{version}/mermaid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A version as a Mermaid diagram
         * @description To look at, and to put in a document: states with their labels, transitions with their criteria, tasks and follow-ups in words, with the values that the version has for its parameters.
         */
        get: operations["exportPathwayToMermaid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts */
        get: operations["listDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft */
        get: operations["getDraft"];
        /**
         * Save a draft
         * @description Keeps a document in whatever state it is, and where it is drawn. Without `revision` it is a new draft; with it, the draft read at that revision. Who has saved it since is named by `savedBy` and `savedAt` of the refusal.
         */
        put: operations["saveDraft"];
        post?: never;
        /** Delete a draft */
        delete: operations["deleteDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What publishing a draft would find and break
         * @description Verifies the draft and walks every scenario of its pathway through it. Nothing is kept, and nothing is published.
         */
        post: operations["checkDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a draft
         * @description Makes the draft the next version of its pathway, and deletes the draft. When its document is the latest version already nothing is published (`isNew` is false), and the draft stays. The scenarios of the pathway are walked first; broken ones are to be acknowledged.
         */
        post: operations["publishDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/walks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Walk an example client through a document
         * @description Plays the steps on a journey that is thrown away, with the very engine that runs real ones, on a clock of its own. The document may be a draft; its modules are the published ones. Nothing is kept, and the same request gives the same answer: to step back, leave out the last step. A step that is refused changes nothing, and the rest goes on.
         */
        post: operations["walkPathway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find a client by identity code
         * @description A POST, so that the code never stands in an address.
         */
        post: operations["findClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search clients by name or telephone number
         * @description A POST, so that names never stand in an address. Slips of the pen are forgiven, dots and rings may be left out, names may come in any order, and the last need not be whole. The likeliest come first; of a name that hundreds have, not all are compared.
         */
        post: operations["searchClients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Is somebody a client already?
         * @description Clients of the organisation with the same identity code, or with a like name and the same date of birth. Clients of other organisations are not told of.
         */
        post: operations["findDuplicates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Clients, page by page
         * @description By id, which sorts by the time of creation.
         */
        get: operations["listClients"];
        put?: never;
        /**
         * Create a client
         * @description All that is known of the person is kept encrypted under a key of the client’s own. `duplicates` names clients of the organisation who may be the same person.
         */
        post: operations["createClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{client}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A client
         * @description A protected address (`addressProtected`) is shown to those only who have that right.
         */
        get: operations["getClient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is known of a client
         * @description Fields that are named are set, those that are null are taken out, others stay as they are.
         */
        patch: operations["updateClient"];
        trace?: never;
    };
    "/api/v1/clients/{client}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a client
         * @description For good: the key, who it was, what is known and was said of the client, what they are found by. The id stays, and of the journeys what replay needs. Refused while a journey is live or a legal hold stands. Asked again, it answers what was done.
         */
        post: operations["eraseClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{client}/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was erased of a client
         * @description Newest first; also of a client of whom nothing is left. No words, only ids and codes.
         */
        get: operations["listErasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{client}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A client’s legal holds
         * @description Those that have ended too; newest first.
         */
        get: operations["listLegalHolds"];
        put?: never;
        /** Keep a client’s data from being erased */
        post: operations["placeLegalHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{client}/holds/{hold}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a legal hold */
        post: operations["endLegalHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention/classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long each kind of records is kept */
        get: operations["listRecordClasses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is due for erasure
         * @description Changes nothing. Counted from the end of the last journey of each register; one client may have several clocks. A page may be short, or empty, and yet not the last: only `after: null` is the end.
         */
        get: operations["listDueRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase what is due
         * @description Row by row. Each is looked at again and gets an answer of its own: a row that is refused holds up no other. Where all clocks of a client have run out, the client is erased; otherwise what the register’s journeys hold.
         */
        post: operations["eraseDueRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{client}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What holds of a client now */
        get: operations["listFacts"];
        put?: never;
        /**
         * Record facts
         * @description Every live journey of the client takes note in the same transaction: transitions that wait for these facts are taken, or proposed to a person.
         */
        post: operations["recordFacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{client}/facts/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every value ever recorded of a client
         * @description Newest first. A fact is never overwritten, only superseded.
         */
        get: operations["listFactHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Journeys, page by page */
        get: operations["listJourneys"];
        put?: never;
        /**
         * Start a journey
         * @description Begins a client’s journey through the latest version of a pathway, or a named one.
         */
        post: operations["startJourney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journeys/{journey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A journey
         * @description Where it stands. Timers that are due count as having acted: what is read is never behind the clock.
         */
        get: operations["getJourney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journeys/{journey}/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What can be done next, and why not
         * @description Every event with what it would do now: possible, blocked or unknown; each criterion with what it saw.
         */
        get: operations["nextOfJourney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journeys/{journey}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The journal, page by page */
        get: operations["historyOfJourney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journeys/{journey}/timers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Armed timers, the next first */
        get: operations["timersOfJourney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journeys/{journey}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that the journal replays
         * @description Folds the whole journal and compares the result with the stored state, byte for byte.
         */
        get: operations["replayJourney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journeys/{journey}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an event
         * @description Takes the transition that the event and the criteria choose, or refuses and says why.
         */
        post: operations["sendEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journeys/{journey}/jump": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Jump into a state
         * @description Moves into a state that the pathway marks enterable, with a reason, past its criteria.
         */
        post: operations["jumpJourney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journeys/{journey}/exit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the journey by a coded exit */
        post: operations["exitJourney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journeys/{journey}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand the journey over
         * @description Gives it another responsible person.
         */
        post: operations["handOverJourney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journeys/{journey}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back the last command
         * @description Possible only where nothing has followed it. The journal keeps both.
         */
        post: operations["reverseJourney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journeys/{journey}/migrate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move to another version of the pathway
         * @description Whoever is in a state goes on in the one that has taken its place: the one of the same path, or that `states` names. `dryRun` tells what would come of it.
         */
        post: operations["migrateJourney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journeys/{journey}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a journey
         * @description Until it is resumed, facts are accepted and transitions are not, and timers stand still unless the pathway keeps them. On the review date the responsible person is asked to look.
         */
        post: operations["suspendJourney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journeys/{journey}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a suspension
         * @description With the last one, what stood still runs on, later by as many local days as it stood.
         */
        post: operations["resumeJourney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journeys/{journey}/modules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a module
         * @description Starts a child journey: a module that an active state declares, or any published pathway. It has a clock of its own, and begins as soon as the worker has dealt with the message.
         */
        post: operations["startModule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A worklist, page by page
         * @description By due date, those without one last. Open tasks unless `status` says otherwise.
         */
        get: operations["listTasks"];
        put?: never;
        /** Open a task that no pathway foresaw */
        post: operations["openTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{task}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A task, open or closed */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{task}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a task
         * @description The acting person becomes its assignee. The body may be left out.
         */
        post: operations["claimTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{task}/delegate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a task to somebody
         * @description Or back to its case role, with `to: null`.
         */
        post: operations["delegateTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{task}/postpone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a task another due date */
        post: operations["postponeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{task}/ticks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tick items of a task’s checklist
         * @description One or several; the others stay as they are, and the task stays open.
         */
        post: operations["tickTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{task}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a task
         * @description Fields of its form that are bound to facts are recorded of the client, as recording facts does.
         */
        post: operations["completeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{task}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a task
         * @description Work that people opened, with a reason. What the pathway asks for is completed, not cancelled.
         */
        post: operations["cancelTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{task}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept or dismiss a proposal
         * @description What time or facts drive is proposed to a person, unless the pathway says that it is automatic.
         */
        post: operations["answerProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring in clients who are already under way
         * @description Up to 5000 rows, as CSV or JSON, each a command of its own: one that is refused stops no other. A row is known by the Idempotency-Key of the import and its own key, so that the same file may be sent again, mended or cut off: what is in is not brought in twice.
         */
        post: operations["importJourneys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{client}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A client’s contacts, newest first */
        get: operations["listContacts"];
        put?: never;
        /**
         * Record a contact or a note
         * @description The pathway stays as it is. What was agreed next becomes a task of the journey in the same transaction. For an attempt that nobody answered the channel is enough.
         */
        post: operations["recordContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journeys/{journey}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A journey’s contacts, newest first */
        get: operations["listJourneyContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A contact */
        get: operations["getContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct a contact
         * @description The body is the whole contact as it should have been. The old one is marked as entered in error, and stays to be read.
         */
        post: operations["correctContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact}/entered-in-error": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a contact as entered in error
         * @description It leaves the lists and stays to be read. The task that it has opened stays, too.
         */
        post: operations["markContactInError"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/substitutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who stands in for whom */
        get: operations["listSubstitutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user}/substitutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name a substitute
         * @description There may be several at a time. A journey’s responsible person stays who they are.
         */
        post: operations["addSubstitute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/substitutes/{substitute}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a substitution */
        delete: operations["removeSubstitute"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worklists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many lines each list has */
        get: operations["countWorklists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worklists/{list}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A worklist, page by page
         * @description Each line says why it stands here and since when, what comes next and what hinders. `lateness` (the default order): what is overdue, then what is due today, then the rest.
         */
        get: operations["getWorklist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that I have looked at a journey or a client
         * @description From then on it is new to the acting person no more, and what others change comes on their list.
         */
        post: operations["markLooked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My saved lists, and those shared with me */
        get: operations["listSavedLists"];
        put?: never;
        /** Save a list */
        post: operations["createSavedList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-lists/{list}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A saved list */
        get: operations["getSavedList"];
        /**
         * Change a saved list of mine
         * @description Puts all of it in place of what it was.
         */
        put: operations["saveSavedList"];
        post?: never;
        /** Remove a saved list of mine */
        delete: operations["removeSavedList"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do the same to many lines of a worklist
         * @description Delegates, postpones or completes tasks (those whose form requires nothing), hands over journeys, or leaves reminders. Each row is a command of its own and answers for itself; `dryRun` tells what would become of each. Under a key each row is done once.
         */
        post: operations["runBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand over a caseload
         * @description All live journeys of a person, or the listed ones, with that person’s open tasks in them. Each journey is a command of its own and answers for itself. The same key does the same journeys again, each once.
         */
        post: operations["handOverCaseload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/migrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move journeys to another version of their pathway
         * @description All live journeys on a version, of clients of the own organisation, 500 in one call. Each is a command of its own and answers for itself; `dryRun` tells what would become of each. `next` leads to the rest. The same key does the same journeys again, each once.
         */
        post: operations["migrateJourneys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I was told, page by page
         * @description Newest first: what stands on the acting person’s worklist, unless `channel` says otherwise.
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{notification}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a notification as seen
         * @description One of the acting person’s own, on the worklist. The first time counts; once more changes nothing.
         */
        post: operations["seeNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How I wish to be told
         * @description Who has said nothing is told on the worklist, in Finnish.
         */
        get: operations["getNotificationSettings"];
        /**
         * Say how I wish to be told
         * @description Puts all of the acting person’s settings in place of what they were. They count for what is told from then on; an e-mail that is still waiting goes to the new address.
         */
        put: operations["saveNotificationSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am here */
        get: operations["whoAmI"];
        put?: never;
        /**
         * Sign in with a password
         * @description Sets a cookie that lasts twelve hours. Systems use a token instead.
         */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out everywhere
         * @description Ends every session of the signed-in person, on all machines.
         */
        delete: operations["signOutEverywhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change my password
         * @description Ends all other sessions of the signed-in person.
         */
        put: operations["changePassword"];
        /**
         * Choose a password, with a link’s token
         * @description The token of a one-time link that an administrator has made. It works once.
         */
        post: operations["choosePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set up the first administrator
         * @description With the token of the link that the first start has printed.
         */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where else one may sign in
         * @description Organisations’ own sign-ins, by OpenID Connect.
         */
        get: operations["listSignInProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign in at one’s organisation */
        get: operations["signInByProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations */
        get: operations["listOrganisations"];
        put?: never;
        /** Add an organisation */
        post: operations["createOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Teams */
        get: operations["listTeams"];
        put?: never;
        /** Add a team */
        post: operations["createTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A team with its members */
        get: operations["getTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/members/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a person into a team
         * @description With the case roles they act in on the team’s journeys. Once more changes those.
         */
        put: operations["joinTeam"];
        post?: never;
        /** Take a person out of a team */
        delete: operations["leaveTeam"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People who work with Polku, page by page
         * @description Those of the own organisation; an administrator sees all.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Add a person
         * @description They can sign in once they have chosen a password through an invitation, or at their organisation.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A person who works with Polku
         * @description Of the own organisation; an administrator sees all.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a person
         * @description With `active: false` they are signed out everywhere at once, and their tokens open nothing.
         */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/api/v1/users/{user}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link to choose a password
         * @description For a new person, or one who has forgotten it. The link works once and for a day; earlier ones no more.
         */
        post: operations["inviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign a person out everywhere */
        delete: operations["signUserOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tokens of a user */
        get: operations["listTokens"];
        put?: never;
        /**
         * Make a token for a system
         * @description By it a system acts as the user, as far as its scopes reach. Shown once. The scopes: `accessLog:read`, `clients:read`, `clients:write`, `contacts:read`, `contacts:write`, `erasure:read`, `erasure:write`, `facts:read`, `facts:write`, `grants:read`, `grants:write`, `journeys:read`, `journeys:write`, `notifications:read`, `notifications:write`, `operations:read`, `operations:write`, `pathways:read`, `pathways:write`, `people:read`, `people:write`, `tasks:read`, `tasks:write`.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user}/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let somebody in to a client
         * @description An organisation, a team or a person, as a case role, on a statute or a consent. They see and do what the pathway declares for that role, as long as its duties last.
         */
        post: operations["grantAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{client}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has been let in to a client */
        get: operations["listGrants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{grant}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a grant
         * @description From then on it opens nothing. What was done on it stays, and so does the grant.
         */
        post: operations["withdrawGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{client}/broken-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See a client of another team, with a reason
         * @description For a day, to read, within the own organisation. The reason is kept, every look is logged, and what is confidential stays closed.
         */
        post: operations["breakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{client}/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has seen a client, page by page
         * @description Newest first (906/2019 17 §; 703/2023 10 §).
         */
        get: operations["listAccessOfClient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user}/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom a person has seen, page by page */
        get: operations["listAccessOfUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/timers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Timers that failed too often
         * @description Eight attempts have failed. The journey goes on without what the timer promised: a person must look.
         */
        get: operations["listDeadTimers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages that could not be delivered */
        get: operations["listDeadMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{message}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A message of the outbox, with every attempt to deliver it */
        get: operations["getMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/timers/{timer}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a dead timer try again
         * @description It is tried at once, and up to eight times in all, as if it were new.
         */
        post: operations["replayDeadTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/messages/{message}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a dead message be tried again
         * @description It is tried at once, and up to eight times in all. Whoever receives it knows it by its number.
         */
        post: operations["replayDeadMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process up?
         * @description Asks nothing of the database. A process that does not answer this is to be restarted.
         */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is Polku doing its work?
         * @description 503 when the database does not answer, or the oldest due timer has waited for more than 300 seconds. Beyond 60 seconds, with dead letters, or without its Redis, it is `degraded` with 200: commands are answered right (they let due timers act first), and a person should look.
         */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the demo clock shows */
        get: operations["getDemoClock"];
        put?: never;
        /**
         * Let time pass
         * @description Forward only, and step by step: what falls due on the way acts at its own instant. Five years at most.
         */
        post: operations["advanceDemoClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A token for the demonstration
         * @description For anybody: in a demonstration all people are invented. A user who is not there yet is added, to this organisation and with these system roles, to a team of their own (`team-of-` and the user), which has the case roles.
         */
        get: operations["getDemoToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ImportRow: {
            /** @description The row’s own key in the import: the same row sent again is not brought in twice. */
            key: string;
            /**
             * @description Where a client with this identity code is known already, the journey becomes theirs.
             * @default {}
             */
            client?: {
                name?: string;
                identityCode?: string;
                /** @enum {string} */
                language?: "fi" | "sv" | "en";
            };
            pathway: string;
            /** @description A version of the pathway; without it, the one that is in use today. */
            version?: number;
            /** @description The `enterable` state in which the client is; without it, the first. */
            at?: string;
            /** @description When that state was entered. As far back as it was; due dates count from it. */
            occurredAt: string;
            /** @description When the journey began, where that was earlier. */
            startedAt?: string;
            /** @description Why it is recorded afterwards, in words. Sealed. */
            reason: string;
            responsible: {
                user: string;
                /** @default null */
                team?: string | null;
            };
            /**
             * @description Where the facts come from, unless they say so themselves.
             * @default import
             */
            source?: string;
            /** @default {} */
            facts?: {
                [key: string]: {
                    value: number | boolean | string;
                    /** @description From when it holds; without it, from when the state was entered. */
                    occurredAt?: string;
                    source?: string;
                };
            };
            /**
             * @description Follow-ups of the state: how often each has been done, or the date up to which it has.
             * @default {}
             */
            doneFollowUps?: {
                [key: string]: number | string;
            };
            /**
             * @description Tasks of the pathway that are done; one name for each time.
             * @default []
             */
            doneTasks?: string[];
        };
        PathwayList: {
            items: components["schemas"]["PathwaySummary"][];
        };
        PathwaySummary: {
            pathway: string;
            version: number;
            title: components["schemas"]["Text"];
            /** Format: date-time */
            publishedAt: string;
            publishedBy: string;
            /** @description What whoever published it has written about it. */
            note: string | null;
            /** @description Who decided that it be published. */
            approver: string | null;
            /**
             * Format: date
             * @description From this local date on journeys begin on it.
             */
            startsOn: string;
            /** @description Journeys that begin today begin on it. */
            isInUse: boolean;
        };
        /** @description A text for people: Finnish always, Swedish and English where given. */
        Text: {
            fi: string;
            sv?: string;
            en?: string;
        };
        /** @description A request that was refused, and why (RFC 9457). A refusal has changed nothing of what was asked. */
        Problem: {
            /**
             * Format: uri-reference
             * @description A page that explains the code.
             */
            type: string;
            /** @description The kind of problem, in words; the same for a code, in the language of Accept-Language. */
            title: string;
            status: number;
            /** @description What it was this time, in English. */
            detail: string;
            /**
             * @description What programs go by. Stable.
             * @enum {string}
             */
            code: "invalid-request" | "not-found" | "invalid-pathway" | "blocked" | "unknown" | "unhandled" | "not-allowed" | "reason-required" | "not-overridable" | "override-unused" | "ended" | "suspended" | "no-such-suspension" | "no-such-reason" | "no-such-module" | "not-enterable" | "no-such-state" | "no-place" | "no-such-exit" | "no-such-task" | "too-early" | "in-the-future" | "not-reversible" | "task-taken" | "checklist-open" | "no-such-item" | "not-dead" | "wrong-kind" | "stale-revision" | "key-reused" | "unknown-fact" | "invalid-fact" | "identity-taken" | "user-taken" | "id-taken" | "last-administrator" | "lane-closed" | "not-erasable" | "on-hold" | "endless-loop" | "nothing-due" | "walk-too-long" | "too-many-walks" | "scenarios-broken" | "not-signed-in" | "role-refused" | "scope-refused" | "link-invalid" | "password-weak" | "too-many-attempts" | "too-many-requests" | "malformed-json" | "unsafe-json" | "malformed-csv" | "no-such-route" | "method-not-allowed" | "precondition-failed" | "body-too-large" | "unsupported-media-type" | "host-refused" | "cross-site" | "clock-backwards" | "clock-too-far" | "replay-failed" | "not-ready" | "disk-failed" | "database-busy" | "key-changed" | "internal";
            /** @description The path that was asked. */
            instance: string;
            /** @description Under which the log has it. */
            requestId: string;
            /** @description Fields of the request, each with the rule it breaks. */
            errors?: {
                path: (string | number)[];
                message: string;
                /** @description The field of the body: a JSON Pointer as a fragment (RFC 6901). */
                pointer?: string;
                /** @description The parameter of the query or of the address. */
                parameter?: string;
                header?: string;
            }[];
            /** @description What verification found in a pathway. */
            findings?: components["schemas"]["Finding"][];
            /** @description Criteria with what they saw. */
            criteria?: components["schemas"]["ExplainedCriterion"][];
            /** @description Facts to record first. */
            lacks?: string[];
            /** @description What would be accepted instead. */
            accepted?: string[];
            /** @description The present revision. */
            revision?: number;
            /** @description Who has saved what stands at that revision. */
            savedBy?: string;
            /**
             * Format: date-time
             * @description When they have.
             */
            savedAt?: string;
            journey?: string;
            /** @description Scenarios of the pathway that the document breaks. */
            scenarios?: components["schemas"]["ScenarioResult"][];
            readiness?: components["schemas"]["Readiness"];
        };
        Finding: {
            code: string;
            /**
             * @description Errors stop publishing; warnings are to be weighed.
             * @enum {string}
             */
            severity: "error" | "warning";
            /**
             * @description Of a promise that is not proved: whether it certainly fails, or may.
             * @enum {string}
             */
            verdict?: "failing" | "unproved";
            /** @description Where in the document. */
            path: (string | number)[];
            message: string;
            hint: string;
            /** @description Events that lead a client into it, where that can be shown. */
            trace?: string[];
        };
        ExplainedCriterion: {
            name: string;
            label: components["schemas"]["Text"];
            /** @description The FEEL expression. */
            when: string;
            source?: string;
            value: boolean | ("unknown" | "hidden");
            overridable: boolean;
            /** @description The values it looked at. */
            seen: {
                name: string;
                label?: components["schemas"]["Text"];
                value?: string | number | boolean;
                unit?: string;
            }[];
            /** @description Facts that are missing or have expired. */
            lacks: string[];
        };
        /** @description How a scenario fared on a document. */
        ScenarioResult: {
            scenario: string;
            name: string;
            passed: boolean;
            differences: components["schemas"]["ScenarioDifference"][];
        };
        /** @description In what a walk came out otherwise than it must. */
        ScenarioDifference: {
            /** @enum {string} */
            what: "states" | "tasks";
            expected: string[];
            found: string[];
        } | {
            /** @enum {string} */
            what: "status" | "end";
            expected: string | null;
            found: string | null;
        } | {
            /** @enum {string} */
            what: "due";
            /** @description The follow-up or delay. */
            name: string;
            /** Format: date */
            expected: string;
            /**
             * Format: date
             * @description null: it does not run.
             */
            found: string | null;
        } | {
            /** @enum {string} */
            what: "refused";
            /** @description Its place, from 0; without it the journey could not even begin. */
            step?: number;
            /** @description Whether it must be refused. */
            expected: boolean;
            found: components["schemas"]["WalkRefusal"];
        };
        /** @description Why a step of a walk was not made: what a problem document says of it. */
        WalkRefusal: {
            /** @description What programs go by, as in a problem document. */
            code: string;
            /** @description The kind of problem, in the language of Accept-Language. */
            title: string;
            /** @description What it was this time, in English. */
            detail: string;
            /** @description Fields of the step, each with the rule it breaks. */
            errors?: {
                path: (string | number)[];
                message: string;
            }[];
            /** @description Criteria with what they saw. */
            criteria?: components["schemas"]["ExplainedCriterion"][];
            /** @description Facts to record first. */
            lacks?: string[];
            /** @description What would be accepted instead. */
            accepted?: string[];
        } | null;
        Readiness: {
            /**
             * @description degraded: requests are served right, and a person should look. unavailable comes with status 503.
             * @enum {string}
             */
            status: "ready" | "degraded" | "unavailable";
            /** @description Why it is not simply ready, in words. */
            reasons: string[];
            /** @description null when the database does not answer */
            figures: {
                /** @description Timers whose turn has come. */
                dueTimers: number;
                /** @description Messages to the outside that wait to be delivered. */
                undelivered: number;
                /** @description Timers and messages that failed so often that a person must look. */
                dead: number;
                /** @description How long the oldest due timer has waited for the worker. */
                overdueMs: number;
            } | null;
            /** @description null when the queue is embedded */
            queue: {
                /**
                 * @description away and unfit: the workers look at the database every second instead, and nothing is lost.
                 * @enum {string}
                 */
                redis: "ready" | "away" | "unfit";
                /** @description Why it is not simply ready. */
                words: string;
                /** @description Jobs in Redis by state. */
                jobs: {
                    [key: string]: number;
                } | null;
                /** @description When a worker last moved the horizon. */
                sweptAt: string | null;
            } | null;
        };
        PathwayVersion: {
            pathway: string;
            version: number;
            title: components["schemas"]["Text"];
            /** Format: date-time */
            publishedAt: string;
            publishedBy: string;
            /** @description What whoever published it has written about it. */
            note: string | null;
            /** @description Who decided that it be published. */
            approver: string | null;
            /**
             * Format: date
             * @description From this local date on journeys begin on it.
             */
            startsOn: string;
            /** @description Journeys that begin today begin on it. */
            isInUse: boolean;
            /** @description A pathway document; GET /api/v1/pathways/schema has its JSON Schema. */
            document: {
                [key: string]: unknown;
            };
            parameters: {
                [key: string]: unknown;
            };
            layout: components["schemas"]["Layout"];
        };
        /** @description Where the designer draws what. It stands beside the document and means nothing to journeys. */
        Layout: {
            /** @description Of each state that somebody has placed: its keys with dots between, and where its corner is. */
            positions: {
                [key: string]: {
                    x: number;
                    y: number;
                };
            };
            /** @description States that are shown closed. */
            collapsed: string[];
            /**
             * @description Which way the phases go: from left to right, or downwards. Absent where nobody has chosen.
             * @enum {string}
             */
            direction?: "right" | "down";
        };
        PathwayVersionList: {
            items: components["schemas"]["PathwayVersionSummary"][];
        };
        PathwayVersionSummary: {
            pathway: string;
            version: number;
            title: components["schemas"]["Text"];
            /** Format: date-time */
            publishedAt: string;
            publishedBy: string;
            /** @description What whoever published it has written about it. */
            note: string | null;
            /** @description Who decided that it be published. */
            approver: string | null;
            /**
             * Format: date
             * @description From this local date on journeys begin on it.
             */
            startsOn: string;
            /** @description Journeys that begin today begin on it. */
            isInUse: boolean;
            /** @description How many journeys are on it, those of modules too. Only those who may count them have it. */
            journeys?: {
                live: number;
                ended: number;
            };
        };
        PathwayVersionCensus: {
            /** @description Journeys that run on it. */
            live: number;
            ended: number;
            /** @description States with somebody in them, in the order of the document. Who is in a state is in those around it as well, and who is in parallel regions in each: the numbers are no parts of a sum. */
            byState: {
                state: string;
                live: number;
            }[];
        };
        Verification: {
            /** @description No finding is an error. */
            isPublishable: boolean;
            findings: components["schemas"]["Finding"][];
        };
        VerifyPathway: {
            /** @description A pathway document; GET /api/v1/pathways/schema has its JSON Schema. */
            document: {
                [key: string]: unknown;
            };
            /** @description Values for the document’s parameters, where they differ from its defaults. */
            parameters?: {
                [key: string]: unknown;
            };
        };
        Published: {
            pathway: string;
            version: number;
            /** @description false when this very document is the latest version already */
            isNew: boolean;
            /**
             * Format: date
             * @description From this local date on journeys begin on it.
             */
            startsOn: string;
            findings: components["schemas"]["Finding"][];
            /** @description How the scenarios of the pathway fared on it. */
            scenarios: components["schemas"]["ScenarioResult"][];
        };
        PublishPathway: {
            /** @description A pathway document; GET /api/v1/pathways/schema has its JSON Schema. */
            document: {
                [key: string]: unknown;
            };
            /** @description Values for the document’s parameters, where they differ from its defaults. */
            parameters?: {
                [key: string]: unknown;
            };
            /** @description What is new in it, and why. */
            note?: string;
            /** @description Who decided that it be published. */
            approver?: string;
            /**
             * Format: date
             * @description The local date from which journeys begin on it: today, or later. Until then they begin as before. Without it today; where the latest version says the same already, as that is planned.
             */
            startsOn?: string;
            /** @description Publish although scenarios of the pathway come out otherwise than they must. */
            acknowledgeBroken?: boolean;
        };
        XStateExport: {
            /** @description A machine configuration of XState 5, as JSON. */
            machine: {
                [key: string]: unknown;
            };
            /** @description What the pathway says that XState has no place for. */
            losses: components["schemas"]["XStateLoss"][];
        };
        XStateLoss: {
            /** @description Where in the document. */
            path: (string | number)[];
            what: string;
            why: string;
        };
        XStateImport: {
            /** @description A pathway document; GET /api/v1/pathways/schema has its JSON Schema. */
            document: {
                [key: string]: unknown;
            };
            /** @description What could not be carried over, or was changed, and what to do about it. */
            notes: components["schemas"]["ImportNote"][];
        };
        ImportNote: {
            /** @description Where in the machine. */
            path: (string | number)[];
            /**
             * @description What it says, for programs and translations; it never changes.
             * @enum {string}
             */
            code: "not-a-machine" | "not-understood" | "renamed-pathway" | "renamed-state" | "renamed-event" | "renamed-action" | "root-done" | "proposed" | "too-deep" | "not-states" | "not-a-state" | "unknown-state-key" | "unknown-transition-key" | "not-a-transition" | "target-not-a-name" | "target-nowhere" | "history-targets" | "initial-actions" | "initial-unknown" | "code-action" | "params-not-json" | "meta-not-json" | "description-cut" | "guard-parts" | "guard-code" | "guard-criterion" | "actor" | "actor-event" | "rounded-delay" | "named-delay";
            /** @description What the words name. */
            values: {
                [key: string]: string;
            };
            /** @description The same in English. */
            message: string;
        };
        ImportXState: {
            /** @description A machine configuration of XState 5, as JSON. */
            machine: {
                [key: string]: unknown;
            };
        };
        ScenarioList: {
            items: components["schemas"]["Scenario"][];
        };
        /** @description The walk of an example client that was kept, with how it must come out. */
        Scenario: {
            scenario: string;
            pathway: string;
            name: string;
            client: {
                name?: string;
                /** @enum {string} */
                language?: "fi" | "sv" | "en";
            };
            /** Format: date-time */
            startsAt: string;
            /** @description The state that it begins in; null: the first. */
            at: string | null;
            steps: components["schemas"]["WalkStep"][];
            expected: components["schemas"]["ScenarioOutcome"];
            revision: number;
            /** Format: date-time */
            savedAt: string;
            savedBy: string;
        };
        /** @description One thing that happens on a walk. */
        WalkStep: {
            /** @enum {string} */
            do: "record";
            facts: {
                [key: string]: number | boolean | string;
            };
            /** @description Where the values come from: a person’s word, a document, a register. */
            source?: string;
            /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
            by?: string[];
        } | {
            /** @enum {string} */
            do: "send";
            event: string;
            /** @description What goes with the event, for the journal: at most 16 384 characters of JSON. Sealed. */
            data?: {
                [key: string]: unknown;
            };
            /** @description Take the transition against one overridable criterion. */
            override?: {
                criterion: string;
                /** @description The transition’s id; needed only where the event has several with that criterion. */
                transition?: string;
            };
            reason?: string;
            /** @description The running module whose journey is meant; without it, the example client’s own. */
            in?: string;
            /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
            by?: string[];
        } | {
            /** @enum {string} */
            do: "complete";
            /** @description The task’s name; of several that are open, the oldest. */
            task: string;
            form?: {
                [key: string]: number | boolean | string;
            };
            /** @description Items of its checklist that are ticked first. */
            checklist?: string[];
            /** @description The running module whose journey is meant; without it, the example client’s own. */
            in?: string;
            /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
            by?: string[];
        } | {
            /** @enum {string} */
            do: "answer";
            /** @description The name of the proposal’s task: its transition. */
            task: string;
            accept: boolean;
            reason?: string;
            /** @description The running module whose journey is meant; without it, the example client’s own. */
            in?: string;
            /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
            by?: string[];
        } | {
            /** @enum {string} */
            do: "jump";
            to: string;
            reason: string;
            /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
            by?: string[];
        } | {
            /** @enum {string} */
            do: "exit";
            code: string;
            reason?: string;
            /** @description The running module whose journey is meant; without it, the example client’s own. */
            in?: string;
            /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
            by?: string[];
        } | {
            /** @enum {string} */
            do: "suspend";
            code?: string;
            reason: string;
            /** Format: date */
            reviewDate: string;
            /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
            by?: string[];
        } | {
            /** @enum {string} */
            do: "resume";
            reason: string;
            /** @description Its number; without it, the oldest that is open. */
            suspension?: number;
            /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
            by?: string[];
        } | {
            /** @enum {string} */
            do: "passTime";
            /** @description An instant, or when the next timer is due. Five years at a time at most; time only goes on. */
            to: "nextDue" | string;
            /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
            by?: string[];
        };
        /** @description How a walk must come out. */
        ScenarioOutcome: {
            /** @description The innermost active states at the end. */
            states: string[];
            /** @enum {string} */
            status: "active" | "ended";
            /**
             * @description How the journey ended; null while it goes on.
             * @default null
             */
            endCode?: string | null;
            /** @description Names of the tasks that are open at the end, each as often as it is; of modules too. */
            tasks: string[];
            /** @description Places of the steps that must be refused, from 0. */
            refused: number[];
            /** @description Of follow-ups and delays the next date, by name; of modules too. What is not named is not held. */
            due: {
                [key: string]: string;
            };
        };
        ScenarioRun: {
            /** @description false when the document has errors: nobody can walk through it. */
            isPlayable: boolean;
            findings: components["schemas"]["Finding"][];
            scenarios: components["schemas"]["ScenarioResult"][];
        };
        RunScenarios: {
            /** @description A pathway document; GET /api/v1/pathways/schema has its JSON Schema. */
            document: {
                [key: string]: unknown;
            };
            /** @description Values for the document’s parameters, where they differ from its defaults. */
            parameters?: {
                [key: string]: unknown;
            };
        };
        SaveScenario: {
            name: string;
            /** @default {} */
            client?: {
                name?: string;
                /** @enum {string} */
                language?: "fi" | "sv" | "en";
            };
            /**
             * Format: date-time
             * @description When the journey begins.
             */
            startsAt: string;
            /** @description The `enterable` state to begin in; without it, the first. */
            at?: string;
            /** @description What happens, in order. Each is played, also after one that was refused. */
            steps: components["schemas"]["WalkStep"][];
            /** @description How it must come out; without it, as it does now on the `document`, or on the version in use, else the first that will be. */
            expected?: {
                /** @description The innermost active states at the end. */
                states: string[];
                /** @enum {string} */
                status: "active" | "ended";
                /**
                 * @description How the journey ended; null while it goes on.
                 * @default null
                 */
                endCode?: string | null;
                /** @description Names of the tasks that are open at the end, each as often as it is; of modules too. */
                tasks: string[];
                /** @description Places of the steps that must be refused, from 0. */
                refused: number[];
                /** @description Of follow-ups and delays the next date, by name; of modules too. What is not named is not held. */
                due: {
                    [key: string]: string;
                };
            };
            /** @description The revision it was read at; without it, a new scenario. */
            revision?: number;
            /** @description The document, such as the draft’s, by which to find out how it comes out. It is not kept. */
            document?: {
                [key: string]: unknown;
            };
            /** @description Values for the document’s parameters, where they differ from its defaults. */
            parameters?: {
                [key: string]: unknown;
            };
        };
        MermaidExport: {
            /** @description A `stateDiagram-v2`, for https://mermaid.js.org and whatever draws it. */
            mermaid: string;
        };
        DraftList: {
            items: components["schemas"]["DraftSummary"][];
        };
        DraftSummary: {
            id: string;
            pathway: string;
            /** @description null when the document has none yet. */
            title: {
                fi: string;
                sv?: string;
                en?: string;
            } | null;
            revision: number;
            /** Format: date-time */
            savedAt: string;
            savedBy: string;
            /** @description The published version that it began from. */
            basedOn: number | null;
        };
        Draft: {
            id: string;
            pathway: string;
            /** @description null when the document has none yet. */
            title: {
                fi: string;
                sv?: string;
                en?: string;
            } | null;
            revision: number;
            /** Format: date-time */
            savedAt: string;
            savedBy: string;
            /** @description The published version that it began from. */
            basedOn: number | null;
            layout: components["schemas"]["Layout"];
            /** @description A pathway document; GET /api/v1/pathways/schema has its JSON Schema. */
            document: {
                [key: string]: unknown;
            };
            findings: components["schemas"]["Finding"][];
        };
        SaveDraft: {
            /** @description A pathway document; GET /api/v1/pathways/schema has its JSON Schema. */
            document: {
                [key: string]: unknown;
            };
            /** @description The revision it was read at; without it, a new draft. */
            revision?: number;
            /** @description Where the designer draws what; without it, as it was. */
            layout?: {
                /** @description Of each state that somebody has placed: its keys with dots between, and where its corner is. */
                positions: {
                    [key: string]: {
                        x: number;
                        y: number;
                    };
                };
                /**
                 * @description States that are shown closed.
                 * @default []
                 */
                collapsed?: string[];
                /**
                 * @description Which way the phases go, where somebody has chosen: from left to right, or downwards.
                 * @enum {string}
                 */
                direction?: "right" | "down";
            };
            /** @description The published version that it began from; without it, as it was. */
            basedOn?: number | null;
        };
        DraftCheck: {
            /** @description No finding is an error. Scenarios that it breaks need only be acknowledged. */
            isPublishable: boolean;
            findings: components["schemas"]["Finding"][];
            /** @description How the scenarios of the pathway fare on it; none when it has errors. */
            scenarios: components["schemas"]["ScenarioResult"][];
        };
        CheckDraft: {
            /** @description Values for the document’s parameters, where they differ from its defaults. */
            parameters?: {
                [key: string]: unknown;
            };
            /**
             * Format: date
             * @description The local date from which journeys begin on it: today, or later. Until then they begin as before. Without it today; where the latest version says the same already, as that is planned.
             */
            startsOn?: string;
        };
        PublishDraft: {
            /** @description The revision to publish; refused when the draft has been saved since. */
            revision: number;
            /** @description Values for the document’s parameters, where they differ from its defaults. */
            parameters?: {
                [key: string]: unknown;
            };
            /** @description What is new in it, and why. */
            note?: string;
            /** @description Who decided that it be published. */
            approver?: string;
            /**
             * Format: date
             * @description The local date from which journeys begin on it: today, or later. Until then they begin as before. Without it today; where the latest version says the same already, as that is planned.
             */
            startsOn?: string;
            /** @description Publish although scenarios of the pathway come out otherwise than they must. */
            acknowledgeBroken?: boolean;
        };
        Walk: {
            /** @description false when the document has errors: nobody can walk through it. */
            isPlayable: boolean;
            findings: components["schemas"]["Finding"][];
            /** @description Why the journey could not even begin. */
            refused: {
                /** @description What programs go by, as in a problem document. */
                code: string;
                /** @description The kind of problem, in the language of Accept-Language. */
                title: string;
                /** @description What it was this time, in English. */
                detail: string;
                /** @description Fields of the step, each with the rule it breaks. */
                errors?: {
                    path: (string | number)[];
                    message: string;
                }[];
                /** @description Criteria with what they saw. */
                criteria?: components["schemas"]["ExplainedCriterion"][];
                /** @description Facts to record first. */
                lacks?: string[];
                /** @description What would be accepted instead. */
                accepted?: string[];
            } | null;
            /** @description The beginning, and then one for each step. */
            points: components["schemas"]["WalkPoint"][];
        };
        WalkPoint: {
            /** @description null: the beginning. */
            step: {
                /** @enum {string} */
                do: "record";
                facts: {
                    [key: string]: number | boolean | string;
                };
                /** @description Where the values come from: a person’s word, a document, a register. */
                source?: string;
                /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
                by?: string[];
            } | {
                /** @enum {string} */
                do: "send";
                event: string;
                /** @description What goes with the event, for the journal: at most 16 384 characters of JSON. Sealed. */
                data?: {
                    [key: string]: unknown;
                };
                /** @description Take the transition against one overridable criterion. */
                override?: {
                    criterion: string;
                    /** @description The transition’s id; needed only where the event has several with that criterion. */
                    transition?: string;
                };
                reason?: string;
                /** @description The running module whose journey is meant; without it, the example client’s own. */
                in?: string;
                /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
                by?: string[];
            } | {
                /** @enum {string} */
                do: "complete";
                /** @description The task’s name; of several that are open, the oldest. */
                task: string;
                form?: {
                    [key: string]: number | boolean | string;
                };
                /** @description Items of its checklist that are ticked first. */
                checklist?: string[];
                /** @description The running module whose journey is meant; without it, the example client’s own. */
                in?: string;
                /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
                by?: string[];
            } | {
                /** @enum {string} */
                do: "answer";
                /** @description The name of the proposal’s task: its transition. */
                task: string;
                accept: boolean;
                reason?: string;
                /** @description The running module whose journey is meant; without it, the example client’s own. */
                in?: string;
                /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
                by?: string[];
            } | {
                /** @enum {string} */
                do: "jump";
                to: string;
                reason: string;
                /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
                by?: string[];
            } | {
                /** @enum {string} */
                do: "exit";
                code: string;
                reason?: string;
                /** @description The running module whose journey is meant; without it, the example client’s own. */
                in?: string;
                /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
                by?: string[];
            } | {
                /** @enum {string} */
                do: "suspend";
                code?: string;
                reason: string;
                /** Format: date */
                reviewDate: string;
                /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
                by?: string[];
            } | {
                /** @enum {string} */
                do: "resume";
                reason: string;
                /** @description Its number; without it, the oldest that is open. */
                suspension?: number;
                /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
                by?: string[];
            } | {
                /** @enum {string} */
                do: "passTime";
                /** @description An instant, or when the next timer is due. Five years at a time at most; time only goes on. */
                to: "nextDue" | string;
                /** @description In which case roles it is done; without it, in all of the pathway and its modules. */
                by?: string[];
            } | null;
            /** @description Its place among the steps, from 0. */
            index: number | null;
            /** @description Why the step was not made; then nothing has changed. */
            refused: {
                /** @description What programs go by, as in a problem document. */
                code: string;
                /** @description The kind of problem, in the language of Accept-Language. */
                title: string;
                /** @description What it was this time, in English. */
                detail: string;
                /** @description Fields of the step, each with the rule it breaks. */
                errors?: {
                    path: (string | number)[];
                    message: string;
                }[];
                /** @description Criteria with what they saw. */
                criteria?: components["schemas"]["ExplainedCriterion"][];
                /** @description Facts to record first. */
                lacks?: string[];
                /** @description What would be accepted instead. */
                accepted?: string[];
            } | null;
            /** @description What has been journalled since the point before, in the order of time. */
            did: components["schemas"]["WalkDeed"][];
            /** Format: date-time */
            at: string;
            /** @description The innermost active states. */
            states: string[];
            /** @description Active phases, outermost first. */
            phases: {
                state: string;
                label: components["schemas"]["Text"];
                /** Format: date-time */
                since: string;
            }[];
            /** @enum {string} */
            status: "active" | "ended";
            end: {
                code: string;
                /** @enum {string} */
                kind: "end" | "exit";
                /** @enum {string} */
                outcome: "completed" | "interrupted" | "transferred" | "removed";
                /** Format: date-time */
                at: string;
                label?: components["schemas"]["Text"];
            } | null;
            facts: {
                name: string;
                label?: components["schemas"]["Text"];
                value: string | number | boolean;
                unit?: string;
                /** Format: date-time */
                recordedAt: string;
                /** @description Past its shelf life: unknown to criteria. */
                isExpired: boolean;
            }[];
            /** @description Open tasks, of modules too. */
            tasks: components["schemas"]["WalkTask"][];
            /** @description Armed timers, of modules too; the next first. */
            timers: components["schemas"]["WalkTimer"][];
            next: components["schemas"]["WalkNext"];
            /** @description What holds the journey. */
            suspensions: {
                id: number;
                code: string | null;
                label?: components["schemas"]["Text"];
                /** Format: date-time */
                since: string;
                /** Format: date */
                reviewDate: string;
            }[];
            /** @description Every module that has begun, in that order; those that have ended too. */
            modules: {
                journey: string;
                module: string;
                label?: components["schemas"]["Text"];
                pathway: string;
                version: number;
                /** @enum {string} */
                status: "active" | "ended";
                states: string[];
                end: {
                    code: string;
                    /** @enum {string} */
                    kind: "end" | "exit";
                    /** @enum {string} */
                    outcome: "completed" | "interrupted" | "transferred" | "removed";
                    /** Format: date-time */
                    at: string;
                    label?: components["schemas"]["Text"];
                } | null;
            }[];
        };
        /** @description What one entry of the journal did, by the names that the document has for it. */
        WalkDeed: {
            /** @description The module in whose journey it is; null for the client’s own. */
            module: string | null;
            seq: number;
            /** Format: date-time */
            at: string;
            /** @description The type of the journal entry: start, send, timer, completeTask … */
            type: string;
            /** @description Whether a rule of the pathway did it, and not a person. */
            byRule: boolean;
            event?: string;
            override?: {
                criterion: string;
            };
            /** @description Whether a proposal was accepted. */
            accept?: boolean;
            /** @description Names of the facts that were recorded. */
            facts?: string[];
            /** @description Transitions, in order, with the criteria that they asked. */
            taken: {
                id: string;
                label?: components["schemas"]["Text"];
                from: string;
                to: string[];
                criteria: {
                    name: string;
                    label?: components["schemas"]["Text"];
                    value: boolean | "unknown";
                }[];
            }[];
            /** @description The timer that has acted. */
            timer?: {
                /** @enum {string} */
                kind: "followUp" | "warning" | "after" | "taskDue" | "review" | "suspensionReview";
                name: string;
                label?: components["schemas"]["Text"];
                state: string | null;
                occurrence: number;
                /** Format: date-time */
                dueAt: string;
            };
            /** @description The task that it was about. */
            task?: {
                id: number;
                /** @enum {string} */
                kind: "pathway" | "adHoc" | "proposal" | "review";
                name: string;
                label?: components["schemas"]["Text"];
            };
            /** @description States, the outer ones first. */
            entered: string[];
            left: string[];
            /** @description Tasks. */
            opened: {
                id: number;
                /** @enum {string} */
                kind: "pathway" | "adHoc" | "proposal" | "review";
                name: string;
                label?: components["schemas"]["Text"];
                role: string | null;
                /** Format: date */
                dueDate: string | null;
            }[];
            /** @description Tasks. */
            closed: {
                id: number;
                /** @enum {string} */
                kind: "pathway" | "adHoc" | "proposal" | "review";
                name: string;
                label?: components["schemas"]["Text"];
                /** @enum {string} */
                outcome: "completed" | "cancelled";
            }[];
            /** @description Timers. */
            armed: {
                /** @enum {string} */
                kind: "followUp" | "warning" | "after" | "taskDue" | "review" | "suspensionReview";
                name: string;
                label?: components["schemas"]["Text"];
                state: string | null;
                /** Format: date */
                dueDate: string;
            }[];
            /** @description Timers that are due at another time than before. */
            moved: {
                /** @enum {string} */
                kind: "followUp" | "warning" | "after" | "taskDue" | "review" | "suspensionReview";
                name: string;
                label?: components["schemas"]["Text"];
                state: string | null;
                /** Format: date */
                dueDate: string;
            }[];
            /** @description Actions of the document that were met. */
            actions: {
                type: string;
            }[];
            modulesStarted: {
                module: string;
                label?: components["schemas"]["Text"];
            }[];
            modulesEnded: {
                module: string;
                label?: components["schemas"]["Text"];
                code?: string;
            }[];
            suspended?: {
                code: string | null;
                /** Format: date */
                reviewDate: string;
            };
            ended?: {
                code: string;
                /** @enum {string} */
                kind: "end" | "exit";
                /** @enum {string} */
                outcome: "completed" | "interrupted" | "transferred" | "removed";
                label?: components["schemas"]["Text"];
            };
        };
        WalkTask: {
            /** @description The journey’s id, a dot and a number. */
            id: string;
            /** @enum {string} */
            kind: "pathway" | "adHoc" | "proposal" | "review";
            /** @description The pathway’s task; for a proposal the transition. */
            name: string;
            label?: components["schemas"]["Text"];
            /** @description The case role it waits for. */
            role: string | null;
            assignee: string | null;
            /** Format: date */
            dueDate: string | null;
            overdue: boolean;
            /** Format: date-time */
            openedAt: string;
            /** @description The module in whose journey it is; null for the client’s own. */
            module: string | null;
            isProposal: boolean;
            /** @description Fields of its form, as the pathway declares them. */
            form: {
                [key: string]: unknown;
            }[];
            /** @description What to check and do, ticked one by one. */
            checklist: {
                id: string;
                label: components["schemas"]["Text"];
                required: boolean;
                isTicked: boolean;
            }[];
        };
        WalkTimer: {
            id: number;
            /** @enum {string} */
            kind: "followUp" | "warning" | "after" | "taskDue" | "review" | "suspensionReview";
            name: string;
            label?: components["schemas"]["Text"];
            state: string | null;
            occurrence: number;
            /** Format: date */
            dueDate: string;
            /** Format: date-time */
            dueAt: string;
            /** @description A suspension has stopped it: it will be due later by as long as that lasts. */
            isStopped: boolean;
            /** @description The module in whose journey it is; null for the client’s own. */
            module: string | null;
        };
        /** @description Everything that can be done next. */
        WalkNext: {
            events: components["schemas"]["Possibility"][];
            /** @description States that a reasoned jump may go to. */
            jumps: string[];
            exits: {
                code: string;
                label: components["schemas"]["Text"];
                allowed: boolean;
            }[];
        };
        Possibility: {
            event: string;
            /** @enum {string} */
            status: "possible" | "blocked" | "unknown" | "suspended";
            /** @description Whether one of the asking person’s case roles allows it. */
            allowed: boolean;
            transitions: {
                id: string;
                label?: components["schemas"]["Text"];
                from: string;
                to: string[];
                value: boolean | "unknown";
                /** @enum {string} */
                effect: "none" | "service" | "rights";
                by: string[];
                reasonRequired: boolean;
                criteria: components["schemas"]["ExplainedCriterion"][];
            }[];
            /** @description Facts to record before it can be decided. */
            lacks: {
                name: string;
                label?: components["schemas"]["Text"];
                expired: boolean;
            }[];
        };
        WalkPathway: {
            /** @description A pathway document; GET /api/v1/pathways/schema has its JSON Schema. */
            document: {
                [key: string]: unknown;
            };
            /** @description Values for the document’s parameters, where they differ from its defaults. */
            parameters?: {
                [key: string]: unknown;
            };
            /** @default {} */
            client?: {
                name?: string;
                /** @enum {string} */
                language?: "fi" | "sv" | "en";
            };
            /**
             * Format: date-time
             * @description When the journey begins.
             */
            startsAt: string;
            /** @description The `enterable` state to begin in; without it, the first. */
            at?: string;
            /** @description What happens, in order. Each is played, also after one that was refused. */
            steps: components["schemas"]["WalkStep"][];
        };
        Client: {
            id: string;
            organisation: string;
            team: string | null;
            /** @description Registers that the client is said to be in. */
            customerships: string[];
            /** @description Grows by one with every change. */
            revision: number;
            name: string | null;
            givenName: string | null;
            familyName: string | null;
            identityCode: string | null;
            birthDate: string | null;
            /**
             * @description The language of service.
             * @enum {string|null}
             */
            language: "fi" | "sv" | "en" | null;
            interpreterLanguage: string | null;
            phone: string | null;
            email: string | null;
            /** @description Null also where it is protected. */
            address: {
                street: string;
                /** @default  */
                postalCode?: string;
                /** @default  */
                city?: string;
                /** @default FI */
                country?: string;
            } | null;
            addressProtected: boolean;
            contactChannels: ("phone" | "textMessage" | "email" | "letter" | "video" | "inPerson")[];
            /** @description People who act for the client and do not use Polku. */
            proxies: {
                name: string;
                /** @enum {string} */
                kind: "guardian" | "authorised" | "helper";
                /** @description In which matters, in words. */
                scope: string;
                phone?: string;
                /**
                 * Format: date
                 * @description The last day on which it holds.
                 */
                until?: string;
            }[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
            changedBy: string;
        };
        FindClient: {
            /** @description Finnish personal identity code, if it is known. Kept encrypted. */
            identityCode: string;
        };
        FoundClients: {
            items: {
                client: components["schemas"]["Client"];
                /** @description 1 when it is as it was asked for. */
                likeness: number;
            }[];
        };
        SearchClients: {
            /** @description Names or their beginnings in any order; slips of the pen are forgiven. */
            name?: string;
            /** @description A telephone number in any spelling, or four of its digits. */
            phone?: string;
            /** @default 20 */
            limit?: number;
        };
        Duplicates: {
            items: components["schemas"]["Duplicate"][];
        };
        /** @description A client who may be the same person. */
        Duplicate: {
            client: string;
            /** @enum {string} */
            why: "identityCode" | "nameAndBirthDate";
        };
        FindDuplicates: {
            /** @description The whole name; without it, given name and family name together. */
            name?: string;
            givenName?: string;
            familyName?: string;
            /** @description Finnish personal identity code, if it is known. Kept encrypted. */
            identityCode?: string;
            /**
             * Format: date
             * @description Needed only without an identity code, which tells it.
             */
            birthDate?: string;
        };
        CreatedClient: {
            id: string;
            duplicates: components["schemas"]["Duplicate"][];
        };
        CreateClient: {
            /** @description The whole name; without it, given name and family name together. */
            name?: string;
            givenName?: string;
            familyName?: string;
            /** @description Finnish personal identity code, if it is known. Kept encrypted. */
            identityCode?: string;
            /**
             * Format: date
             * @description Needed only without an identity code, which tells it.
             */
            birthDate?: string;
            /**
             * @description The language of service.
             * @enum {string}
             */
            language?: "fi" | "sv" | "en";
            /** @description An interpreter of this language (ISO 639) is needed. */
            interpreterLanguage?: string;
            phone?: string;
            /** Format: email */
            email?: string;
            address?: {
                street: string;
                /** @default  */
                postalCode?: string;
                /** @default  */
                city?: string;
                /** @default FI */
                country?: string;
            };
            /** @description The address is under a non-disclosure order (turvakielto). */
            addressProtected?: boolean;
            contactChannels?: ("phone" | "textMessage" | "email" | "letter" | "video" | "inPerson")[];
            /** @description People who act for the client and do not use Polku. */
            proxies?: {
                name: string;
                /** @enum {string} */
                kind: "guardian" | "authorised" | "helper";
                /** @description In which matters, in words. */
                scope: string;
                phone?: string;
                /**
                 * Format: date
                 * @description The last day on which it holds.
                 */
                until?: string;
            }[];
            /** @default null */
            team?: string | null;
            /**
             * @description Registers that the client is in; those of the client’s journeys count in any case.
             * @default []
             */
            customerships?: ("employment" | "socialCare")[];
        };
        ClientPage: {
            items: components["schemas"]["Client"][];
            /** @description Hand it back as ?after= for the next page; null on the last one. */
            after: string | null;
        };
        UpdatedClient: {
            id: string;
            revision: number;
        };
        UpdateClient: {
            /** @description The revision that was changed; refused when there is a later one. */
            revision: number;
            /** @description The whole name; without it, given name and family name together. */
            name?: string | null;
            givenName?: string | null;
            familyName?: string | null;
            /** @description Finnish personal identity code, if it is known. Kept encrypted. */
            identityCode?: string | null;
            /**
             * Format: date
             * @description Needed only without an identity code, which tells it.
             */
            birthDate?: string | null;
            /**
             * @description The language of service.
             * @enum {string|null}
             */
            language?: "fi" | "sv" | "en" | null;
            /** @description An interpreter of this language (ISO 639) is needed. */
            interpreterLanguage?: string | null;
            phone?: string | null;
            /** Format: email */
            email?: string | null;
            address?: {
                street: string;
                /** @default  */
                postalCode?: string;
                /** @default  */
                city?: string;
                /** @default FI */
                country?: string;
            } | null;
            /** @description The address is under a non-disclosure order (turvakielto). */
            addressProtected?: boolean;
            contactChannels?: ("phone" | "textMessage" | "email" | "letter" | "video" | "inPerson")[];
            /** @description People who act for the client and do not use Polku. */
            proxies?: {
                name: string;
                /** @enum {string} */
                kind: "guardian" | "authorised" | "helper";
                /** @description In which matters, in words. */
                scope: string;
                phone?: string;
                /**
                 * Format: date
                 * @description The last day on which it holds.
                 */
                until?: string;
            }[];
            team?: string | null;
            /** @description Registers that the client is in; those of the client’s journeys count in any case. */
            customerships?: ("employment" | "socialCare")[];
        };
        /** @description What was erased of a client, why, and on what ground. */
        Erasure: {
            client: string;
            /** @description The records that were erased; null for all there was of the client. */
            recordClass: string | null;
            /** Format: date-time */
            erasedAt: string;
            erasedBy: string;
            reason: string;
            basis: string;
            /** @description False when others were reading the database all the while: erase again, which only clears its log. */
            isLogCleared: boolean;
        };
        EraseClient: {
            /** @enum {string} */
            reason: "retentionOver" | "clientRequest" | "recordedInError" | "courtOrder";
            basis: string;
        };
        Erasures: {
            items: {
                client: string;
                /** @description The records that were erased; null for all there was of the client. */
                recordClass: string | null;
                /** Format: date-time */
                erasedAt: string;
                erasedBy: string;
                reason: string;
                basis: string;
            }[];
        };
        PlacedLegalHold: {
            id: string;
        };
        PlaceLegalHold: {
            /** @description Sealed under the client’s own key. */
            why: string;
            /**
             * Format: date
             * @description The last day on which it stands; null until it is ended.
             * @default null
             */
            until?: string | null;
        };
        LegalHolds: {
            items: components["schemas"]["LegalHold"][];
        };
        LegalHold: {
            id: string;
            why: string;
            placedBy: string;
            /** Format: date-time */
            placedAt: string;
            until: string | null;
            /** Format: date-time */
            endedAt: string | null;
            endedBy: string | null;
            isStanding: boolean;
        };
        RecordClasses: {
            items: {
                id: string;
                years: number;
                /**
                 * @description What the years are counted from.
                 * @enum {string}
                 */
                from: "journeysEnded" | "event";
                source: string;
            }[];
        };
        DueRecords: {
            items: {
                client: string;
                /** @enum {string} */
                recordClass: "employment" | "socialCare";
                /** @description When the last journey of the register ended. */
                endedOn: string;
                /** @description The last day on which they are kept. */
                keptUntil: string;
                years: number;
                source: string;
                /**
                 * @description All there is of the client, or what the register has.
                 * @enum {string}
                 */
                erases: "client" | "records";
                /** @description A legal hold stands: they are not erased. */
                isHeld: boolean;
            }[];
            /** @description Hand it back as ?after= for the next page; null on the last one. */
            after: string | null;
        };
        ErasedRows: {
            items: {
                client: string;
                /** @enum {string} */
                recordClass: "employment" | "socialCare";
                /** @enum {string} */
                outcome: "clientErased" | "recordsErased" | "refused";
                /** @description Why it was refused, as a problem’s code. */
                code?: string;
                detail?: string;
            }[];
        };
        EraseDueRecords: {
            rows: {
                client: string;
                /** @enum {string} */
                recordClass: "employment" | "socialCare";
            }[];
        };
        Facts: {
            items: components["schemas"]["Fact"][];
        };
        /** @description A recorded value with where it comes from. */
        Fact: {
            id: string;
            name: string;
            class: string;
            value: string | number | boolean;
            source: string;
            recordedBy: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            holdsFrom: string;
        };
        RecordedFacts: {
            /** @description Ids of the recorded facts, by name. */
            facts: {
                [key: string]: string;
            };
            /** @description The client’s live journeys after it, with the transitions that it set off. */
            journeys: {
                journey: string;
                revision: number;
                taken: string[];
            }[];
        };
        RecordFacts: {
            /**
             * Format: date-time
             * @description When it was true in the world, if not now: not later than now, before today only with a reason.
             */
            occurredAt?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            facts: {
                [key: string]: number | boolean | string;
            };
            /** @description Where the values come from: a person’s word, a document, a register. */
            source: string;
        };
        /** @description The journey after the command, and what the command did. */
        JourneyAnswer: {
            journey: components["schemas"]["Journey"];
            /** @description The journal entry that the command made. */
            entry: number;
            /** @description Transitions taken, in order. */
            taken: string[];
            /** @description Timers that had acted meanwhile in what a back-dated command left; they stay as they are. */
            actedSince: {
                timer: number;
                name: string;
                /** Format: date-time */
                at: string;
            }[];
        };
        Journey: {
            id: string;
            client: string;
            pathway: string;
            version: number;
            /** @description Grows by one with every step; a command may name the one it was decided on. */
            revision: number;
            /** @enum {string} */
            status: "active" | "ended";
            /** @description Where it stands, as XState writes it. */
            state: string | Record<string, never>;
            /** @description The innermost active states. */
            states: string[];
            /** @description Active phases, outermost first. */
            phases: {
                state: string;
                label: components["schemas"]["Text"];
                /** Format: date-time */
                since: string;
            }[];
            responsible: {
                user: string;
                team: string | null;
            };
            /** Format: date-time */
            startedAt: string;
            /** @description Open tasks. */
            tasks: components["schemas"]["Task"][];
            /** @description Armed timers, the next first. */
            timers: components["schemas"]["Timer"][];
            /** @description What holds the journey. */
            suspensions: {
                id: number;
                code: string | null;
                label?: components["schemas"]["Text"];
                /** Format: date-time */
                since: string;
                /** Format: date */
                reviewDate: string;
            }[];
            /** @description The journey that this one is a module of. */
            parent: {
                journey: string;
                module: string;
            } | null;
            /** @description Modules that are running. */
            children: {
                journey: string;
                module: string;
                label?: components["schemas"]["Text"];
                pathway: string;
                version: number;
            }[];
            end: {
                code: string;
                /** @enum {string} */
                kind: "end" | "exit";
                /** @enum {string} */
                outcome: "completed" | "interrupted" | "transferred" | "removed";
                /** Format: date-time */
                at: string;
                label?: components["schemas"]["Text"];
            } | null;
        };
        /** @description Work that waits for a person. */
        Task: {
            /** @description The journey’s id, a dot and a number. */
            id: string;
            journey: string;
            /** @enum {string} */
            kind: "pathway" | "adHoc" | "proposal" | "review";
            /** @description The pathway’s task; for a proposal the transition. */
            name: string;
            label?: components["schemas"]["Text"];
            /** @description The case role it waits for. */
            role: string | null;
            assignee: string | null;
            /** Format: date */
            dueDate: string | null;
            overdue: boolean;
            /** Format: date-time */
            openedAt: string;
        };
        /** @description An armed instance of what is promised in time. */
        Timer: {
            id: number;
            /** @enum {string} */
            kind: "followUp" | "warning" | "after" | "taskDue" | "review" | "suspensionReview";
            name: string;
            label?: components["schemas"]["Text"];
            state: string | null;
            occurrence: number;
            /** Format: date */
            dueDate: string;
            /** Format: date-time */
            dueAt: string;
            /** @description A suspension has stopped it: it will be due later by as long as that lasts. */
            isStopped: boolean;
        };
        StartJourney: {
            /**
             * Format: date-time
             * @description When it was true in the world, if not now: not later than now, before today only with a reason.
             */
            occurredAt?: string;
            /** @description Why, in words. Kept sealed under the client’s own key. */
            reason?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            pathway: string;
            /** @description A version of the pathway; without it, the one that is in use today. */
            version?: number;
            client: string;
            /** @description The named person (and team) who answers for the journey; never empty. */
            responsible: {
                user: string;
                /** @default null */
                team?: string | null;
            };
            /** @description An `enterable` state, for a client who is already under way; needs a reason. */
            at?: string;
        };
        JourneyPage: {
            items: components["schemas"]["Journey"][];
            /** @description Hand it back as ?after= for the next page; null on the last one. */
            after: string | null;
        };
        Next: {
            revision: number;
            events: components["schemas"]["Possibility"][];
            /** @description States that a reasoned jump may go to. */
            jumps: string[];
            exits: {
                code: string;
                label: components["schemas"]["Text"];
                allowed: boolean;
            }[];
        };
        History: {
            items: components["schemas"]["HistoryEntry"][];
            /** @description Hand it back as ?after= for the next page; null on the last one. */
            after: string | null;
        };
        HistoryEntry: {
            seq: number;
            type: string;
            event?: string;
            by: string;
            /** @description Whether a rule of the pathway did it, and not a person. */
            byRule: boolean;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            occurredAt: string;
            reason?: string;
            /** @description What went with an event. */
            data?: unknown;
            /** @description The journal entry: decisions, changes of state, messages. */
            entry: {
                [key: string]: unknown;
            };
        };
        Timers: {
            items: components["schemas"]["Timer"][];
        };
        Replay: {
            journey: string;
            /**
             * @description The journal folds into the stored state, byte for byte.
             * @enum {boolean}
             */
            matches: true;
            /** @description The state it folds into. */
            state: {
                [key: string]: unknown;
            };
        };
        SendEvent: {
            /**
             * Format: date-time
             * @description When it was true in the world, if not now: not later than now, before today only with a reason.
             */
            occurredAt?: string;
            /** @description Why, in words. Kept sealed under the client’s own key. */
            reason?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The revision it was decided on; refused when the journey has moved on since. */
            revision?: number;
            event: string;
            /** @description What goes with the event, for the journal: at most 16 384 characters of JSON. Sealed. */
            data?: {
                [key: string]: unknown;
            };
            /** @description Take the transition against one overridable criterion, once; needs a reason. */
            override?: {
                criterion: string;
                /** @description The transition’s id; needed only where the event has several with that criterion. */
                transition?: string;
            };
        };
        JumpJourney: {
            /**
             * Format: date-time
             * @description When it was true in the world, if not now: not later than now, before today only with a reason.
             */
            occurredAt?: string;
            reason: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The revision it was decided on; refused when the journey has moved on since. */
            revision?: number;
            to: string;
        };
        ExitJourney: {
            /**
             * Format: date-time
             * @description When it was true in the world, if not now: not later than now, before today only with a reason.
             */
            occurredAt?: string;
            /** @description Why, in words. Kept sealed under the client’s own key. */
            reason?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The revision it was decided on; refused when the journey has moved on since. */
            revision?: number;
            code: string;
        };
        HandOverJourney: {
            /**
             * Format: date-time
             * @description When it was true in the world, if not now: not later than now, before today only with a reason.
             */
            occurredAt?: string;
            /** @description Why, in words. Kept sealed under the client’s own key. */
            reason?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The revision it was decided on; refused when the journey has moved on since. */
            revision?: number;
            to: {
                user: string;
                /** @default null */
                team?: string | null;
            };
        };
        ReverseJourney: {
            reason: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The revision it was decided on; refused when the journey has moved on since. */
            revision?: number;
            entry: number;
        };
        MigrateJourney: {
            reason: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The revision it was decided on; refused when the journey has moved on since. */
            revision?: number;
            /** @description The published version that it is to run on. */
            version: number;
            /** @description The version that it is on; refused when it is on another by now. */
            from?: number;
            /**
             * @description By path, which state has taken the place of a state and of all within it; what is not named keeps its path.
             * @default {}
             */
            states?: {
                [key: string]: string;
            };
        };
        SuspendJourney: {
            /**
             * Format: date-time
             * @description When it was true in the world, if not now: not later than now, before today only with a reason.
             */
            occurredAt?: string;
            reason: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The revision it was decided on; refused when the journey has moved on since. */
            revision?: number;
            /** @description One of the pathway’s coded reasons. */
            code?: string;
            /**
             * Format: date
             * @description The local date on which the responsible person looks at it again.
             */
            reviewDate: string;
        };
        ResumeJourney: {
            /**
             * Format: date-time
             * @description When it was true in the world, if not now: not later than now, before today only with a reason.
             */
            occurredAt?: string;
            /** @description Why, in words. Kept sealed under the client’s own key. */
            reason?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The revision it was decided on; refused when the journey has moved on since. */
            revision?: number;
            suspension: number;
        };
        StartedModule: {
            journey: components["schemas"]["Journey"];
            /** @description The journal entry that the command made. */
            entry: number;
            /** @description Transitions taken, in order. */
            taken: string[];
            /** @description Timers that had acted meanwhile in what a back-dated command left; they stay as they are. */
            actedSince: {
                timer: number;
                name: string;
                /** Format: date-time */
                at: string;
            }[];
            child: string;
        };
        StartModule: {
            /**
             * Format: date-time
             * @description When it was true in the world, if not now: not later than now, before today only with a reason.
             */
            occurredAt?: string;
            /** @description Why, in words. Kept sealed under the client’s own key. */
            reason?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The revision it was decided on; refused when the journey has moved on since. */
            revision?: number;
            module?: string;
            pathway?: string;
        };
        TaskPage: {
            items: components["schemas"]["TaskDetails"][];
            /** @description Hand it back as ?after= for the next page; null on the last one. */
            after: string | null;
        };
        TaskDetails: {
            /** @description The journey’s id, a dot and a number. */
            id: string;
            journey: string;
            /** @enum {string} */
            kind: "pathway" | "adHoc" | "proposal" | "review";
            /** @description The pathway’s task; for a proposal the transition. */
            name: string;
            label?: components["schemas"]["Text"];
            /** @description The case role it waits for. */
            role: string | null;
            assignee: string | null;
            /** Format: date */
            dueDate: string | null;
            overdue: boolean;
            /** Format: date-time */
            openedAt: string;
            client: string;
            /** @enum {string} */
            status: "open" | "completed" | "cancelled";
            /** Format: date-time */
            closedAt: string | null;
            closedBy: string | null;
            /** @description Fields of its form, as the pathway declares them. */
            form: {
                [key: string]: unknown;
            }[];
            /** @description What to check and do, ticked one by one. */
            checklist: {
                id: string;
                label: components["schemas"]["Text"];
                required: boolean;
                isTicked: boolean;
            }[];
            /** @description Title and description, and what was filled in. */
            content: {
                [key: string]: unknown;
            };
        };
        OpenedTask: {
            journey: components["schemas"]["Journey"];
            /** @description The journal entry that the command made. */
            entry: number;
            /** @description Transitions taken, in order. */
            taken: string[];
            /** @description Timers that had acted meanwhile in what a back-dated command left; they stay as they are. */
            actedSince: {
                timer: number;
                name: string;
                /** Format: date-time */
                at: string;
            }[];
            task: string;
        };
        /** @description Give a `role` or an `assignee`, or both. */
        OpenTask: {
            /** @description Why, in words. Kept sealed under the client’s own key. */
            reason?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The revision it was decided on; refused when the journey has moved on since. */
            revision?: number;
            journey: string;
            title: string;
            description?: string;
            role?: string;
            assignee?: string;
            /** Format: date */
            dueDate?: string;
        };
        ClaimTask: {
            /** @description Why, in words. Kept sealed under the client’s own key. */
            reason?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The revision it was decided on; refused when the journey has moved on since. */
            revision?: number;
        };
        DelegateTask: {
            /** @description Why, in words. Kept sealed under the client’s own key. */
            reason?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The revision it was decided on; refused when the journey has moved on since. */
            revision?: number;
            to: string | null;
        };
        PostponeTask: {
            /** @description Why, in words. Kept sealed under the client’s own key. */
            reason?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The revision it was decided on; refused when the journey has moved on since. */
            revision?: number;
            /** Format: date */
            dueDate: string;
        };
        TickTask: {
            /** @description Why, in words. Kept sealed under the client’s own key. */
            reason?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The revision it was decided on; refused when the journey has moved on since. */
            revision?: number;
            /** @description Items of the checklist by id: true ticks one, false takes its tick away. The others stay as they are. */
            items: {
                [key: string]: boolean;
            };
        };
        CompleteTask: {
            /**
             * Format: date-time
             * @description When it was true in the world, if not now: not later than now, before today only with a reason.
             */
            occurredAt?: string;
            /** @description Why, in words. Kept sealed under the client’s own key. */
            reason?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The revision it was decided on; refused when the journey has moved on since. */
            revision?: number;
            /** @description What the fields hold: by fact for fields bound to a fact, else by the field’s own name. */
            form?: {
                [key: string]: number | boolean | string;
            };
        };
        CancelTask: {
            /** @description Why, in words. Kept sealed under the client’s own key. */
            reason?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The revision it was decided on; refused when the journey has moved on since. */
            revision?: number;
        };
        AnswerProposal: {
            /**
             * Format: date-time
             * @description When it was true in the world, if not now: not later than now, before today only with a reason.
             */
            occurredAt?: string;
            /** @description Why, in words. Kept sealed under the client’s own key. */
            reason?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The revision it was decided on; refused when the journey has moved on since. */
            revision?: number;
            accept: boolean;
        };
        ImportAnswer: {
            dryRun: boolean;
            created: number;
            repeated: number;
            refused: number;
            rows: components["schemas"]["ImportedRow"][];
        };
        ImportedRow: {
            /** @description Which of the rows, from 1. */
            row: number;
            /** @description Where it stands in a CSV file; the line of names is 1. */
            line?: number;
            /** @description The row’s own key. */
            key: string | null;
            /**
             * @description repeated: it was brought in before, under the same keys. Nothing was changed.
             * @enum {string}
             */
            outcome: "created" | "repeated" | "refused";
            client?: string;
            journey?: string;
            /** @description Why it was refused. */
            problem?: {
                /** @enum {string} */
                code: "invalid-request" | "not-found" | "invalid-pathway" | "blocked" | "unknown" | "unhandled" | "not-allowed" | "reason-required" | "not-overridable" | "override-unused" | "ended" | "suspended" | "no-such-suspension" | "no-such-reason" | "no-such-module" | "not-enterable" | "no-such-state" | "no-place" | "no-such-exit" | "no-such-task" | "too-early" | "in-the-future" | "not-reversible" | "task-taken" | "checklist-open" | "no-such-item" | "not-dead" | "wrong-kind" | "stale-revision" | "key-reused" | "unknown-fact" | "invalid-fact" | "identity-taken" | "user-taken" | "id-taken" | "last-administrator" | "lane-closed" | "not-erasable" | "on-hold" | "endless-loop" | "nothing-due" | "walk-too-long" | "too-many-walks" | "scenarios-broken";
                title: string;
                detail: string;
                errors: {
                    /** @description The field of the row. */
                    path: (string | number)[];
                    message: string;
                    /** @description The same, from the top of a JSON body (RFC 6901). */
                    pointer?: string;
                    /** @description The column of a CSV file. */
                    column?: string;
                }[];
                /** @description What would be accepted instead. */
                accepted?: string[];
            };
        };
        Import: {
            /** @description The reason of every row that has none of its own. */
            reason?: string;
            /** @description The source of every row that has none of its own. */
            source?: string;
            rows: components["schemas"]["ImportRow"][];
        };
        /** @description The first line names the columns: key, name, identityCode, language, pathway, version, at, startedAt, occurredAt, reason, user, team, source, fact.NAME, fact.NAME.occurredAt, fact.NAME.source, doneFollowUp.NAME, doneTasks. */
        ImportCsv: string;
        ContactPage: {
            items: components["schemas"]["Contact"][];
            /** @description Hand it back as ?after= for the next page; null on the last one. */
            after: string | null;
        };
        /** @description A talk, meeting, visit, attempt or note about a client. */
        Contact: {
            id: string;
            client: string;
            journey: string | null;
            /** @description The organisation of its writer. */
            organisation: string;
            /** @enum {string} */
            kind: "initialTalk" | "jobSearchTalk" | "supplementaryTalk" | "networkMeeting" | "homeVisit" | "dropIn" | "errandTogether" | "other" | "note";
            /** @enum {string|null} */
            channel: "visit" | "phone" | "video" | "message" | "letter" | "atProvider" | null;
            /** @enum {string|null} */
            outcome: "realised" | "triedNoAnswer" | "cancelledByClient" | "noShow" | null;
            minutes: number | null;
            /** @enum {string} */
            class: "ordinary" | "confidential";
            /** Format: date-time */
            occurredAt: string;
            /** Format: date-time */
            recordedAt: string;
            recordedBy: string;
            place: string | null;
            present: {
                role?: string;
                name?: string;
            }[];
            text: string | null;
            /** @description The task that what was agreed next has become. */
            task: string | null;
            /** @description The contact that this one corrects. */
            replaces: string | null;
            replacedBy: string | null;
            enteredInError: {
                /** Format: date-time */
                at: string;
                by: string;
                reason: string | null;
            } | null;
        };
        ContactAnswer: {
            contact: components["schemas"]["Contact"];
            /** @description The revision of the journey, where what was agreed next has opened a task on it. */
            revision: number | null;
        };
        RecordContact: {
            /**
             * Format: date-time
             * @description When it was true in the world, if not now: not later than now, before today only with a reason.
             */
            occurredAt?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The journey that it is about; it stays as it is. */
            journey?: string;
            /**
             * @description May be left out when nobody answered. A `note` has neither channel nor outcome.
             * @enum {string}
             */
            kind?: "initialTalk" | "jobSearchTalk" | "supplementaryTalk" | "networkMeeting" | "homeVisit" | "dropIn" | "errandTogether" | "other" | "note";
            /** @enum {string} */
            channel?: "visit" | "phone" | "video" | "message" | "letter" | "atProvider";
            /**
             * @description `realised` unless told otherwise.
             * @enum {string}
             */
            outcome?: "realised" | "triedNoAnswer" | "cancelledByClient" | "noShow";
            /** @description Time spent. */
            minutes?: number;
            place?: string;
            /** @description Who was there, by role or name. */
            present?: {
                role?: string;
                name?: string;
            }[];
            /** @description What was talked about. Kept sealed under the client’s key. */
            text?: string;
            /**
             * @description A confidential one opens for its writer’s organisation only.
             * @default ordinary
             * @enum {string}
             */
            class?: "ordinary" | "confidential";
            /** @description What was agreed next: becomes a task on the journey. Without assignee and role it is the writer’s. */
            agreedNext?: {
                title: string;
                /** Format: date */
                dueDate?: string;
                assignee?: string;
                role?: string;
            };
        };
        CorrectContact: {
            /**
             * Format: date-time
             * @description When it was true in the world, if not now: not later than now, before today only with a reason.
             */
            occurredAt?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            reason?: string;
            /**
             * @description May be left out when nobody answered. A `note` has neither channel nor outcome.
             * @enum {string}
             */
            kind?: "initialTalk" | "jobSearchTalk" | "supplementaryTalk" | "networkMeeting" | "homeVisit" | "dropIn" | "errandTogether" | "other" | "note";
            /** @enum {string} */
            channel?: "visit" | "phone" | "video" | "message" | "letter" | "atProvider";
            /**
             * @description `realised` unless told otherwise.
             * @enum {string}
             */
            outcome?: "realised" | "triedNoAnswer" | "cancelledByClient" | "noShow";
            /** @description Time spent. */
            minutes?: number;
            place?: string;
            /** @description Who was there, by role or name. */
            present?: {
                role?: string;
                name?: string;
            }[];
            /** @description What was talked about. Kept sealed under the client’s key. */
            text?: string;
            /**
             * @description A confidential one opens for its writer’s organisation only.
             * @default ordinary
             * @enum {string}
             */
            class?: "ordinary" | "confidential";
        };
        ContactInError: {
            reason: string;
        };
        SubstituteList: {
            items: components["schemas"]["Substitute"][];
        };
        /** @description Who stands in for whom, both days included. */
        Substitute: {
            id: string;
            user: string;
            substitute: string;
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
        };
        AddSubstitute: {
            /** @description Who stands in. */
            substitute: string;
            /**
             * Format: date
             * @description The first local date.
             */
            from: string;
            /**
             * Format: date
             * @description The last local date, which is included.
             */
            until: string;
        };
        WorklistCounts: {
            lists: {
                /** @enum {string} */
                list: "mine" | "substituted" | "team" | "overdue" | "dueToday" | "waiting" | "newToMe" | "changedSinceLastLooked" | "forgotten";
                count: number;
            }[];
        };
        WorklistPage: {
            items: components["schemas"]["WorklistRow"][];
            /** @description Hand it back as ?after= for the next page; null on the last one. */
            after: string | null;
        };
        /** @description Whose journey, which work, why and since when, what is next, what hinders. */
        WorklistRow: {
            client: {
                id: string;
                name: string | null;
            };
            journey: string;
            revision: number;
            pathway: {
                id: string;
                version: number;
                title: components["schemas"]["Text"];
            };
            /** @description Active phases, outermost first. */
            phases: {
                state: string;
                label: components["schemas"]["Text"];
            }[];
            task: {
                id: string;
                kind: string;
                name: string;
                label?: components["schemas"]["Text"];
                /** @description What a person has called an ad hoc task. */
                title: string | null;
                role: string | null;
                assignee: string | null;
            } | null;
            /** @description Why it stands on the list. Programs go by the code. */
            why: {
                code: string;
                text: {
                    fi: string;
                    sv: string;
                    en: string;
                };
            };
            /**
             * Format: date-time
             * @description Since when it has been so.
             */
            since: string;
            /** Format: date */
            dueDate: string | null;
            /** @enum {string|null} */
            lateness: "overdue" | "dueToday" | null;
            /** @description The next event that is possible; one that the asking person may send first of all. */
            next: {
                event: string;
                label?: components["schemas"]["Text"];
            } | null;
            /** @description What hinders, in words; five at most. */
            blockedBy: {
                /** @enum {string} */
                code: "suspended" | "criterion";
                event: string | null;
                text: components["schemas"]["Text"];
                /** @description Facts to record first. */
                lacks: components["schemas"]["Text"][];
            }[];
            /** @description Who has the task, else who answers for the journey. */
            owner: string;
            responsible: {
                user: string;
                team: string | null;
            };
            /** @description Who stands in for the owner today. */
            substitutes: string[];
        };
        Looks: {
            items: {
                journey: string;
                client: string;
                revision: number;
                /** Format: date-time */
                lookedAt: string;
            }[];
        };
        MarkLooked: {
            /** @description The journey that was looked at. */
            journey?: string;
            /** @description The client that was looked at, with all of their journeys. */
            client?: string;
        };
        SavedLists: {
            items: components["schemas"]["SavedList"][];
        };
        /** @description A worklist with filters and an order, under a name of its owner’s. */
        SavedList: {
            id: string;
            owner: string;
            name: string;
            /** @enum {string} */
            list: "mine" | "substituted" | "team" | "overdue" | "dueToday" | "waiting" | "newToMe" | "changedSinceLastLooked" | "forgotten";
            filters: {
                /** @description Only journeys through this pathway. */
                pathway?: string;
                /** @description Only journeys in this phase, by the path of its state. */
                phase?: string;
                /** @description Only tasks for this case role. */
                role?: string;
                /** @description Only journeys that this person answers for. */
                responsible?: string;
                users?: string[];
                teams?: string[];
                everyone?: boolean;
            };
            /** @enum {string} */
            sort: "lateness" | "due" | "since" | "name";
            sharedWith: {
                /** @enum {string} */
                kind: "team" | "organisation";
                id: string;
            } | null;
            /** Format: date-time */
            savedAt: string;
        };
        SaveList: {
            name: string;
            /** @enum {string} */
            list: "mine" | "substituted" | "team" | "overdue" | "dueToday" | "waiting" | "newToMe" | "changedSinceLastLooked" | "forgotten";
            /**
             * @description The same as in the query of the list.
             * @default {}
             */
            filters?: {
                /** @description Only journeys through this pathway. */
                pathway?: string;
                /** @description Only journeys in this phase, by the path of its state. */
                phase?: string;
                /** @description Only tasks for this case role. */
                role?: string;
                /** @description Only journeys that this person answers for. */
                responsible?: string;
                users?: string[];
                teams?: string[];
                everyone?: boolean;
            };
            /**
             * @default lateness
             * @enum {string}
             */
            sort?: "lateness" | "due" | "since" | "name";
            /**
             * @description Who may use it besides its owner.
             * @default null
             */
            sharedWith?: {
                /** @enum {string} */
                kind: "team";
                id: string;
            } | {
                /** @enum {string} */
                kind: "organisation";
                id: string;
            } | null;
        };
        BulkAnswer: {
            rows: components["schemas"]["RowAnswer"][];
        };
        /** @description One row; one that is refused holds up no other. */
        RowAnswer: {
            journey: string;
            task: string | null;
            /**
             * @description With `dryRun`, what would be done is possible.
             * @enum {string}
             */
            status: "done" | "possible" | "refused";
            /** @description The journey’s revision after it. */
            revision: number | null;
            /** @description Why it was refused; /problems explains each code. */
            code: string | null;
            detail: string | null;
        };
        RunBulk: {
            /** @description Why, in words. Kept sealed under the client’s own key. */
            reason?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            action: {
                /** @enum {string} */
                do: "delegate";
                /** @description null: back to its case role. */
                to: string | null;
            } | {
                /** @enum {string} */
                do: "postpone";
                /** Format: date */
                dueDate: string;
            } | {
                /** @enum {string} */
                do: "complete";
            } | {
                /** @enum {string} */
                do: "handOver";
                to: {
                    user: string;
                    /** @default null */
                    team?: string | null;
                };
            } | {
                /** @enum {string} */
                do: "remind";
                /** @description A note on the journey. */
                text: string;
                /**
                 * Format: date
                 * @description With it, also a task for whoever owns the row.
                 */
                dueDate?: string;
            };
            rows: {
                journey: string;
                /** @description A task of that journey, for what is done with tasks. */
                task?: string;
            }[];
        };
        HandOverAnswer: {
            rows: components["schemas"]["RowAnswer"][];
            /** @description There are more than one call hands over: call again, under another key. */
            hasMore: boolean;
        };
        HandOverCaseload: {
            /** @description Why, in words. Kept sealed under the client’s own key. */
            reason?: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description Whose journeys they are. */
            from: string;
            /** @description Who answers for them from now on. */
            to: {
                user: string;
                /** @default null */
                team?: string | null;
            };
            /** @description Only these; without it all live ones, at most 500 in one call. */
            journeys?: string[];
        };
        MigrationAnswer: {
            rows: components["schemas"]["RowAnswer"][];
            /** @description `after` of the next call; null when there are no more. */
            next: string | null;
        };
        MigrateJourneys: {
            reason: string;
            /** @description Say what would happen, and let nothing happen. */
            dryRun?: boolean;
            /** @description The version that they run on. */
            from: number;
            /**
             * @description By path, which state has taken the place of a state and of all within it; what is not named keeps its path.
             * @default {}
             */
            states?: {
                [key: string]: string;
            };
            pathway: string;
            /** @description The published version that they are to run on. */
            to: number;
            /** @description The `next` of the call before: goes on behind that journey. */
            after?: string;
        };
        NotificationPage: {
            items: components["schemas"]["Notification"][];
            /** @description Hand it back as ?after= for the next page; null on the last one. */
            after: string | null;
        };
        /** @description What a person was told by one channel. */
        Notification: {
            id: string;
            journey: string;
            /** @description The journal entry that it comes from. */
            entry: number;
            recipient: string;
            /** @enum {string} */
            channel: "worklist" | "email";
            /**
             * @description The recipient’s, when they were told.
             * @enum {string}
             */
            language: "fi" | "sv" | "en";
            /** @enum {string} */
            template: "task.opened" | "task.delegated" | "task.overdue" | "proposal.opened" | "review.opened" | "followUp.warning" | "journey.started" | "journey.handedOver";
            /** @description What the template says. */
            text: {
                fi: string;
                sv: string;
                en: string;
            };
            /** @description Ids and codes: the `task`, its `kind` and `name`; the `followUp`; `by` whom. */
            payload: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /**
             * @description Of the worklist: unread or seen. Of an e-mail: waiting, sent, or dead: nobody tries again by itself.
             * @enum {string}
             */
            state: "unread" | "seen" | "waiting" | "sent" | "dead";
            /** Format: date-time */
            seenAt: string | null;
            /** Format: date-time */
            sentAt: string | null;
            /** @description Every attempt to send the e-mail. */
            deliveries: {
                attempt: number;
                worker: string;
                /** Format: date-time */
                startedAt: string;
                /**
                 * Format: date-time
                 * @description null while it is under way, and for ever when its worker died.
                 */
                endedAt: string | null;
                error: string | null;
            }[];
        };
        NotificationSettings: {
            user: string;
            email: string | null;
            /** @enum {string} */
            language: "fi" | "sv" | "en";
            /** @description What goes by e-mail as well. */
            byEmail: ("task.opened" | "task.delegated" | "task.overdue" | "proposal.opened" | "review.opened" | "followUp.warning" | "journey.started" | "journey.handedOver")[];
            /** @description Whether this Polku has a mail server. Without one nothing goes by e-mail. */
            isEmailSent: boolean;
        };
        SaveNotificationSettings: {
            /**
             * Format: email
             * @description Where e-mail goes.
             * @default null
             */
            email?: string | null;
            /**
             * @default fi
             * @enum {string}
             */
            language?: "fi" | "sv" | "en";
            /**
             * @description What goes by e-mail as well. On the worklist stands everything.
             * @default []
             */
            byEmail?: ("task.opened" | "task.delegated" | "task.overdue" | "proposal.opened" | "review.opened" | "followUp.warning" | "journey.started" | "journey.handedOver")[];
        };
        SignIn: {
            email: string;
            /** Format: password */
            password: string;
        };
        Viewer: {
            user: string;
            name: string;
            organisation: string;
            /** @enum {string} */
            organisationKind: "authority" | "provider";
            systemRoles: ("administrator" | "counsellor" | "manager" | "provider" | "auditor" | "integration")[];
            teams: {
                team: string;
                caseRoles: string[];
            }[];
            seesProtected: boolean;
            /** @description Of the token it came with; null for a session. */
            scopes: string[] | null;
        };
        ChangePassword: {
            /** Format: password */
            current: string;
            /** Format: password */
            password: string;
        };
        ChoosePassword: {
            token: string;
            /** Format: password */
            password: string;
        };
        SetUp: {
            token: string;
            name: string;
            /** Format: email */
            email: string;
            /** Format: password */
            password: string;
            /** @description The name of one’s own organisation. */
            organisation: string;
        };
        SignInProviders: {
            items: {
                id: string;
                name: string;
            }[];
        };
        Organisations: {
            items: components["schemas"]["Organisation"][];
        };
        Organisation: {
            id: string;
            name: string;
            /** @enum {string} */
            kind: "authority" | "provider";
            /** Format: date-time */
            createdAt: string;
        };
        CreateOrganisation: {
            id: string;
            name: string;
            /**
             * @description Whether it has clients of its own, or serves those of others.
             * @enum {string}
             */
            kind: "authority" | "provider";
        };
        Teams: {
            items: components["schemas"]["Team"][];
        };
        Team: {
            id: string;
            organisation: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
        };
        TeamWithMembers: {
            id: string;
            organisation: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
            members: {
                user: string;
                caseRoles: string[];
            }[];
        };
        CreateTeam: {
            id: string;
            organisation: string;
            name: string;
        };
        JoinTeam: {
            /**
             * @description The case roles the person acts in on the team’s journeys.
             * @default []
             */
            caseRoles?: string[];
        };
        UserPage: {
            items: components["schemas"]["User"][];
            /** @description Hand it back as ?after= for the next page; null on the last one. */
            after: string | null;
        };
        User: {
            id: string;
            name: string;
            email: string;
            organisation: string;
            systemRoles: ("administrator" | "counsellor" | "manager" | "provider" | "auditor" | "integration")[];
            active: boolean;
            seesProtected: boolean;
            revision: number;
            teams: {
                team: string;
                caseRoles: string[];
            }[];
        };
        CreateUser: {
            id: string;
            name: string;
            /** Format: email */
            email: string;
            organisation: string;
            systemRoles: ("administrator" | "counsellor" | "manager" | "provider" | "auditor" | "integration")[];
            /**
             * @description Whether the person sees addresses that are protected.
             * @default false
             */
            seesProtected?: boolean;
        };
        ChangeUser: {
            name?: string;
            /** Format: email */
            email?: string;
            systemRoles?: ("administrator" | "counsellor" | "manager" | "provider" | "auditor" | "integration")[];
            /** @description Whether the person sees addresses that are protected. */
            seesProtected?: boolean;
            /** @description False: may not sign in any more. */
            active?: boolean;
            /** @description The revision it was read at. */
            revision: number;
        };
        Invitation: {
            link: string;
        };
        CreatedToken: {
            id: string;
            name: string;
            user: string;
            scopes: string[];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            revokedAt: string | null;
            /** @description The token itself: shown here, and never again. */
            token: string;
        };
        CreateToken: {
            /** @description What it is for, to tell it from others. */
            name: string;
            scopes: string[];
            /** @default 365 */
            expiresInDays?: number;
        };
        Tokens: {
            items: components["schemas"]["Token"][];
        };
        Token: {
            id: string;
            name: string;
            user: string;
            scopes: string[];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            revokedAt: string | null;
        };
        Grant: {
            id: string;
            client: string;
            journey: string | null;
            /** @enum {string} */
            kind: "referral" | "breakGlass";
            organisation: string;
            team: string | null;
            user: string | null;
            caseRole: string | null;
            /** @enum {string} */
            basis: "statute" | "consent";
            section: string | null;
            /** @description The facts that a consent covers. */
            items: string[] | null;
            /** @description Who gave the consent. */
            giver: string | null;
            purpose: string;
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description Null: as long as the journey, or a module of it, is under way.
             */
            until: string | null;
            /** Format: date-time */
            withdrawnAt: string | null;
            withdrawnBy: string | null;
            /** Format: date-time */
            grantedAt: string;
            grantedBy: string;
        };
        GrantAccess: {
            client: string;
            /** @description One journey and its modules; without it, all of the client’s. */
            journey?: string;
            organisation: string;
            /** @description Without it, the whole organisation. */
            team?: string;
            /** @description Without it, the whole team. */
            user?: string;
            /** @description What it is let in as: the pathway says what that role reads and does. */
            caseRole: string;
            /** @enum {string} */
            basis: "statute" | "consent";
            /** @description The section, where the basis is a statute. */
            section?: string;
            /** @description What it is for. */
            purpose: string;
            /** @description Where the basis is a consent. Nothing is read that it does not cover. */
            consent?: {
                /** @description Who gave it: the client, or who acts for the client. */
                giver: string;
                /** @description The facts that it covers, by name. */
                items: string[];
            };
            /**
             * Format: date
             * @description The last day. Without it, as long as the journey or a module of it is under way.
             */
            until?: string;
        };
        Grants: {
            items: components["schemas"]["Grant"][];
        };
        BreakGlass: {
            reason: string;
        };
        AccessPage: {
            items: components["schemas"]["AccessEntry"][];
            /** @description Hand it back as ?after= for the next page; null on the last one. */
            after: string | null;
        };
        AccessEntry: {
            id: number;
            /** Format: date-time */
            at: string;
            user: string;
            organisation: string;
            token: string | null;
            operation: string;
            /** @enum {string} */
            access: "read" | "write";
            recordClass: string;
            purpose: string;
            /** @description On what the right rested: owner, or a grant with its id. */
            basis: string;
            journey: string | null;
            clients: string[];
        };
        DeadTimers: {
            items: components["schemas"]["DeadTimer"][];
            /** @description Hand it back as ?after= for the next page; null on the last one. */
            after: string | null;
        };
        DeadTimer: {
            /** @description The journey’s id, a dot and the timer’s number. */
            id: string;
            journey: string;
            kind: string;
            name: string;
            dueAt: string;
            /** @description How often it has been tried. */
            attempts: number;
            /** @description What went wrong last. */
            lastError: string | null;
        };
        DeadMessages: {
            items: components["schemas"]["Message"][];
            /** @description Hand it back as ?after= for the next page; null on the last one. */
            after: string | null;
        };
        Message: {
            /** @description Stays the same at every attempt: whoever receives it knows a repetition by it. */
            id: number;
            journey: string;
            /** @description The journal entry that it came from. */
            entry: number;
            topic: string;
            createdAt: string;
            /** @enum {string} */
            status: "waiting" | "delivered" | "dead";
            deliveredAt: string | null;
            /** @description Not tried again before this; null when new, delivered or dead. */
            notBefore: string | null;
            /** @description How often it has been tried. */
            attempts: number;
            /** @description What went wrong last. */
            lastError: string | null;
            /** @description Every attempt to carry it outside, and every failure to deal with it inside. */
            deliveries: {
                attempt: number;
                /** @description Who made it. */
                worker: string;
                startedAt: string;
                /** @description null while it is under way, and for ever when its worker died. */
                endedAt: string | null;
                /** @description null when it has not failed. */
                error: string | null;
            }[];
        };
        Health: {
            /** @enum {string} */
            status: "up";
        };
        DemoClock: {
            /** Format: date-time */
            now: string;
        };
        DemoClockLeap: {
            /**
             * Format: date-time
             * @description An instant.
             */
            to: string;
        } | {
            /** @description A duration: P2M, P20D, PT36H. P2M ends at the start of a day. */
            by: string;
        };
        DemoToken: {
            token: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listPathways: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions in use. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PathwayList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishPathway: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishPathway"];
            };
        };
        responses: {
            /** @description This very document is the latest version already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Published"];
                };
            };
            /** @description A new version. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Published"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPathwaySchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON Schema 2020-12. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPathway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pathway: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version in use, with its document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PathwayVersion"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPathwayVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pathway: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions, without their documents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PathwayVersionList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPathwayVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pathway: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version, with its document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PathwayVersion"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countJourneysOfVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pathway: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PathwayVersionCensus"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyPathway: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyPathway"];
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPathwayToXState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pathway: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The machine, and what it loses. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["XStateExport"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importPathwayFromXState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportXState"];
            };
        };
        responses: {
            /** @description The document, and what there is to say about it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["XStateImport"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listScenarios: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pathway: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scenarios. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runScenarios: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pathway: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunScenarios"];
            };
        };
        responses: {
            /** @description How each fared. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioRun"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pathway: string;
                scenario: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scenario. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scenario"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveScenario: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                pathway: string;
                scenario: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveScenario"];
            };
        };
        responses: {
            /** @description The scenario as saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scenario"];
                };
            };
            /** @description A new scenario. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scenario"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteScenario: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                pathway: string;
                scenario: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPathwayToMermaid: {
        parameters: {
            query?: {
                /** @description What it is written in; texts that the pathway lacks in it are in Finnish. */
                language?: "fi" | "sv" | "en";
            };
            header?: never;
            path: {
                pathway: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The diagram. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MermaidExport"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDrafts: {
        parameters: {
            query?: {
                /** @description Drafts of one pathway. */
                pathway?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Drafts, without their documents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft, with what verification finds in it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                draft: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDraft"];
            };
        };
        responses: {
            /** @description The draft as saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description A new draft. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                draft: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckDraft"];
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftCheck"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                draft: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishDraft"];
            };
        };
        responses: {
            /** @description The version it became. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Published"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    walkPathway: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WalkPathway"];
            };
        };
        responses: {
            /** @description How the client stood at each point. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Walk"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findClient: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindClient"];
            };
        };
        responses: {
            /** @description The client. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchClients: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchClients"];
            };
        };
        responses: {
            /** @description Clients, the likeliest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundClients"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findDuplicates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindDuplicates"];
            };
        };
        responses: {
            /** @description Who may be the same person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duplicates"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listClients: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of clients. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateClient"];
            };
        };
        responses: {
            /** @description The client’s id. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedClient"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The client. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateClient"];
            };
        };
        responses: {
            /** @description The client’s revision after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatedClient"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseClient"];
            };
        };
        responses: {
            /** @description What was erased. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listErasures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erasures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasures"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLegalHolds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Legal holds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalHolds"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    placeLegalHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceLegalHold"];
            };
        };
        responses: {
            /** @description The hold’s id. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacedLegalHold"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endLegalHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
                hold: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The client’s legal holds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalHolds"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRecordClasses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Record classes, their years and sources. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordClasses"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDueRecords: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Records whose time is over. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueRecords"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseDueRecords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseDueRecords"];
            };
        };
        responses: {
            /** @description What became of each row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasedRows"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The facts that hold, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facts"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordFacts: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordFacts"];
            };
        };
        responses: {
            /** @description What was recorded, and what it set off. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedFacts"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFactHistory: {
        parameters: {
            query?: {
                name?: string;
            };
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The values. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facts"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJourneys: {
        parameters: {
            query?: {
                client?: string;
                pathway?: string;
                status?: "active" | "ended";
                /** @description The responsible person. */
                responsible?: string;
                /** @description How many at most. */
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of journeys, by id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startJourney: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartJourney"];
            };
        };
        responses: {
            /** @description What would begin (`dryRun`). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyAnswer"];
                };
            };
            /** @description The journey as it begins. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJourney: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is known already. */
                "If-None-Match"?: string;
            };
            path: {
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The journey. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Journey"];
                };
            };
            /** @description It is what If-None-Match names: nothing has happened since. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    nextOfJourney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same decision that sending the event makes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Next"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    historyOfJourney: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description The entry that the page before ended with. */
                after?: number | null;
            };
            header?: never;
            path: {
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Journal entries, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    timersOfJourney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The timers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timers"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayJourney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are the same. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                journey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendEvent"];
            };
        };
        responses: {
            /** @description The journey after it, and what it did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    jumpJourney: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                journey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JumpJourney"];
            };
        };
        responses: {
            /** @description The journey after it, and what it did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exitJourney: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                journey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExitJourney"];
            };
        };
        responses: {
            /** @description The journey after it, and what it did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handOverJourney: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                journey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverJourney"];
            };
        };
        responses: {
            /** @description The journey after it, and what it did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reverseJourney: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                journey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReverseJourney"];
            };
        };
        responses: {
            /** @description The journey after it, and what it did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    migrateJourney: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                journey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MigrateJourney"];
            };
        };
        responses: {
            /** @description The journey after it, and what it did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspendJourney: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                journey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendJourney"];
            };
        };
        responses: {
            /** @description The journey after it, and what it did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeJourney: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                journey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeJourney"];
            };
        };
        responses: {
            /** @description The journey after it, and what it did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startModule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                journey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartModule"];
            };
        };
        responses: {
            /** @description The journey after it, and the id of its child. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedModule"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                journey?: string;
                client?: string;
                /** @description Waiting for this case role. */
                role?: string;
                /** @description With this person. */
                assignee?: string;
                status?: "open" | "completed" | "cancelled" | "any";
                overdue?: "true" | "false";
                /** @description How many at most. */
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tasks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenTask"];
            };
        };
        responses: {
            /** @description What would be opened (`dryRun`). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedTask"];
                };
            };
            /** @description The journey with the task, and the task’s id. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedTask"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDetails"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claimTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ClaimTask"];
            };
        };
        responses: {
            /** @description The journey after it, and what it did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delegateTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegateTask"];
            };
        };
        responses: {
            /** @description The journey after it, and what it did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postponeTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostponeTask"];
            };
        };
        responses: {
            /** @description The journey after it, and what it did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tickTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TickTask"];
            };
        };
        responses: {
            /** @description The journey after it, and what it did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    completeTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CompleteTask"];
            };
        };
        responses: {
            /** @description The journey after it, and what it did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelTask"];
            };
        };
        responses: {
            /** @description The journey after it, and what it did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerProposal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what it was decided on. Refused with 412 when something has happened since. */
                "If-Match"?: string;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerProposal"];
            };
        };
        responses: {
            /** @description The journey after it, and what it did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importJourneys: {
        parameters: {
            query?: {
                /** @description Say what would happen, and let nothing happen. */
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The import’s key. The same person with the same keys of import and row has one effect. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Import"];
                "text/csv": components["schemas"]["ImportCsv"];
            };
        };
        responses: {
            /** @description What became of each row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listContacts: {
        parameters: {
            query?: {
                /** @description Also those that were entered in error. */
                withErrors?: "true" | "false";
                /** @description How many at most. */
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of contacts, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordContact"];
            };
        };
        responses: {
            /** @description What would be recorded (`dryRun`). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactAnswer"];
                };
            };
            /** @description The contact. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJourneyContacts: {
        parameters: {
            query?: {
                /** @description Also those that were entered in error. */
                withErrors?: "true" | "false";
                /** @description How many at most. */
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of contacts, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                contact: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectContact"];
            };
        };
        responses: {
            /** @description What would stand in its place (`dryRun`). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactAnswer"];
                };
            };
            /** @description The contact that stands in its place. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markContactInError: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                contact: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactInError"];
            };
        };
        responses: {
            /** @description The contact, marked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSubstitutes: {
        parameters: {
            query?: {
                /** @description Who is away. */
                user?: string;
                /** @description Who stands in. */
                substitute?: string;
                /** @description Those that hold on a local date, or `today`. */
                on?: string | "today";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Substitutes, by user, the earliest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubstituteList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addSubstitute: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddSubstitute"];
            };
        };
        responses: {
            /** @description The substitute. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Substitute"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSubstitute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                substitute: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The substitute that was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Substitute"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countWorklists: {
        parameters: {
            query?: {
                /** @description Only journeys through this pathway. */
                pathway?: string;
                /** @description Only journeys in this phase, by the path of its state. */
                phase?: string;
                /** @description Only tasks for this case role. */
                role?: string;
                /** @description Only journeys that this person answers for. */
                responsible?: string;
                /** @description Whose work, separated by commas; the acting person’s without it. */
                users?: string;
                /** @description And that of these teams, separated by commas. */
                teams?: string;
                /** @description Everybody’s work instead. */
                everyone?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorklistCounts"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorklist: {
        parameters: {
            query?: {
                /** @description Only journeys through this pathway. */
                pathway?: string;
                /** @description Only journeys in this phase, by the path of its state. */
                phase?: string;
                /** @description Only tasks for this case role. */
                role?: string;
                /** @description Only journeys that this person answers for. */
                responsible?: string;
                /** @description Whose work, separated by commas; the acting person’s without it. */
                users?: string;
                /** @description And that of these teams, separated by commas. */
                teams?: string;
                /** @description Everybody’s work instead. */
                everyone?: "true" | "false";
                sort?: "lateness" | "due" | "since" | "name";
                /** @description How many at most. */
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                list: "mine" | "substituted" | "team" | "overdue" | "dueToday" | "waiting" | "newToMe" | "changedSinceLastLooked" | "forgotten";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorklistPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markLooked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkLooked"];
            };
        };
        responses: {
            /** @description The journeys that are marked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Looks"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSavedLists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Saved lists, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedLists"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSavedList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveList"];
            };
        };
        responses: {
            /** @description The list. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSavedList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveSavedList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveList"];
            };
        };
        responses: {
            /** @description The list as saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSavedList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list that was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runBulk: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunBulk"];
            };
        };
        responses: {
            /** @description What became of each row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handOverCaseload: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverCaseload"];
            };
        };
        responses: {
            /** @description What became of each journey. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandOverAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    migrateJourneys: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MigrateJourneys"];
            };
        };
        responses: {
            /** @description What became of each journey. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MigrationAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                channel?: "worklist" | "email" | "any";
                state?: "unread" | "seen" | "waiting" | "sent" | "dead";
                /** @description How many at most. */
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of notifications. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    seeNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notification: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notification, seen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotificationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The acting person’s settings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSettings"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveNotificationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveNotificationSettings"];
            };
        };
        responses: {
            /** @description The settings as saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSettings"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    whoAmI: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person who is signed in, or whom the token acts as. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Viewer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    choosePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChoosePassword"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUp"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSignInProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The providers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInProviders"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInByProvider: {
        parameters: {
            query?: {
                /** @description The page to come to when signed in. */
                next?: string;
            };
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On to the provider. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrganisations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisations"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOrganisation"];
            };
        };
        responses: {
            /** @description The organisation. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTeams: {
        parameters: {
            query?: {
                organisation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By organisation and id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Teams"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTeam: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTeam"];
            };
        };
        responses: {
            /** @description The team. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The team. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamWithMembers"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    joinTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinTeam"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaveTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                organisation?: string;
                /** @description How many at most. */
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUser"];
            };
        };
        responses: {
            /** @description The person. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeUser"];
            };
        };
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link, to hand to the person. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signUserOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By age. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateToken"];
            };
        };
        responses: {
            /** @description The token. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedToken"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description From the next request on it opens nothing. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grantAccess: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same caller with the same key and body gets the same answer, and one effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantAccess"];
            };
        };
        responses: {
            /** @description The grant. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGrants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first, withdrawn ones too. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grants"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grant. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    breakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BreakGlass"];
            };
        };
        responses: {
            /** @description The grant. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccessOfClient: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description `after` of the page before. */
                after?: number;
            };
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries of the access log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccessOfUser: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description `after` of the page before. */
                after?: number;
            };
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries of the access log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeadTimers: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By journey. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadTimers"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeadMessages: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description A message’s number. */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadMessages"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A message’s number. */
                message: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDeadTimer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                timer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is tried again at once. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDeadMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A message’s number. */
                message: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is tried again at once. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready, or degraded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDemoClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The demo’s now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoClock"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    advanceDemoClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemoClockLeap"];
            };
        };
        responses: {
            /** @description The demo’s now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoClock"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDemoToken: {
        parameters: {
            query: {
                user: string;
                caseRoles?: string;
                /** @description With commas between; `administrator,manager` unless told. */
                systemRoles?: string;
                /** @description One that is there; `own` unless told. */
                organisation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoToken"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
