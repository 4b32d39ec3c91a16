type Settle = (value: unknown) => void

/** What `await` takes for a Promise, and is none. */
export const thenable = (settle: (resolve: Settle, reject: Settle) => void): object => ({
  // biome-ignore lint/suspicious/noThenProperty: it is the point
  then: settle,
})

/** `await` cannot even look at it. */
export const poisonedThenable = (error: unknown): object =>
  Object.defineProperty({}, 'then', {
    get() {
      throw error
    },
  })
