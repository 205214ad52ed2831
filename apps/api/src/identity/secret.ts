import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text for a cookie, a link or a key. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret: with 256 random bits a plain hash cannot be reversed. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
