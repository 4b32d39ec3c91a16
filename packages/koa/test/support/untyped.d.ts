/** Older versions have the types of today, as far as the tests use them. */
declare module 'koa-2' {
  import Koa from 'koa'
  export default Koa
}

declare module 'koa-3.0' {
  import Koa from 'koa'
  export default Koa
}

declare module 'koa-lowest' {
  import Koa from 'koa'
  export default Koa
}
