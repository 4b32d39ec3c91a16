/** `true` only for two types that no assignment can tell apart; `any` equals nothing else. */
export type Equal<Left, Right> =
  (<Value>() => Value extends Left ? 1 : 2) extends <Value>() => Value extends Right ? 1 : 2 ? true : false

/** Fails to compile unless the type is `true`. */
export const holds = <_Claim extends true>(): void => {}
