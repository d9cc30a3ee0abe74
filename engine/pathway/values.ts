import { z } from 'zod'
import { valueNameSchema } from './names.ts'

/** A text for people: Finnish always, Swedish and English where given. */
export const textSchema = z.strictObject({
  fi: z.string().trim().min(1).max(2000),
  sv: z.string().trim().min(1).max(2000).optional(),
  en: z.string().trim().min(1).max(2000).optional(),
})

/** Where a rule comes from: an id of the field material (`000a:M02`), a statute, a standard. */
export const sourceSchema = z.string().min(1).max(200)

/** ISO 8601, working days of the document's calendar, milliseconds, or a parameter of type duration. */
export const durationSchema = z.union([
  z
    .string()
    .regex(
      /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/,
      'an ISO 8601 duration such as P2M, P20D or PT36H',
    ),
  z.strictObject({ workingDays: z.int().min(1).max(5000) }),
  z.strictObject({ milliseconds: z.int().min(0).max(Number.MAX_SAFE_INTEGER) }),
  z.strictObject({ parameter: valueNameSchema }),
])

const optionSchema = z.strictObject({ code: z.string().min(1).max(64), label: textSchema })

export const numberValue = z.strictObject({
  type: z.literal('number'),
  unit: z.string().min(1).max(32).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  integer: z.boolean().optional(),
})
export const choiceValue = z.strictObject({ type: z.literal('choice'), options: z.array(optionSchema).min(1).max(200) })
export const dateValue = z.strictObject({ type: z.literal('date') })
export const booleanValue = z.strictObject({ type: z.literal('boolean') })
export const textValue = z.strictObject({ type: z.literal('text'), maxLength: z.int().min(1).max(10_000).optional() })
/** What kind of value a fact or a form field holds. */
export const valueTypeSchema = z.discriminatedUnion('type', [
  numberValue,
  choiceValue,
  dateValue,
  booleanValue,
  textValue,
])

/** Anything JSON can hold. */
export const jsonValueSchema: z.ZodType<JsonValue, JsonValue> = z.json()
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }

export type Text = z.infer<typeof textSchema>
export type DurationRef = z.infer<typeof durationSchema>
export type ValueType = z.infer<typeof valueTypeSchema>
