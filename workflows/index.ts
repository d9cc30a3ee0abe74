import type { PathwayInput } from '../engine/pathway/document.ts'
import jalkiseuranta from './jalkiseuranta.ts'
import mahis from './mahis.ts'
import motivaatiokoulutus from './motivaatiokoulutus.ts'
import suunto from './suunto.ts'

/**
 * The pathways that come with Polku: each is a document that an administrator may publish and change. In the order in
 * which they are published: a module before the pathways that run it, since these are bound to its latest version.
 */
export const bundledPathways: PathwayInput[] = [mahis, motivaatiokoulutus, jalkiseuranta, suunto]
