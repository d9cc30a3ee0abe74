/** The same texts in another language than Finnish, in which they are written: a text that it lacks does not compile. */
export type Translated<T> = Readonly<Record<keyof T, string>>
