import type { RuleTexts } from '../rulesInWords.ts'

/** What verification finds, in English. */
export const rules: RuleTexts = {
  schema: [
    'Something has the wrong form: {{field}}',
    'What cannot be read is a promise to the client that nobody keeps, without anybody noticing.',
    'Correct it. Nothing else is checked before that.',
  ],
  'schema:missing': [
    'Something required is missing: {{field}}',
    'Without it the pathway cannot be checked or published, and its clients wait.',
    'Write what is missing. Nothing else is checked before that.',
  ],
  'too-large': [
    'The pathway is too large',
    'A pathway beyond all bounds would slow the service for every client, not only its own.',
    'Split it: extract a part as a module. At most 2 000 states, nested 20 deep.',
  ],
  'reserved-name': [
    'The name “{{name}}” is the system’s own',
    'The client’s journey could be moved by what the system tells itself.',
    'Choose another. It may not begin with “xstate.” or “polku.”.',
  ],
  'unknown-target': [
    'The transition leads nowhere: there is no “{{name}}”',
    'The client’s next step would lead nowhere.',
    'Choose where it leads, or remove the transition.',
  ],
  'invalid-target': [
    'The transition cannot lead there',
    'The client cannot be in these places together, or would return to what was never left.',
    'Choose one place, or one in each of several parallel parts. A return has to lead to something in the same phase as itself.',
  ],
  'initial-state': [
    'It is not said where to begin',
    'The client would come to the phase, but to none of its parts.',
    'Choose which of the parts comes first.',
  ],
  'initial-state:superfluous': [
    'A beginning is chosen where none is needed',
    'It looks like a promise that means nothing: the parts begin together, or there are none.',
    'Take the choice of a beginning away.',
  ],
  'state-shape': [
    'There is something here that does not belong here',
    'What stands in the wrong place never happens, although the pathway seems to promise it.',
    'Move it to where it belongs, or remove it.',
  ],
  'state-shape:empty': [
    'There is nothing inside yet',
    'The client could not be anywhere.',
    'Add the first phase or state.',
  ],
  'final-state': [
    'Nothing goes on from an end',
    'What is promised after the end does not happen: the journey is over.',
    'Remove the transitions that leave the end, or make it an ordinary state.',
  ],
  'final-state:unsaid': [
    'The end does not say how the journey ended',
    'Without a code the client is missing from every report on what became of clients.',
    'Give the end a name, a code and an outcome.',
  ],
  'final-state:late': [
    'The end has tasks, follow-ups or modules that come too late',
    'The journey ends at the same moment, so they are nobody’s.',
    'Move them to the last state before the end.',
  ],
  'final-state:nested': [
    'How the journey ended is said in the wrong place',
    'The whole journey does not end here, so the code would be seen nowhere.',
    'Take it away here, and give it to an end of the pathway itself.',
  ],
  'duplicate-id': [
    'Two states have the same reference “{{name}}”',
    'One of them silently gets all the clients that were meant for the other.',
    'Change or remove the reference of one of them.',
  ],
  'unknown-criterion': [
    'There is no criterion “{{name}}”',
    'A gate that asks nothing would let everybody through, or nobody.',
    'Add the criterion, choose another, or take it out of the transition.',
  ],
  'unknown-task': [
    'There is no task “{{name}}”',
    'The meeting that the client was promised would be on nobody’s list.',
    'Add the task, choose another, or take it away here.',
  ],
  'duplicate-item': [
    'The checklist has two items of the same name “{{name}}”',
    'They would be ticked together, and one of them forgotten.',
    'Give one of them a name of its own.',
  ],
  'unknown-role': [
    'There is no role “{{name}}”',
    'A task that nobody has been given is left undone.',
    'Add the role or choose another.',
  ],
  'unknown-fact': [
    'There is no fact “{{name}}”',
    'The client’s answer would be kept nowhere.',
    'Add the fact or choose another.',
  ],
  'unknown-parameter': [
    'There is no parameter “{{name}}”, or it is no length of time',
    'A promise in time without a time is never kept.',
    'Add a parameter that is a length of time, or write the time itself.',
  ],
  'name-clash': [
    'The name “{{name}}” means two things',
    'The criterion could look at the wrong value of the client.',
    'Rename one of them.',
  ],
  'criterion-error': [
    'The criterion “{{name}}” cannot be evaluated',
    'It would stay unknown for every client, and nobody would get any further.',
    'Build the condition anew by choosing facts, or correct the expression.',
  ],
  'invalid-duration': [
    'The time cannot be counted',
    'The contact that the client was promised would never come, or come without end.',
    'Give days, weeks, months or working days, at least one day.',
  ],
  'parameter-value': [
    'The parameter’s value does not fit: {{name}}',
    'A wrong value would change what every client is promised.',
    'Give a value of its kind, within its range.',
  ],
  'impossible-value': [
    'No answer can be given: {{name}}',
    'The client is asked for something that has no valid answer, or where two answers are mixed up.',
    'Correct the range, or give each option a code of its own.',
  ],
  'automatic-rights': [
    'The client’s rights are decided without a person',
    'Removal, sanction and closure are decided by a person, who can be asked why.',
    'Make the transition a proposal: the system proposes, a person decides.',
  ],
  'profiling-fact': [
    'A profiling fact decides the client’s matter',
    'A forecast about people like this client would decide about this client.',
    'Take the criterion out of the transition, and show the fact to the person who decides.',
  ],
  'automatic-mismatch': [
    'What the transition says does not fit together',
    'The pathway says that a person decides, and the system asks nobody. Or the other way round.',
    'Choose one: it happens by itself, or a person does it.',
  ],
  'follow-up-shape': [
    'The follow-up’s times do not fit together: {{name}}',
    'The client counts on a contact that does not come, or whose time nobody knows.',
    'Say either once or how often, and set the other times by that.',
  ],
  'follow-up-shape:nothing': [
    'The follow-up does nothing: {{name}}',
    'When the time comes, nobody gets anything to do.',
    'Choose a task to open, or an event to send.',
  ],
  'follow-up-shape:event': [
    'Nothing answers the follow-up’s event: {{name}}',
    'When the time comes, nothing happens for the client.',
    'Add a transition that the event starts, or choose a task.',
  ],
  'follow-up-shape:anchor': [
    'The follow-up counts from a fact that is no date: {{name}}',
    'The day of the contact cannot be counted.',
    'Count from a date, or from when the state is entered.',
  ],
  'follow-up-shape:suspended': [
    'A suspension cannot move a follow-up that counts from a date: {{name}}',
    'It looks as if the time would move, and it does not.',
    'Take away what is said of suspensions.',
  ],
  'module-shape': [
    'Nothing answers the module’s event: {{name}}',
    'When the support ends, or should begin, nothing happens for the client.',
    'Add a transition that the event starts, or take the connection away.',
  ],
  'module-shape:self': [
    'The module is this pathway itself: {{name}}',
    'Every journey would start another, without end.',
    'Choose another pathway, or let a person start the module.',
  ],
  'module-shape:start': [
    'Nothing starts the module: {{name}}',
    'The support that was promised never begins.',
    'Start it when the state is entered, or add a transition that starts it.',
  ],
  'constant-criterion': [
    'The criterion tells nobody apart: {{name}}',
    'It holds for everybody whose facts are recorded. The gate looks like a requirement and requires nothing.',
    'Check the numbers and options of its condition, or remove the criterion.',
  ],
  'constant-criterion:never': [
    'The criterion never holds: {{name}}',
    'The client is told of a goal that cannot be reached.',
    'Compare its numbers and options with the range of the facts, and with each other.',
  ],
  'constant-criterion:unwritten': [
    'The criterion is not written yet: {{name}}',
    'It holds for nobody before it is said what is required.',
    'Write the condition: for example at least 6 hours a day.',
  ],
  'unused-criterion': [
    'No transition asks the criterion: {{name}}',
    'What was agreed to be required is then required of nobody.',
    'Add it to a transition, or remove it.',
  ],
  'overlapping-criteria': [
    'Two transitions may be possible at once: {{name}}',
    'Only their order decides, and two clients in the same situation may hear different answers.',
    'Let the criteria exclude each other, or make the last one “the rest”, without criteria.',
  ],
  'criteria-gap': [
    'Somebody falls between the transitions: {{name}}',
    'The client has met everything that was told, and still nothing happens.',
    'Close the gap between the criteria, or add a last transition without criteria.',
  ],
  'uncollected-fact': [
    'No task asks for the fact: {{name}}',
    'The criterion stays unknown or the follow-up does not begin, and the client waits until somebody happens to record it.',
    'Add it to the form of a task, unless it comes from elsewhere.',
  ],
  'missing-translation': [
    'Texts are missing: {{language}}',
    'A client who reads that language gets the Finnish text.',
    'Write the missing translations.',
  ],
  'unreachable-state': [
    'Nobody can get here',
    'It was meant for somebody, but nothing leads to it.',
    'Draw a transition here, allow people to be moved here directly, or remove it.',
  ],
  'dead-end': [
    'No end of the pathway can be reached from here',
    'A client who gets here stays a client and never gets any further.',
    'Draw a transition towards an end, or add a coded exit.',
  ],
  'dead-end:empty': [
    'The pathway has no phases yet',
    'A client cannot begin on a pathway that holds nothing.',
    'Add the first phase.',
  ],
  'dead-end:exits': [
    'Only a coded exit leads out of here',
    'Every journey that comes here ends early, if that is meant.',
    'If it is meant, nothing needs doing. Otherwise draw a transition towards an end.',
  ],
  'endless-loop': [
    'Transitions go round by themselves',
    'The client’s journey would go round without end, and every promise in it too.',
    'Let a person decide on one of them, put time between, or tell them apart by criteria.',
  ],
  'never-taken': [
    'The transition never happens: {{name}}',
    'One before it is always possible, so this one happens to nobody.',
    'Put the transition without criteria last.',
  ],
  'never-taken:criteria': [
    'The transition’s criteria cannot hold together: {{name}}',
    'It happens to nobody, whatever the client does.',
    'Change one of the criteria, or give each a transition of its own.',
  ],
  'never-done': [
    'This is never done',
    'The client does everything that the phase asks, and the next one does not begin.',
    'Add an end inside it (in each of its parallel parts) and lead there, or go on in another way.',
  ],
  'unsendable-event': [
    'Nobody can take the transition: {{name}}',
    'The transition is there, but nobody can take it.',
    'Add the missing role, choose another, or lead to the state that has the transition.',
  ],
  'history-from-within': [
    'A return is not taken from inside',
    'The client could be in two places at once, and old time limits would go on running.',
    'Choose the state to go to, or return from outside.',
  ],
  'history-without-past': [
    'The return has nothing to return to',
    'The client always begins anew, although it looks as if they go on from where they were.',
    'Add a transition that leaves and comes back, or choose the state itself.',
  ],
  'follow-up-never-due': [
    'The follow-up’s time never comes: {{name}}',
    'The client counts on a contact that never comes.',
    'Make the time shorter, the state longer, or move it to where the client stays.',
  ],
  'uncovered-state': [
    'Here a client can be left without follow-up',
    'When the last task is done and the criterion does not hold, the client is on nobody’s list. The system then asks the responsible person for a review.',
    'Add a follow-up that repeats and does not stop.',
  ],
  'uncovered-state:failing': [
    'Here the client is promised nothing',
    'The client waits for somebody to remember: there is no follow-up, task or time limit. Only the system asks the responsible person for a review.',
    'Add a follow-up that repeats and does not end.',
  ],
  'does-not-compile': [
    'The pathway cannot be run',
    'A pathway that cannot be run keeps its clients waiting.',
    'The fault is in the checking, not in the pathway. Send the pathway to the maintainers.',
  ],
  'unknown-module': [
    'The module is not published: {{name}}',
    'The support that was promised would not begin, or end without anybody hearing of it.',
    'Publish the module’s pathway first, and check its parameters and ends.',
  ],
  'module-input': [
    'The module is given a value that does not suit it: {{name}}',
    'The support that was promised would not begin, and nobody would be told.',
    'Give the module’s setting a value of the right kind, or leave it out: the module then uses its own.',
  ],
  'fact-type-conflict': [
    'The fact is of another kind in another pathway: {{name}}',
    'What was recorded in one could not be read in the other: the client would be asked again, or judged wrongly.',
    'Choose the same kind, or give the fact another name.',
  ],
}
