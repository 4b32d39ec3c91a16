/** Another one with each run, and in the report of each failure. `BROWSER_SEED` repeats a run. */
export const freshSeed: number = Number(process.env['BROWSER_SEED'] ?? Date.now() % 2_147_483_647)
