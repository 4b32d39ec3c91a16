import { Readable } from 'node:stream'
import { answerAsTold, answerPath, piecesOf } from '@cors/app-service'
import { All, Controller, Req, Res, StreamableFile, UseInterceptors } from '@nestjs/common'
import { CountRuns } from '../count-runs.js'
import type { HttpRequest, HttpResponse } from '../http.js'

/** Test mode: answers as it is told. */
@Controller()
@UseInterceptors(CountRuns)
export class AnswerController {
  @All(answerPath)
  answer(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
  ): string | StreamableFile | undefined {
    const { searchParams } = new URL(request.originalUrl, 'http://host.invalid')
    const { status, headers, body, streamed } = answerAsTold(searchParams)
    response.status(status)
    for (const [name, value] of Object.entries(headers)) response.header(name, value)
    return streamed && body !== undefined
      ? new StreamableFile(Readable.from(piecesOf(body)), { type: headers['content-type'] ?? '' })
      : body
  }
}
