import type { IncomingMessage } from 'node:http'
import { CorsModule, createCorsPolicy } from '@cors/nestjs'
import { Module } from '@nestjs/common'
import { type OnGatewayConnection, WebSocketGateway } from '@nestjs/websockets'

const policy = createCorsPolicy({ origins: ['https://app.example.com'], credentials: true })

// With @nestjs/platform-ws. With socket.io the origin is in client.handshake.headers.origin.
@WebSocketGateway()
class EventsGateway implements OnGatewayConnection {
  handleConnection(client: { close(code: number): void }, request: IncomingMessage): void {
    if (!policy.isOriginTrusted(request.headers.origin)) client.close(1008)
  }
}

@Module({ imports: [CorsModule.forRoot(policy)], providers: [EventsGateway] })
export class EventsModule {}
