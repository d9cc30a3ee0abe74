import { own } from '../own.ts'
import { durationsOf } from './analysis/durations.ts'
import { undeclared } from './analysis/references.ts'
import { error, quoted } from './analysis/report.ts'
import type { Rule } from './verifyContext.ts'

/** Every parameter that stands for a duration, or is handed to a module, is declared; the former are durations. */
export const unknownParameter: Rule = (context) => {
  const { parameters } = context.document
  const references = durationsOf(context).flatMap(({ path, reference }) =>
    typeof reference === 'object' && 'parameter' in reference ? [{ path, name: reference.parameter }] : [],
  )
  const inputs = [...context.states.values()].flatMap(({ definition, path: state }) =>
    Object.entries(definition.modules ?? {}).flatMap(([module, { inputs: given }]) =>
      Object.entries(given ?? {}).flatMap(([name, value]) =>
        typeof value === 'object' && 'parameter' in value
          ? [{ path: [...context.placeOf(state), 'modules', module, 'inputs', name], name: value.parameter }]
          : [],
      ),
    ),
  )
  const wrongType = references.flatMap(({ path, name }) => {
    const type = own(parameters, name)?.type
    if (type === undefined || type === 'duration') return []
    const message = `The parameter ${quoted(name)} is a ${type}, where a duration is needed`
    return [
      error('unknown-parameter', path, message, 'Name a parameter of type duration, or write a duration such as P2M'),
    ]
  })
  const what = { kind: 'parameter', section: 'parameters' }
  return [...undeclared('unknown-parameter', [...references, ...inputs], parameters, what), ...wrongType]
}
