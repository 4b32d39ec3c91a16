import { runServer } from './run-server.js'
import type { SharedCache } from './shared-cache.js'

/** @see https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_cache_valid */
export const nginx: SharedCache = {
  name: 'nginx',
  program: 'nginx',
  storesByOrigin: true,
  start: (program, upstreamPort) =>
    runServer({
      program,
      configuration: (folder, port) => `
daemon off;
master_process off;
pid ${folder}/pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/temporary;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  proxy_cache_path ${folder}/cache keys_zone=shop:1m;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${upstreamPort};
      proxy_cache shop;
      proxy_cache_key $uri$is_args$args;
      proxy_cache_valid any 1m;
      proxy_ignore_headers Cache-Control Expires Set-Cookie;
      add_header x-cache $upstream_cache_status always;
    }
  }
}
`,
      arguments: (file, folder) => ['-p', folder, '-e', 'stderr', '-c', file],
    }),
}
