import { relative, sep } from 'node:path'
import { expect, test } from 'vitest'
import { root, workspaces } from '../workspaces.mjs'

test('finds the packages, the apps and the tooling', () => {
  const folders = workspaces().map(({ folder }) => relative(root, folder).split(sep).join('/'))
  expect(folders).toEqual(expect.arrayContaining(['packages/core', 'apps/demo', 'tooling/commands']))
  expect(folders).not.toContain('')
})
