import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { ROLES, type Role, type Viewer } from './viewer';

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Who sends these headers. Rejects with NotIdentified. */
export type Identify = (headers: Headers) => Promise<Viewer>;

/** No token, or not one that can be relied on; the message names what is wrong with it, never the token. */
export class NotIdentified extends Error {}

const given = (headers: Headers, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/**
 * Without an identity provider whoever reaches the port is believed: an office where `Huiyin-Office` names one, and
 * otherwise the operator, who sees the city.
 */
export const identifyByHeaders: Identify = (headers) => {
  const office = given(headers, 'huiyin-office');
  const actor = given(headers, 'huiyin-actor');
  return Promise.resolve({ actor, office, roles: [office === undefined ? 'city' : 'office'] });
};

export interface OidcOptions {
  issuer: string;
  audience: string;
  /** Default: `{issuer}/.well-known/jwks.json`. */
  jwksUrl?: string | undefined;
}

/**
 * OpenID Connect bearer tokens: `sub` is the account, `huiyin_office` the office that it acts for, `huiyin_roles` a list
 * of ROLES. A token without either sees nothing.
 */
export function identifyByToken(
  { issuer, audience, jwksUrl }: OidcOptions,
  keys: JWTVerifyGetKey = createRemoteJWKSet(
    new URL(jwksUrl ?? `${issuer.replace(/\/$/, '')}/.well-known/jwks.json`),
  ),
): Identify {
  return async (headers) => {
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(given(headers, 'authorization') ?? '')?.[1];
    if (token === undefined) throw new NotIdentified('a bearer token is required');
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, audience, requiredClaims: ['sub', 'exp'] });
      return viewerOf(payload);
    } catch (error) {
      if (error instanceof errors.JOSEError) throw new NotIdentified(error.code);
      throw error;
    }
  };
}

function viewerOf({ sub, huiyin_office: office, huiyin_roles: roles }: JWTPayload): Viewer {
  const named: readonly unknown[] = Array.isArray(roles) ? roles : [];
  return {
    actor: sub,
    // An office that is not one text cannot be judged by: the empty one is in no directory.
    office: office === undefined ? undefined : typeof office === 'string' ? office : '',
    roles: ROLES.filter((role: Role) => named.includes(role)),
  };
}
