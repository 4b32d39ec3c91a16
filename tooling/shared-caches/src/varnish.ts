import { runServer } from './run-server.js'
import type { SharedCache } from './shared-cache.js'

/** @see https://varnish-cache.org/docs/7.1/users-guide/vcl-built-in-subs.html */
export const varnish: SharedCache = {
  name: 'Varnish',
  program: 'varnishd',
  storesByOrigin: true,
  start: (program, upstreamPort) =>
    runServer({
      program,
      configuration: () => `
vcl 4.1;
backend shop { .host = "127.0.0.1"; .port = "${upstreamPort}"; }
sub vcl_recv {
  if (req.method == "GET") { return (hash); }
  return (pass);
}
sub vcl_backend_response {
  set beresp.ttl = 1m;
  unset beresp.http.set-cookie;
  return (deliver);
}
sub vcl_deliver {
  if (obj.hits > 0) { set resp.http.x-cache = "HIT"; } else { set resp.http.x-cache = "MISS"; }
}
`,
      arguments: (file, folder, port) => [
        ...['-F', '-f', file, '-a', `127.0.0.1:${port}`, '-n', folder, '-s', 'malloc,8m'],
        // Started by root it would change to a user who may not read the folder.
        ...['-j', 'none'],
      ],
    }),
}
