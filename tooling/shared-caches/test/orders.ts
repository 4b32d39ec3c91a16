/** All orders in which the members can come. */
export const orders = <Member>(members: readonly Member[]): readonly (readonly Member[])[] =>
  members.length === 0
    ? [[]]
    : members.flatMap((first, index) =>
        orders(members.toSpliced(index, 1)).map((others) => [first, ...others]),
      )
