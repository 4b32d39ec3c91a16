export interface ProductInput {
  readonly name: string
  /** In cents. */
  readonly price: number
}

export interface Product extends ProductInput {
  readonly id: string
  /** Counts the changes: the entity tag is made of it. */
  readonly version: number
}

const assortment: readonly ProductInput[] = [
  { name: 'Teapot', price: 3490 },
  { name: 'Lamp', price: 5900 },
  { name: 'Chair', price: 12900 },
]

/** The products of the shop, in memory: each start begins with the same three. */
export class Products {
  readonly #byId = new Map<string, Product>()
  #lastId = 0

  constructor() {
    for (const input of assortment) this.create(input)
  }

  list(): readonly Product[] {
    return [...this.#byId.values()]
  }

  read(id: string): Product | undefined {
    return this.#byId.get(id)
  }

  create({ name, price }: ProductInput): Product {
    this.#lastId++
    const product: Product = { id: String(this.#lastId), name, price, version: 1 }
    this.#byId.set(product.id, product)
    return product
  }

  /** @returns `undefined` where there is no such product */
  update(id: string, { name, price }: ProductInput): Product | undefined {
    const old = this.#byId.get(id)
    if (old === undefined) return undefined
    const product: Product = { id, name, price, version: old.version + 1 }
    this.#byId.set(id, product)
    return product
  }

  /** Deleting what is not there is no mistake: DELETE is idempotent (RFC 9110 section 9.2.2). */
  delete(id: string): void {
    this.#byId.delete(id)
  }
}

export const entityTag = ({ id, version }: Product): string => `"${id}-${version}"`
