import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";

/** How often one address may knock at a door in a minute. */
export const AT_THE_DOOR = { rateLimit: { max: 60, timeWindow: 60_000 } };

/** How often one address may look for somebody by a whole name or number, in a minute: enough to work, too little to try numbers. */
export const BY_WHOLE_NUMBER = { rateLimit: { max: 60, timeWindow: 60_000 } };

/** How often one address may search what is open to all. */
export const OPEN_TO_ALL = { rateLimit: { max: 600, timeWindow: 60_000 } };

/** Headers that keep browsers from doing what our pages never do, and limits for the routes that ask for them. */
export async function addSecurity(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-src": ["'self'"],
        "object-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'self'"],
      },
    },
    frameguard: { action: "sameorigin" },
    referrerPolicy: { policy: "no-referrer" },
    crossOriginEmbedderPolicy: false,
  });
  await app.register(rateLimit, { global: false });
}
