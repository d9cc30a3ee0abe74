import type { PathwayInput } from '../engine/pathway/document.ts'
import suunto from './suunto.ts'

/** The pathways that come with Polku: each is a document that an administrator may publish and change. */
export const bundledPathways: PathwayInput[] = [suunto]
