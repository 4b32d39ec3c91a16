import { corsProxy } from '@cors/next'

export const proxy = corsProxy({
  origins: ['https://app.example.com'],
  credentials: true,
  methods: ['PUT', 'DELETE'],
  allowedHeaders: ['authorization', 'content-type', 'x-request-id'],
  maxAge: 600,
})
