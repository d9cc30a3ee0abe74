/** What a field of a form is told: where what it holds stands in the thing that the form is about, and the words beside it. */
export interface FieldProps {
  at: readonly (string | number)[]
  label: string
  help?: string
}
