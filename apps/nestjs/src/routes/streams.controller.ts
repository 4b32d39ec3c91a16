import { Readable } from 'node:stream'
import { exportLines, priceEvents, type Shop } from '@cors/app-service'
import { Controller, Get, Inject, StreamableFile, UseInterceptors } from '@nestjs/common'
import { CountRuns } from '../count-runs.js'
import { SHOP } from '../tokens.js'

@Controller()
@UseInterceptors(CountRuns)
export class StreamsController {
  constructor(@Inject(SHOP) readonly shop: Shop) {}

  @Get('export')
  export(): StreamableFile {
    const lines = Readable.from(exportLines(this.shop.products.list()))
    return new StreamableFile(lines, { type: 'text/csv; charset=utf-8' })
  }

  /** A stream as any other: `@Sse` would add `id` fields and headers of its own. */
  @Get('events')
  events(): StreamableFile {
    const events = Readable.from(priceEvents(this.shop.products.list()))
    return new StreamableFile(events, { type: 'text/event-stream' })
  }

  @Get('failure')
  failure(): never {
    throw new Error('This route always fails')
  }
}
