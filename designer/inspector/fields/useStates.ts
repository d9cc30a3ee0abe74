import { stateName } from '../../../engine/pathway/words/index.ts'
import { useModel } from '../../editor/DraftContext.tsx'
import { parentOf } from '../../model/places.ts'
import type { PathwayModel } from '../../model/readPathway.ts'
import type { PickGroup, PickOption } from './PickOne.tsx'
import { useReader } from './useReader.ts'

/** The states of the pathway by their names, grouped by the phase that they lie in. */
export function useStates(noPhase: string, isOffered: (state: string) => boolean = () => true): PickGroup[] {
  const { document, language } = useReader()
  const model = useModel()
  const groups = new Map<string, PickOption[]>()
  for (const { path } of model.states.values()) {
    if (path === '' || !isOffered(path)) continue
    const phase = phaseOf(model, path)
    const group = phase === undefined ? noPhase : stateName(document, phase, language)
    groups.set(group, [...(groups.get(group) ?? []), { value: path, label: stateName(document, path, language) }])
  }
  return [...groups].map(([group, items]) => ({ group, items }))
}

/** The phase that a state is, or lies in. */
function phaseOf(model: PathwayModel, state: string): string | undefined {
  for (let path: string | undefined = state; path !== undefined && path !== ''; path = parentOf(path)) {
    if (model.states.get(path)?.definition.phase) return path
  }
  return undefined
}
