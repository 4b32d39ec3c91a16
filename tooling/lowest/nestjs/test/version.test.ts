import { createRequire } from 'node:module'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { expect, test } from 'vitest'
import * as used from '../../../../packages/nestjs/test/support/start.js'

const { resolve } = createRequire(import.meta.url)

test.each(['common', 'core', 'platform-express', 'platform-fastify', 'testing'])(
  '@nestjs/%s is the lowest one',
  async (name) => {
    const { default: manifest } = await import(resolve(`@nestjs/${name}/package.json`), {
      with: { type: 'json' },
    })
    expect(manifest.version).toBe('11.1.4')
  },
)

test('reflect-metadata is the lowest one', async () => {
  const { default: manifest } = await import(resolve('reflect-metadata/package.json'), {
    with: { type: 'json' },
  })
  expect(manifest.version).toBe('0.1.12')
})

test('the shared tests run on them', () => {
  expect(used.adapterOf('express')).toBeInstanceOf(ExpressAdapter)
  expect(used.adapterOf('fastify')).toBeInstanceOf(FastifyAdapter)
})
