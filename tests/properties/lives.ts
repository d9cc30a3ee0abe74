/** So many lives of clients hold Polku by all its laws, and every mutant. */
export const LIVES = 110
