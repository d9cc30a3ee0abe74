import type { DiagramPhrases } from '../Phrases.ts'

/** What a diagram says, in English. */
export const diagram: DiagramPhrases = {
  anywhere: 'In any phase',
  automatic: 'by itself',
  proposal: 'proposal',
  leftOut: 'Not in this diagram:',
  losses: {
    lostTargets: 'Transitions that lead to what is not there',
    movedArrows: 'The arrow is drawn from inside a parallel part, though the transition is of the whole part',
    whoAndHow: 'Who makes a transition or ends the journey, what it affects and whether a reason is asked for',
    overrides: 'Who may go against a criterion',
    enterable: 'States that may be moved to from anywhere, with a reason',
    messages: 'Messages to other systems',
    suspensions: 'Suspensions',
    phases: 'Goals, services, division of labour and metrics of phases',
    tasks: 'Who does tasks by when, their forms and checklists',
    facts: 'Facts about the client',
    roles: 'Case roles',
    parameters: 'Settings',
    times: 'Review interval, recording afterwards and the calendar',
    descriptions: 'Descriptions',
    sources: 'Sources',
  },
}
