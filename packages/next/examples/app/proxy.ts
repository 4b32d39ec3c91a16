import { corsProxy } from '@cors/next'

export const proxy = corsProxy({
  origins: ['https://app.example.com', 'https://*.preview.example.com'],
  credentials: true,
  methods: ['PUT', 'DELETE'],
  allowedHeaders: ['Content-Type'],
  maxAge: 600,
})

export const config = { matcher: '/api/orders/:path*' }
