/** The organisation of whoever asks: without sign-in there is one. */
export const ownOrganisation = 'own'
