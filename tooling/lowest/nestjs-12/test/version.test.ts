import { readFileSync } from 'node:fs'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { expect, test } from 'vitest'
import * as used from '../../../../packages/nestjs/test/support/start.js'

/*
 * Not 12.0.0, whose packages want NestJS 11 beside them and of which there is none for Fastify; and not 12.0.1, whose
 * adapter for Fastify ends the process where middleware throws, with this package or without.
 */
test.each(['common', 'core', 'platform-express', 'platform-fastify', 'testing'])(
  '@nestjs/%s is 12.0.2',
  (name) => {
    // By its path: these packages do not export their manifests.
    const manifest = readFileSync(
      new URL(`../node_modules/@nestjs/${name}/package.json`, import.meta.url),
      'utf8',
    )
    expect(JSON.parse(manifest)).toHaveProperty('version', '12.0.2')
  },
)

test('the shared tests run on them', () => {
  expect(used.adapterOf('express')).toBeInstanceOf(ExpressAdapter)
  expect(used.adapterOf('fastify')).toBeInstanceOf(FastifyAdapter)
})
