/** Canvas: replaced by its author. */
export function Canvas() {
  return null
}
