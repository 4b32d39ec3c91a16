import { corsProxy, createCorsPolicy } from '@cors/next'

const own = createCorsPolicy({ origins: ['https://app.example.com'], methods: ['PUT'] })
const open = createCorsPolicy({ origins: '*' })

export const proxy = corsProxy({
  policy: ({ nextUrl }) => (nextUrl.pathname.startsWith('/api/public/') ? open : own),
  samePolicyForAllMethods: true,
})
