import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { AppError } from '../app-error.ts';
import { problemOf } from './problem.ts';

export type HttpOptions = {
  log: FastifyBaseLogger;
  trustProxy: boolean | string;
  isHttps: boolean;
};

/** The HTTP server without any route: security headers, compression, problem details, request ids. */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const http = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    bodyLimit: 1024 * 1024,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  http.addContentTypeParser(
    ['text/csv', 'application/octet-stream', 'message/rfc822'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );
  await http.register(helmet, securityHeaders(options.isHttps));
  await http.register(compress, {
    encodings: ['gzip'],
    threshold: 2048,
    zlibOptions: { level: 4 },
  });
  closeAfterLastAnswer(http);
  http.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error, request.id);
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    if (error instanceof AppError && error.retryAfterSeconds !== null) {
      reply.header('retry-after', String(error.retryAfterSeconds));
    }
    return reply
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  });
  return http;
}

/** A browser keeps its connection for later, which would hold up a server that is told to stop. */
function closeAfterLastAnswer(http: FastifyInstance): void {
  const state = { isClosing: false };
  http.addHook('preClose', async () => {
    state.isClosing = true;
  });
  http.addHook('onSend', async (_request, reply) => {
    if (state.isClosing) reply.header('connection', 'close');
  });
}

/** Scripts, styles and connections from this origin only. */
function securityHeaders(isHttps: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // The component library positions floating layers by style attributes.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' as const },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000 } : false,
  };
}
