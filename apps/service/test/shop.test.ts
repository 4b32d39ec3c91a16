import { expect, test } from 'vitest'
import { createShop, customer, entityTag, exportLines, movedTo, priceEvents } from '../src/index.js'

const collect = async (pieces: AsyncIterable<string>): Promise<string> => {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

test('products are created, read, updated and deleted', () => {
  const { products } = createShop()
  expect(products.list().map(({ id }) => id)).toEqual(['1', '2', '3'])
  const clock = products.create({ name: 'Clock', price: 2500 })
  expect(products.read('4')).toEqual({ id: '4', name: 'Clock', price: 2500, version: 1 })
  expect(products.update('4', { name: 'Clock', price: 2000 })?.version).toBe(2)
  expect(products.update('5', clock)).toBeUndefined()
  products.delete('4')
  products.delete('4')
  expect(products.read('4')).toBeUndefined()
})

test('the entity tag changes with the product', () => {
  const { products } = createShop()
  const before = products.read('1')
  const after = products.update('1', { name: 'Teapot', price: 1 })
  expect([before, after].map((product) => product && entityTag(product))).toEqual(['"1-1"', '"1-2"'])
})

test('only the right password signs in, and only its session is known', () => {
  const { sessions } = createShop()
  expect(sessions.signIn({ ...customer, password: 'guess' })).toBeUndefined()
  expect(sessions.user(undefined)).toBeUndefined()
  expect(sessions.user('guess')).toBeUndefined()
  expect(sessions.user(sessions.signIn(customer))).toBe('ada')
})

test('streams end', async () => {
  const list = createShop().products.list().slice(0, 1)
  expect(await collect(priceEvents(list))).toBe('event: price\ndata: {"id":"1","price":3490}\n\n')
  expect(await collect(exportLines(list))).toBe('id,name,price\r\n1,"Teapot",3490\r\n')
})

test('a moved address keeps its query', () => {
  expect([movedTo('/catalogue'), movedTo('/catalogue?a=b')]).toEqual(['/products', '/products?a=b'])
})
