import { type Language, stateName } from '../../engine/pathway/words/index.ts'
import type { DraftDocument } from '../model/document.ts'
import { isWithin, parentOf } from '../model/places.ts'
import { readPathway, type StateItem } from '../model/readPathway.ts'

/** A state of the version that clients are on, and where they go on in the other version. */
export interface PlacedState {
  path: string
  /** its name behind those of the states around it */
  name: string
  /** how many clients are in it */
  live: number
  /** where they go on when no place of its own is given: under the same path, or with the state around it */
  follows: PlaceChoice | undefined
  /** the place it is given */
  place: PlaceChoice | undefined
  /** somebody is in it, and the other version does not have it where they would look for it */
  isAsked: boolean
  /** somebody would have nowhere to go on */
  isMissing: boolean
  /** what may take its place */
  choices: readonly PlaceChoice[]
}

/** A state of the version that clients go to. */
export interface PlaceChoice {
  path: string
  name: string
}

/**
 * Where all states of one version are in another. A state is given what was chosen for it; what has not been chosen is
 * guessed only for a state with somebody in it that would be lost, and where just one state has its name.
 * @param live how many clients are in each state, by its path
 * @param chosen by path, what takes the place of a state; `''` for nothing
 */
export function placeStates({
  before,
  after,
  live,
  chosen,
  language,
}: {
  before: DraftDocument
  after: DraftDocument
  live: ReadonlyMap<string, number>
  chosen: Readonly<Record<string, string>>
  language: Language
}): PlacedState[] {
  const choices = {
    ofEnds: choicesIn(after, language, ({ type, parent }) => type !== 'final' || parent !== ''),
    // no move brings anybody to an end who has not come to one
    ofOthers: choicesIn(after, language, ({ type }) => type !== 'final'),
  }
  const given = new Map<string, string>()
  const placed: PlacedState[] = []
  // whoever is around comes first: what is inside goes along
  for (const { path, parent, type } of readPathway(before).states.values()) {
    // whoever has come to an end of the pathway is not moved
    if (path === '' || type === 'history' || (type === 'final' && parent === '')) continue
    const possible = choices[type === 'final' ? 'ofEnds' : 'ofOthers']
    const choiceAt = (at: string | undefined): PlaceChoice | undefined => possible.find((one) => one.path === at)
    const follows = choiceAt(placeAlong(path, given))
    const count = live.get(path) ?? 0
    const isLost = count > 0 && follows === undefined
    const guess = (): PlaceChoice | undefined => {
      const name = stateName(before, path, language)
      return onlyOne(possible.filter((one) => stateName(after, one.path, language) === name))
    }
    const place = chosen[path] === '' ? undefined : (choiceAt(chosen[path]) ?? (isLost ? guess() : undefined))
    if (place) given.set(path, place.path)
    placed.push({
      path,
      name: pathInWords(before, path, language),
      live: count,
      follows,
      place,
      isAsked: isLost || (count > 0 && !choiceAt(path)),
      isMissing: isLost && place === undefined,
      choices: possible,
    })
  }
  return placed.map((one) => ({ ...one, isMissing: one.isMissing && isLostInside(one, placed) }))
}

/** By path, which state has taken the place of a state: as a move is asked for. */
export function placesGiven(placed: readonly PlacedState[]): Record<string, string> {
  return Object.fromEntries(placed.flatMap(({ path, place }) => (place ? [[path, place.path]] : [])))
}

/** A state's name behind those of the states around it. */
function pathInWords(document: DraftDocument, path: string, language: Language): string {
  const names: string[] = []
  for (let one: string | undefined = path; one; one = parentOf(one)) names.unshift(stateName(document, one, language))
  return names.join(' › ')
}

/** States in which clients can go on, of those that are possible. */
function choicesIn(document: DraftDocument, language: Language, isPossible: (state: StateItem) => boolean) {
  return [...readPathway(document).states.values()]
    .filter((state) => state.path !== '' && state.type !== 'history' && isPossible(state))
    .map(({ path }): PlaceChoice => ({ path, name: pathInWords(document, path, language) }))
}

/** The path that a state has when it goes along with the nearest one around it that is given a place. */
function placeAlong(path: string, given: ReadonlyMap<string, string>): string {
  for (let around = parentOf(path); around; around = parentOf(around)) {
    const place = given.get(around)
    if (place !== undefined) return `${place}${path.slice(around.length)}`
  }
  return path
}

/** Whether a client is lost in a state or inside it: one around which none is lost needs no place of its own. */
function isLostInside({ path }: PlacedState, placed: readonly PlacedState[]): boolean {
  const inside = placed.filter((one) => one.live > 0 && isWithin(one.path, path))
  const isInnermost = (one: PlacedState): boolean =>
    !inside.some((other) => other !== one && isWithin(other.path, one.path))
  return inside.some((one) => one.isMissing && isInnermost(one))
}

const onlyOne = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined)
