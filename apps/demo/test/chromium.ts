import { findChromium } from '../src/check/find-chromium.js'

/** Suites that need a browser skip themselves where there is none, and their titles say so. */
export const chromium: string | undefined = findChromium()

export const inChromium: string = `in Chromium${chromium === undefined ? ' (skipped: none was found)' : ''}`
