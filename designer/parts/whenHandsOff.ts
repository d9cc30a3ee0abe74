/** Whether a button of a mouse is down, or a finger or a pen on the screen. */
let isOn = false
let waiting: (() => void)[] = []

window.addEventListener(
  'pointerdown',
  ({ button }) => {
    if (button !== 0) return
    isOn = true
    window.addEventListener('pointermove', noticeLift, { capture: true })
  },
  { capture: true },
)
// a drag of the browser's own cancels the pointer
for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, liftHand, { capture: true })
// a window that is left hears nothing more of it; captured, this would be what loses the focus inside it as well
window.addEventListener('blur', liftHand)

/** A menu of the browser's own may have kept to itself that the hand was lifted. */
function noticeLift({ buttons }: PointerEvent): void {
  if (buttons === 0) liftHand()
}

function liftHand(): void {
  isOn = false
  window.removeEventListener('pointermove', noticeLift, { capture: true })
  // the press that ends with this is dealt with first
  setTimeout(() => {
    if (isOn) return
    const acts = waiting
    waiting = []
    for (const act of acts) act()
  })
}

/** Does something at once, or as soon as no hand is on the screen: what moves under a hand is not what it meant to press. */
export function whenHandsOff(act: () => void): void {
  if (isOn) waiting.push(act)
  else act()
}
