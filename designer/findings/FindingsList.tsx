/** FindingsList: replaced by its author. */
export function FindingsList(_props: { onClose: () => void }) {
  return null
}
