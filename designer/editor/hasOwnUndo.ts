/** Whether something is being written that is not in the document yet, or never will be: the browser takes that back. */
export const hasOwnUndo = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea') && target.closest('[data-own-undo]') !== null
