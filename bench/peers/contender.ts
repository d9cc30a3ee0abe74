/**
 * What is compared: something that takes journeys from start to completion, durably. One journey is start → durable step
 * → wait for a signal → signal → durable step → complete. Each contender is the export `contender` of a file of its own
 * under `contenders/`, runs in a process of its own, and stops every further process that it starts.
 */
export interface Contender {
  /** as the table shows it */
  name: string
  /**
   * Makes itself ready on an empty folder, which is removed afterwards.
   * @returns what it says itself about how it syncs, such as `fsync on`
   * @throws Error when what it answers to is not on the disk
   */
  open(folder: string): Promise<string>
  /** Takes so many journeys, so many of them at once, and holds each against the result that it must have. */
  runJourneys(count: number, atOnce: number): Promise<Journeys>
  close(): Promise<void>
}

/** What became of the journeys. */
export interface Journeys {
  completed: number
  /** from the start of the first journey to the completion of the last that completed */
  seconds: number
  /** one for each journey that failed, hung, or came to another result, and why */
  failures: string[]
  /** processor time of it and all its processes meanwhile, where that can be told */
  processorSeconds?: number
  /** syncs of its log meanwhile, where it counts them */
  syncs?: number
}
