import type { ListedKind, Trigger } from '../../../../designer/model/places.ts'
import type { Form } from './Form.ts'

/** What kind of state is being added. */
export type NewState = 'phase' | 'state' | 'end' | 'history'

/** Somebody who draws: adds things, and comes back to what is there. Each leaves the thing's form open. */
export interface Drawer {
  openPathway(): Promise<Form>
  openState(name: string): Promise<Form>
  /** Adds to what the pathway lists by name. */
  list(kind: ListedKind, name: string): Promise<Form>
  /** @param parent the name of the state that it comes into; nothing for the pathway itself */
  addState(name: string, kind: NewState, parent: string | undefined): Promise<Form>
  /** What is inside goes on at the same time. */
  makeParallel(name: string): Promise<void>
  addTransition(name: string, way: { from: string; to: string; trigger: Trigger }): Promise<Form>
  /** @param state its name; nothing for the pathway itself */
  addFollowUp(name: string, state: string | undefined, task: string): Promise<Form>
  addModule(name: string, state: string, pathway: string): Promise<Form>
}
